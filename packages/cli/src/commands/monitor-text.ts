import {
  decisive,
  describeBaseline,
  type MonitorResult,
  type PointVerdict,
  type RunVerdict,
  shown,
} from "@touchstone/quality";
import { textTable, wrap } from "./text-table.ts";

const WIDTH = 100;
const HASH_DIGITS = 12;
const NONE = "-";

/** Verdicts and proposed dispositions for people, in lines of 100 columns at most. */
export function* monitorText({ ruleSet, baselines, runs }: MonitorResult): Generator<string> {
  yield `Rule set ${ruleSet.name} v${ruleSet.version} (sha256 ${ruleSet.contentSha256.slice(0, HASH_DIGITS)})`;
  for (const baseline of baselines) {
    yield `Baseline ${describeBaseline(baseline)} (sha256 ${baseline.contentSha256.slice(0, HASH_DIGITS)})`;
  }
  yield "";
  yield* pointTable(runs);
  yield "";
  yield* runTable(runs);
  const notable = runs.filter(({ state, proposal }) => proposal !== null && state !== "in control");
  for (const { run, proposal } of notable) {
    yield "";
    yield `Run ${run}, ${proposal?.disposition} is proposed:`;
    for (const reason of proposal?.reasons ?? []) yield* wrap(reason, WIDTH, "  - ");
  }
  yield "";
  yield summary(runs);
}

function pointTable(runs: readonly RunVerdict[]): string[] {
  const days = new Set(runs.map(({ time }) => time.slice(0, 10)));
  const digitsOfTime = days.size === runs.length ? 10 : 16;
  return textTable(
    [
      { title: "Run", width: 12 },
      { title: digitsOfTime === 10 ? "Date" : "Time (UTC)" },
      { title: "Analyte", width: 16 },
      { title: "Control", width: 20 },
      { title: "Value", align: "right" },
      { title: "z", align: "right" },
      { title: "Verdict" },
      { title: "Rules, reason or note" },
    ],
    runs.flatMap(({ run, time, points }) => {
      const shownTime = time.slice(0, digitsOfTime).replace("T", " ");
      return points.map((point) => [run, shownTime, ...pointCells(point)]);
    }),
    WIDTH,
  );
}

function pointCells(point: PointVerdict): string[] {
  const { analyte, material, materialLot, level, value } = point.measurement;
  return [
    analyte,
    [material, materialLot, level].filter((part) => part !== null).join(" "),
    shown(value),
    point.score === null ? NONE : point.score.toFixed(2),
    point.state,
    noteOf(point),
  ];
}

function noteOf({ violations, reason, limits, measurement }: PointVerdict): string {
  const rules = new Set(decisive(violations).map(({ rule }) => rule));
  const adjusted = limits?.isDepthAdjusted === true ? [`SD for depth ${measurement.depth}`] : [];
  return [[...rules].join(" "), reason ?? "", ...adjusted].filter((part) => part !== "").join("; ");
}

function runTable(runs: readonly RunVerdict[]): string[] {
  return textTable(
    [{ title: "Run", width: 24 }, { title: "Verdict" }, { title: "Proposed" }],
    runs.map(({ run, state, proposal }) =>
      proposal === null ? [run, "not judged", "none: the run made the baseline"] : [run, state, proposal.disposition],
    ),
    WIDTH,
  );
}

function summary(runs: readonly RunVerdict[]): string {
  const judged = runs.filter(({ proposal }) => proposal !== null);
  const states = ["in control", "warning", "out of control", "not evaluable"] as const;
  const counts = states.map((state) => `${judged.filter((run) => run.state === state).length} ${state}`);
  const own = runs.length - judged.length;
  const ofBaseline = own === 0 ? "" : `; ${own} more made the baseline and were not judged`;
  return `${judged.length} runs judged: ${counts.join(", ")}${ofBaseline}.`;
}
