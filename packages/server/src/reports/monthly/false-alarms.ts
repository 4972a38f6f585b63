import type { FalseAlarmComparison } from "@touchstone/report";
import { expectedFalseAlarms } from "@touchstone/statistics";
import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { loadRuleSet } from "../../rule-sets/rule-set-in-force.ts";
import type { JudgedInMonth } from "./monthly-runs.ts";

/** Controls of an analyte in a run up to which a rule set is a Markov chain, whose run length is exact and quick. */
const MOST_CONTROLS = 2;

/** Controls of one analyte in one run: a chart that the rule set is applied to together. */
interface JudgedChart {
  readonly ruleSetId: string;
  readonly controls: number;
  readonly isRejected: boolean;
}

/**
 * How many rejections the month's control charts would have caused by chance in a process in control, and how many there
 * were. Each chart of a run counts with the probability that its rule set rejects a run with so many controls.
 */
export async function compareFalseAlarms(
  kysely: Kysely<Tables>,
  verdicts: readonly JudgedInMonth[],
): Promise<FalseAlarmComparison> {
  const charts = judgedCharts(verdicts);
  const rejected = charts.filter(({ isRejected }) => isRejected).length;
  const known = { judged: charts.length, rejected };
  if (charts.length === 0) return { ...known, expected: null, reason: "no control was evaluable" };
  if (charts.some(({ controls }) => controls > MOST_CONTROLS)) {
    const reason = `an analyte has more than ${MOST_CONTROLS} controls in a run, for which no exact rate is known`;
    return { ...known, expected: null, reason };
  }
  const rates = new Map<string, number>();
  let expected = 0;
  for (const { ruleSetId, controls } of charts) {
    const key = `${ruleSetId} ${controls}`;
    const rate = rates.get(key) ?? (await falseRejection(kysely, ruleSetId, controls));
    rates.set(key, rate);
    expected += rate;
  }
  return { ...known, expected, reason: null };
}

async function falseRejection(kysely: Kysely<Tables>, ruleSetId: string, controls: number): Promise<number> {
  const { ruleSet } = await loadRuleSet(kysely, ruleSetId);
  if (!ruleSet.rules.some(({ severity }) => severity === "rejection")) return 0;
  return expectedFalseAlarms(ruleSet.rules, { controls, runsPerYear: 1 }).perChart.value;
}

function judgedCharts(verdicts: readonly JudgedInMonth[]): JudgedChart[] {
  const charts = new Map<string, JudgedChart>();
  for (const { run, analyte, state, ruleSetId, violations } of verdicts) {
    if (analyte === null || ruleSetId === null || state === "not evaluable") continue;
    const key = JSON.stringify([run, analyte, ruleSetId]);
    const chart = charts.get(key) ?? { ruleSetId, controls: 0, isRejected: false };
    const begins = violations.some(({ severity, begins: isNew }) => severity === "rejection" && isNew);
    charts.set(key, { ...chart, controls: chart.controls + 1, isRejected: chart.isRejected || begins });
  }
  return [...charts.values()];
}
