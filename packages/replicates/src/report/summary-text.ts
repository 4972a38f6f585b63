import type { ReproducibilityReport, RunCallsReport, StratumReport } from "./reproducibility-report.ts";

/** Widest line of the summary. */
const WIDTH = 100;

/**
 * The report as text of lines of at most 100 characters. It leads with what differs between runs, by stratum; the pooled
 * ICC, which the spread of the variants inflates, comes last and with a warning.
 */
export function formatReproducibility(report: ReproducibilityReport): string {
  const { strata, runs, kind } = report;
  const subjects = kind === "variants" ? "variants" : "analytes";
  const shown = strata.filter(({ dimension }) => dimension !== "all");
  const [all] = strata;
  const stratified = shown.length === 0 ? [all] : shown;
  return [
    heading(report),
    ...runs.map((run, number) => runLine(report, run.name, number)),
    "",
    kind === "variants" ? "Between runs, within a variant (VAF)" : "Between runs, within an analyte",
    ...table(WITHIN_COLUMNS, stratified),
    "",
    "Coefficient of variation (%)",
    ...table(CV_COLUMNS, stratified),
    "",
    kind === "variants" ? "Calls" : "Values",
    ...callLines(all, kind),
    "",
    "Agreement of pairs of runs, all strata together",
    ...pairLines(all, kind),
    "",
    `ICC of complete ${subjects}, and by REML of those that two runs or more measured`,
    ...table(ICC_COLUMNS, [...stratified, ...(shown.length === 0 ? [] : [all])]),
    ...wrap(
      `ICC grows with the spread of the true values: over all ${subjects} it is near 1 on noise alone. Judge the SD and ` +
        "the limits above, by stratum.",
    ),
  ].join("\n");
}

function heading(report: ReproducibilityReport): string {
  const { kind, runs, variants, normalisation } = report;
  if (kind === "table") return `Reproducibility of ${runs.length} runs, ${count(variants)} analytes`;
  const note = normalisation === "trimmed only" ? "alleles trimmed, not left-aligned (no --reference)" : normalisation;
  return `Reproducibility of ${runs.length} runs, ${count(variants)} variants; ${note}`;
}

function runLine({ runs, kind, strata }: ReproducibilityReport, name: string, number: number): string {
  const calls = strata[0].calls.runs[number];
  if (kind === "table") return fit(`  ${name}  ${count(calls.called)} ${calls.called === 1 ? "value" : "values"}`);
  const sources = Object.entries(runs[number].depthSources)
    .filter(([, records]) => records > 0)
    .map(([source, records]) => `${count(records)} records by ${source === "none" ? "no depth field" : source}`);
  return fit(`  ${name}  ${sources.join(", ") || "no records"}`);
}

interface Column {
  readonly title: string;
  readonly value: (stratum: StratumReport) => string;
}

const WITHIN_COLUMNS: readonly Column[] = [
  { title: "n", value: ({ within }) => count(within.variants) },
  { title: "within SD", value: ({ within }) => number(within.sd) },
  { title: "95% interval", value: ({ within }) => interval(within.sdInterval) },
  { title: "limits of two runs", value: ({ within }) => interval(within.limits) },
  { title: "overdispersion", value: ({ overdispersion }) => number(overdispersion.value, 2) },
];

const CV_COLUMNS: readonly Column[] = [
  { title: "n", value: ({ cv }) => count(cv.n) },
  { title: "pooled", value: ({ cv }) => percent(cv.pooled) },
  { title: "median", value: ({ cv }) => percent(cv.median) },
  { title: "p90", value: ({ cv }) => percent(cv.p90) },
  { title: "corrected", value: ({ cv }) => percent(cv.correctedMedian) },
  { title: "floor", value: ({ cv }) => percent(cv.floorMedian) },
  { title: "ratio", value: ({ cv }) => number(cv.ratioToFloor, 2) },
  { title: "mean too low", value: ({ cv }) => count(cv.belowLeastMean) },
];

