import { formatNumber, leveyJenningsChart } from "@touchstone/charts";
import { html } from "../page/html.ts";
import { inputFiles } from "../page/input-files.ts";
import { facts, figure, paragraph } from "../page/parts.ts";
import type { ReportSection } from "../page/report-page.ts";
import { numberColumn, table } from "../page/table.ts";
import { measured, moment } from "../page/values.ts";
import type { RunComparison, RunInput, RunVerdict } from "./run-input.ts";
import { RUN_SCORE_COLUMNS } from "./run-scores.ts";

/** What was judged, by which baseline and rules. */
export function verdictsSection({ verdicts, charts }: RunInput): ReportSection {
  return {
    title: "Verdicts",
    content: [
      table({
        caption: "Verdicts in force",
        none: "Nothing was judged.",
        rows: verdicts,
        columns: [
          { title: "Of", cell: nameOf, isHeading: true },
          { title: "State", cell: ({ state }) => state },
          numberColumn<RunVerdict>("Value", ({ measurement }) =>
            measured(measurement?.value ?? null, (value) => formatNumber(value), "no measurement"),
          ),
          { title: "Says", cell: ({ sentence, reason }) => (reason === null ? sentence : `${sentence} (${reason})`) },
          { title: "Judged by", cell: judgedBy },
          { title: "At", cell: ({ judgedAt }) => moment(judgedAt) },
        ],
      }),
      ...charts.map((chart) => figure(chart.title, leveyJenningsChart(chart))),
    ],
  };
}

function nameOf({ about, sample, measurement }: RunVerdict): string {
  if (measurement === null) return sample === null ? about : `${about} of ${sample}`;
  const { analyte, material, materialLot, level } = measurement;
  return [analyte, `in ${material}`, materialLot === null ? null : `lot ${materialLot}`, level]
    .filter((word) => word !== null)
    .join(", ");
}

function judgedBy({ baseline, ruleSet }: RunVerdict): string {
  const named = [baseline, ruleSet].flatMap((one) => (one === null ? [] : [`${one.name} ${one.version}`]));
  return named.length === 0 ? "–" : named.join("; ");
}

/** Scores of each comparison with a truth set. */
export function comparisonsSection({ comparisons }: RunInput): ReportSection {
  const parts = comparisons.flatMap((comparison) => [
    facts({
      ...(comparison.sample === null ? {} : { Sample: comparison.sample.name }),
      "Truth set": `${comparison.truthSet.name} ${comparison.truthSet.version}`,
      Program: comparison.format,
      State: comparison.state ?? "not judged",
      "SHA-256 of the content": html`<code>${comparison.contentSha256}</code>`,
    }),
    table({ caption: captionOf(comparison), rows: comparison.scores, columns: RUN_SCORE_COLUMNS }),
  ]);
  return { title: "Comparisons with truth", content: parts.length === 0 ? paragraph("None.") : parts };
}

function captionOf({ sample, truthSet, supersededAt }: RunComparison): string {
  const of = sample === null ? "" : ` of ${sample.name}`;
  return `Scores${of} against ${truthSet.name} ${truthSet.version}${supersededAt === null ? "" : ", superseded"}`;
}

/** Alerts that the run raised. */
export function alertsSection({ alerts }: RunInput): ReportSection {
  return {
    title: "Alerts",
    content: table({
      caption: "Alerts of this run",
      rows: alerts,
      columns: [
        { title: "About", cell: ({ subject }) => subject, isHeading: true },
        { title: "Kind", cell: ({ kind }) => kind },
        { title: "Status", cell: ({ status }) => status },
        { title: "Opened", cell: ({ openedAt }) => moment(openedAt) },
        { title: "Assigned to", cell: ({ assignedTo }) => assignedTo?.printedName ?? "nobody" },
        { title: "Resolution", cell: ({ resolution }) => resolution ?? "–" },
      ],
    }),
  };
}

/** Files of the run with their SHA-256. */
export function artifactsSection({ artifacts }: RunInput): ReportSection {
  const files = artifacts.map(({ kind, uri, ...file }) => ({ role: kind, path: uri, ...file }));
  return { title: "Files", content: inputFiles(files, "Files of the run") };
}

/** Where the run stands in the audit trail. */
export function auditSection({ audit }: RunInput): ReportSection {
  const title = "Audit trail";
  if (audit === null) return { title, content: paragraph("Not shown: who made this report may not read the trail.") };
  const { rows, head } = audit;
  const position =
    head === null
      ? "The audit trail is empty."
      : `The newest row of the trail when this report was made is ${head.sequence}, of ${head.time}. A trail that still has this hash at this row had not been altered up to here; touchstone audit verify checks it.`;
  return {
    title,
    content: [
      paragraph(position),
      ...(head === null ? [] : [facts({ [`Hash of row ${head.sequence}`]: html`<code>${head.hash}</code>` })]),
      table({
        caption: "Rows about this run",
        rows,
        columns: [
          { title: "Row", cell: ({ sequence }) => String(sequence), isHeading: true },
          { title: "At", cell: ({ time }) => moment(time) },
          { title: "Who", cell: ({ actor }) => actor },
          { title: "What", cell: ({ action }) => action },
          { title: "Why", cell: ({ reason }) => reason ?? "–" },
          { title: "Hash", cell: ({ hash }) => html`<code>${hash}</code>` },
        ],
      }),
    ],
  };
}
