import { type Html, html } from "../page/html.ts";
import { inputFiles } from "../page/input-files.ts";
import { paragraph } from "../page/parts.ts";
import type { ReportSection } from "../page/report-page.ts";
import { numberColumn, table } from "../page/table.ts";
import { fraction, moment } from "../page/values.ts";
import { ALL } from "./comparison-input.ts";
import type { RecordedComparison, ScoreVerdict } from "./recorded-comparison.ts";

/** What the records know of a comparison, for the head of its report. */
export function recordFacts(record: RecordedComparison): Record<string, string | Html> {
  const { run, assay, pipelineVersion, truthSet, sample, state, supersededAt } = record;
  return {
    Run: html`${run.name}, performed ${moment(run.performedAt)}`,
    Assay: assay === null ? "none" : `${assay.name}, version ${assay.version}`,
    Pipeline: pipelineVersion === null ? "not known" : `${pipelineVersion.pipeline} ${pipelineVersion.version}`,
    ...(sample === null ? {} : { Sample: sample.name }),
    "Truth set": `${truthSet.name} ${truthSet.version}`,
    State: state ?? (supersededAt === null ? "not judged" : "not in force"),
    ...(supersededAt === null ? {} : { Superseded: moment(supersededAt) }),
  };
}

/** How the comparison was judged by the thresholds in force when it came. */
export function scoreVerdictsSection({ verdicts, supersededAt }: RecordedComparison): ReportSection {
  return {
    title: "Verdicts",
    content: [
      ...(supersededAt === null ? [] : [paragraph("Superseded: none of these is in force any more.")]),
      scoreVerdictTable(verdicts, "Verdicts by threshold"),
    ],
  };
}

/** Verdicts on scores, one on each threshold. */
export function scoreVerdictTable(verdicts: readonly ScoreVerdict[], caption: string): Html {
  return table({
    caption,
    none: "Nothing was judged: no threshold was in force.",
    rows: verdicts,
    columns: [
      { title: "Of", cell: nameOf, isHeading: true },
      numberColumn<ScoreVerdict>("At least", ({ threshold }) => fraction(threshold?.minimum ?? null, "no threshold")),
      { title: "State", cell: ({ state }) => state },
      { title: "Says", cell: ({ sentence, reason }) => (reason === null ? sentence : `${sentence} (${reason})`) },
      { title: "Judged", cell: ({ judgedAt }) => moment(judgedAt) },
    ],
  });
}

function nameOf({ threshold }: ScoreVerdict): string {
  if (threshold === null) return "what is missing";
  const { score, variantType, stratum } = threshold;
  return `${score} of ${variantType}${stratum === ALL ? "" : ` in ${stratum}`}`;
}

/** The files that a comparison was read from. */
export function comparedFilesSection({ files, contentSha256 }: RecordedComparison): ReportSection {
  return {
    title: "Files",
    content: [
      inputFiles(
        files.map(({ kind, name, ...file }) => ({ role: kind, path: name, ...file })),
        "Files that it was read from",
      ),
      paragraph(html`SHA-256 of the content: <code>${contentSha256}</code>`),
    ],
  };
}