const ICC_COLUMNS: readonly Column[] = [
  { title: "n", value: ({ complete }) => count(complete) },
  { title: "ICC(A,1)", value: ({ icc }) => number(icc.agreement.value, 4) },
  { title: "95% interval", value: ({ icc }) => interval(icc.agreement.interval) },
  { title: "ICC(C,1)", value: ({ icc }) => number(icc.consistency.value, 4) },
  { title: "n by REML", value: ({ iccReml }) => count(iccReml.variants) },
  { title: "REML(A,1)", value: ({ iccReml }) => number(iccReml.agreement.value, 4) },
];

/** Aligned columns: the stratum's name on the left, numbers on the right. */
function table(columns: readonly Column[], strata: readonly StratumReport[]): string[] {
  const rows = [
    ["", ...columns.map(({ title }) => title)],
    ...strata.map((stratum) => [stratum.name, ...columns.map(({ value }) => value(stratum))]),
  ];
  return aligned(rows);
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    fit(
      `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("  ")}`,
    ),
  );
}

interface CallColumn {
  readonly title: string;
  readonly value: (run: RunCallsReport) => string;
}

const CALL_COLUMNS: readonly CallColumn[] = [
  { title: "called", value: ({ called }) => count(called) },
  { title: "not called", value: ({ recorded }) => count(recorded) },
  { title: "imputed", value: ({ imputed }) => count(imputed) },
  { title: "low depth", value: ({ lowDepth }) => count(lowDepth) },
  { title: "no depth", value: ({ noDepth }) => count(noDepth) },
  { title: "absent", value: ({ absent }) => count(absent) },
  { title: "call rate %", value: ({ callRate }) => percent(callRate) },
];

/** What a run can say of an analyte of a table. */
const VALUE_COLUMNS: readonly CallColumn[] = [
  { title: "measured", value: ({ called }) => count(called) },
  { title: "low depth", value: ({ lowDepth }) => count(lowDepth) },
  { title: "absent", value: ({ absent }) => count(absent) },
  { title: "measured %", value: ({ callRate }) => percent(callRate) },
];

function callLines(
  { calls, variants, discordantZygosity }: StratumReport,
  kind: ReproducibilityReport["kind"],
): string[] {
  const columns = kind === "variants" ? CALL_COLUMNS : VALUE_COLUMNS;
  const rows = calls.runs.map((run) => [run.run, ...columns.map(({ value }) => value(run))]);
  const inRuns = calls.calledIn.map((n, runs) => `${count(n)} in ${runs}`).reverse();
  const verb = kind === "variants" ? "called" : "measured";
  return [
    ...aligned([["", ...columns.map(({ title }) => title)], ...rows]),
    fit(`  ${verb} in how many of ${calls.runs.length} runs: ${inRuns.join(", ")}; of ${count(variants)}`),
    ...(discordantZygosity > 0 ? [`  zygosity differs between runs: ${count(discordantZygosity)} variants`] : []),
  ];
}

function pairLines({ pairs }: StratumReport, kind: ReproducibilityReport["kind"]): string[] {
  const rows = pairs.map(({ first, second, agreement, jaccard }) => [
    `${first} - ${second}`,
    count(agreement.n),
    number(agreement.bias),
    interval(agreement.limits),
    number(jaccard, 4),
  ]);
  const jaccardTitle = kind === "variants" ? "Jaccard of calls" : "Jaccard of analytes";
  return aligned([["", "n", "bias", "limits of agreement", jaccardTitle], ...rows]);
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}

function number(value: number | null, decimals = 4): string {
  return value === null ? "n/a" : fixed(value, decimals);
}

function percent(value: number | null): string {
  return value === null ? "n/a" : (100 * value).toFixed(2);
}

function interval(bounds: readonly [number, number] | null): string {
  return bounds === null ? "n/a" : `${fixed(bounds[0], 4)} to ${fixed(bounds[1], 4)}`;
}

/** Without the sign of what rounds to 0. */
function fixed(value: number, decimals: number): string {
  return value.toFixed(decimals).replace(/^-(?=0\.?0*$)/, "");
}

/** A line cut to the width, which long names of runs may exceed. */
function fit(line: string): string {
  const text = line.trimEnd();
  return text.length <= WIDTH ? text : `${text.slice(0, WIDTH - 1)}…`;
}

function wrap(text: string): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    if (last.length + word.length + 1 > WIDTH) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}
