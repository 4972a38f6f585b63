import { facts } from "../page/parts.ts";
import { reportPage } from "../page/report-page.ts";
import { moment } from "../page/values.ts";
import { cautionSection } from "./caution-section.ts";
import type { ComparisonInput } from "./comparison-input.ts";
import { curveSection, indelSection, strataSection } from "./detail-sections.ts";
import { methodsSection } from "./methods-section.ts";
import { provenanceSection } from "./provenance-section.ts";
import { comparedFilesSection, recordFacts, scoreVerdictsSection } from "./record-sections.ts";
import { summarySection } from "./summary-section.ts";

/**
 * A comparison with a truth set as a self-contained HTML document: the same bytes for the same input. Every number is
 * one of the metrics; nothing is estimated or judged here.
 */
export function comparisonReport(input: ComparisonInput): string {
  const { metrics, provenance, record } = input;
  return reportPage({
    kind: "Comparison with a truth set",
    title: titleOf(provenance),
    facts: facts({
      ...(record === undefined ? {} : recordFacts(record)),
      Truth: provenance === null ? "not known" : callSetName(provenance.inputs.truth),
      Query: provenance === null ? "not known" : callSetName(provenance.inputs.query),
      Compared: provenance === null ? "not known" : moment(provenance.finishedAt),
      By: provenance === null ? "Touchstone, version not known" : `Touchstone ${provenance.touchstone}`,
    }),
    sections: [
      summarySection(metrics),
      ...(record === undefined ? [] : [scoreVerdictsSection(record)]),
      cautionSection(input),
      strataSection(input),
      curveSection(input),
      indelSection(input),
      provenanceSection(provenance),
      ...(record === undefined ? [] : [comparedFilesSection(record)]),
      methodsSection(),
    ],
  });
}

type CallSet = NonNullable<ComparisonInput["provenance"]>["inputs"]["truth"];

function titleOf(provenance: ComparisonInput["provenance"]): string {
  if (provenance === null) return "Two call sets";
  const { truth, query } = provenance.inputs;
  return `${fileName(query.path)} against ${fileName(truth.path)}`;
}

function callSetName({ path, sample }: CallSet): string {
  return `${fileName(path)}${sample === null ? "" : `, sample ${sample}`}`;
}

function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
