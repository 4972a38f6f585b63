import {
  type Baseline,
  type BaselineSeries,
  describeBaseline,
  describeSeries,
  NEEDED_POINTS,
  shown,
} from "@touchstone/quality";
import type { Environment } from "../environment.ts";
import { textTable, wrap } from "./text-table.ts";

const WIDTH = 100;
const NONE = "-";

/** Prints a baseline, as JSON or for people. */
export function printBaseline(baseline: Baseline, asJson: boolean, { stdout }: Environment): void {
  stdout.write(asJson ? `${JSON.stringify(baseline, null, 2)}\n` : `${baselineText(baseline)}\n`);
}

/** What a baseline holds and who stands for it, in lines of 100 columns. */
export function baselineText(baseline: Baseline): string {
  const { content, contentSha256, status } = baseline;
  return [
    `Baseline ${describeBaseline(content)}: ${status}`,
    `content    sha256 ${contentSha256}`,
    `made       ${shownMoment(content.establishedAt)} of ${content.source.file} by touchstone ${content.touchstone}`,
    `judges     runs from ${shownMoment(content.effectiveFrom)} on, pipeline ${content.pipelineVersion ?? "not given"}`,
    "",
    ...seriesTable(content.series),
    "",
    ...provisionalLines(content.series),
    ...excludedLines(content.series),
    ...signatureLines(baseline),
  ].join("\n");
}

function seriesTable(series: readonly BaselineSeries[]): string[] {
  return textTable(
    [
      { title: "Analyte", width: 16 },
      { title: "Control", width: 18 },
      { title: "Scale" },
      { title: "n", align: "right" },
      { title: "Days", align: "right" },
      { title: "Depth" },
      { title: "Mean (95%)" },
      { title: "SD (95% interval)" },
    ],
    series.map(({ analyte, material, materialLot, level, scale, limits }) => [
      analyte,
      [material, materialLot, level].filter((part) => part !== null).join(" "),
      scale,
      String(limits.n),
      String(limits.days),
      limits.depthRange === null ? NONE : limits.depthRange.map((depth) => shown(depth)).join("-"),
      shownMean(limits),
      shownSd(limits),
    ]),
    WIDTH,
  );
}

/** The interval of the mean is symmetric, that of the SD is not. */
function shownMean({ mean, meanInterval }: BaselineSeries["limits"]): string {
  if (mean === null) return "none";
  return `${shown(mean)}${meanInterval === null ? "" : ` ± ${shown(meanInterval[1] - mean, 2)}`}`;
}

function shownSd({ sd, sdInterval, reason }: BaselineSeries["limits"]): string {
  if (sd === null) return `none: ${reason}`;
  return `${shown(sd, 3)}${sdInterval === null ? "" : ` (${sdInterval.map((bound) => shown(bound, 3)).join("-")})`}`;
}

function provisionalLines(series: readonly BaselineSeries[]): string[] {
  const provisional = series.filter(({ limits }) => limits.provisional.length > 0);
  if (provisional.length === 0) return [];
  const explanation = `PROVISIONAL: limits need ${NEEDED_POINTS} points of ${NEEDED_POINTS} runs on ${NEEDED_POINTS} days.`;
  return [
    explanation,
    ...provisional.flatMap(({ limits, ...control }) => {
      return wrap(`${describeSeries(control)}: ${limits.provisional.join(", ")}`, WIDTH, "  ");
    }),
  ];
}

function excludedLines(series: readonly BaselineSeries[]): string[] {
  return series.flatMap((control) =>
    control.points.flatMap(({ run, value, excluded }) => {
      if (excluded === null) return [];
      const what = `run ${run}, ${describeSeries(control)}, ${shown(value)}`;
      const who = `${excluded.by}, ${shownMoment(excluded.at)}`;
      return wrap(`${what}: ${excluded.reason} (${who})`, WIDTH, "excluded   ");
    }),
  );
}

function signatureLines({ approvals }: Baseline): string[] {
  if (approvals.length === 0) return ["signatures none: no run can be judged before somebody approves"];
  return approvals.flatMap(({ action, name, at, meaning }) => {
    return wrap(`${name}, ${shownMoment(at)}: ${meaning}`, WIDTH, action === "approve" ? "approved   " : "retired    ");
  });
}

/** Without milliseconds, which only the file needs. */
function shownMoment(moment: string): string {
  return moment.replace(/\.\d{3}Z$/, "Z");
}
