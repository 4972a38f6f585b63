import { html } from "../page/html.ts";
import { facts, notes, paragraph } from "../page/parts.ts";
import { type ReportSection, reportPage } from "../page/report-page.ts";
import { table } from "../page/table.ts";
import { moment } from "../page/values.ts";
import { criteriaSection, outcomeText } from "./criteria-section.ts";
import { inputsSection, scoresSection, studiesSection, truthSetsSection } from "./evidence-sections.ts";
import { limitationsOf } from "./limitations.ts";
import type { ValidationInput } from "./validation-input.ts";

/**
 * What a laboratory files when it validates a pipeline version for an assay, as a self-contained HTML document: the same
 * bytes for the same input. It repeats what was judged; whether the version is accepted, a person writes and signs.
 */
export function validationReport(input: ValidationInput): string {
  const { assay, pipelineVersion, comparisons, studies, madeAt, touchstone } = input;
  return reportPage({
    kind: "Validation of a pipeline version",
    title: `${pipelineVersion.pipeline} ${pipelineVersion.version} for ${assay.name}`,
    facts: facts({
      Assay: `${assay.name}, version ${assay.version}, ${assay.status}`,
      Pipeline: `${pipelineVersion.pipeline} ${pipelineVersion.version}`,
      Outcome: outcomeText(input),
      Evidence: `comparisons with truth: ${comparisons.length}; studies of replicates: ${studies.length}`,
      Made: moment(madeAt),
      By: `Touchstone ${touchstone}`,
    }),
    sections: [
      criteriaSection(input),
      { title: "Limitations", content: notes(limitationsOf(input), "None is known.") },
      truthSetsSection(input),
      scoresSection(input),
      studiesSection(input),
      inputsSection(input),
      methodsSection(),
      statementSection(input),
    ],
  });
}

function methodsSection(): ReportSection {
  return {
    title: "Methods",
    content: [
      paragraph(
        "Criteria are the thresholds in force of this assay version. Those of routine were judged when each comparison came in, and stand as they were recorded; those of a release are judged by the same function from the recorded counts. Scores have Wilson's 95 % intervals, which take records as independent: they are lower bounds of the uncertainty. Superseded comparisons and studies are left out.",
      ),
      paragraph(
        "How call sets are compared and counted is in docs/methods/concordance.md, replicates in docs/methods/reproducibility.md, thresholds in docs/methods/monitoring.md of this version of Touchstone. Whether a version may take the place of the one in use is another question, which touchstone gate compare answers (docs/methods/release-gate.md); its result is not in the records.",
      ),
    ],
  };
}

/** For whoever approves to fill in: the report decides nothing. */
function statementSection({ assay, pipelineVersion }: ValidationInput): ReportSection {
  const blank = { cell: () => html`` };
  return {
    title: "Statement",
    content: [
      paragraph(
        `On the evidence and within the limitations above, ${pipelineVersion.pipeline} ${pipelineVersion.version} is for ${assay.name} version ${assay.version}:`,
      ),
      table({
        caption: "Decision, to be marked by who approves",
        className: "signatures",
        rows: ["accepted for use", "accepted with the conditions stated here", "not accepted"],
        columns: [
          { title: "Decision", cell: (decision) => decision, isHeading: true },
          { title: "Mark", ...blank },
          { title: "Conditions and reasons", ...blank },
        ],
      }),
    ],
  };
}
