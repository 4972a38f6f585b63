import type { ComparisonProvenanceDocument } from "@touchstone/model";
import { type Html, html } from "../page/html.ts";
import { type InputFile, inputFiles } from "../page/input-files.ts";
import { facts, paragraph } from "../page/parts.ts";
import type { ReportSection } from "../page/report-page.ts";
import { table } from "../page/table.ts";
import { count, moment } from "../page/values.ts";

type Inputs = ComparisonProvenanceDocument["inputs"];

/** Which inputs, options and versions the numbers are the result of. */
export function provenanceSection(provenance: ComparisonProvenanceDocument | null): ReportSection {
  const title = "Inputs, options and versions";
  if (provenance === null) return { title, content: paragraph("Not known: P.provenance.json is missing.") };
  const { inputs, options, touchstone, node, startedAt, finishedAt } = provenance;
  return {
    title,
    content: [
      facts({
        Touchstone: touchstone,
        "Node.js": node,
        Started: moment(startedAt),
        Finished: moment(finishedAt),
        ...Object.fromEntries(Object.entries(options).map(([name, value]) => [`Option ${name}`, String(value)])),
      }),
      inputFiles(filesOf(inputs)),
      referenceContigs(inputs.reference),
    ],
  };
}

function filesOf({ truth, query, regions, targets, stratifications, strata }: Inputs): InputFile[] {
  return [
    { role: "truth", ...truth, note: sampleNote(truth.sample) },
    { role: "query", ...query, note: sampleNote(query.sample) },
    optional("confident regions", regions),
    optional("targets", targets),
    optional("stratifications", stratifications),
    ...strata.map(({ name, ...file }) => ({ role: `stratum ${name}`, ...file })),
  ];
}

function sampleNote(sample: string | null): string {
  return sample === null ? "without samples" : `sample ${sample}`;
}

function optional(role: string, file: Inputs["regions"]): InputFile {
  return file === null ? { role, path: "not given", sizeBytes: null, sha256: null } : { role, ...file };
}

function referenceContigs({ path, contigs }: Inputs["reference"]): Html {
  return html`${paragraph(html`Reference: <code>${path}</code>, identified by the MD5 of each contig's bases.`)}${table(
    {
      caption: "Contigs of the reference",
      rows: contigs,
      columns: [
        { title: "Contig", cell: ({ name }) => name, isHeading: true },
        { title: "Bases", cell: ({ length }) => count(length), isNumber: true },
        { title: "MD5", cell: ({ md5 }) => html`<code>${md5}</code>` },
      ],
    },
  )}`;
}
