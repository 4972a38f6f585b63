/**
 * Alerts of years in which nothing happens, simulated at the level of measurements (reads, baselines, monitored runs,
 * weekly benchmarks, replicate studies), beside the rates that docs/methods/monitoring.md predicts:
 *
 *     node --conditions=@touchstone/source bench/src/alert-rates.ts [years] [years of declines]
 *
 * Prints for each kind of alert the predicted rate, the 99% interval in which the mean of so many years has to lie, and the
 * mean that was found; exit code 1 when one lies outside. Seeded: the same years every time.
 */
import { Random } from "@touchstone/test-support";
import { benchmarkCounts, declineAlerts, thresholdAlerts } from "./alert-rates/benchmark-year.ts";
import { controlYear } from "./alert-rates/control-year.ts";
import { benchmarkPlan, controlPlans, replicatePlan, STUDIES_PER_YEAR } from "./alert-rates/plans.ts";
import {
  boundOfDeclines,
  intervalOfMean,
  type PredictedRate,
  predictedDeclines,
  predictedFailures,
  predictedRejections,
  predictedStudyAlerts,
} from "./alert-rates/predicted-rates.ts";
import { replicateStudyAlerts } from "./alert-rates/replicate-study.ts";

const years = Number(process.argv[2] ?? 500);
const declineYears = Number(process.argv[3] ?? 5000);
const PLAIN_YEARS = 100_000;

function report(what: string, predicted: PredictedRate, units: number, alerts: number): void {
  const [low, high] = intervalOfMean(predicted, units);
  const found = alerts / units;
  const isInside = low <= found && found <= high;
  if (!isInside) process.exitCode = 1;
  const figures = [predicted.mean, low, high, found].map((rate) => rate.toPrecision(4));
  process.stdout.write(`${[what, units, ...figures, isInside ? "inside" : "OUTSIDE"].join("\t")}\n`);
}

/** Sum over so many units. */
function total(units: number, alertsOf: () => number): number {
  let alerts = 0;
  for (let unit = 0; unit < units; unit++) alerts += alertsOf();
  return alerts;
}

process.stdout.write("alert\tunits\tpredicted\tlow\thigh\tfound\t\n");
for (const [place, plan] of controlPlans.entries()) {
  const random = new Random(1000 + place);
  const alerts = total(years, () => controlYear(plan, random).length);
  report(plan.analyte, predictedRejections(plan, PLAIN_YEARS), years, alerts);
}
const benchmarks = new Random(2000);
const failures = total(years, () => thresholdAlerts(benchmarkCounts(benchmarkPlan, benchmarks), benchmarkPlan));
report("threshold of recall, weekly", predictedFailures(benchmarkPlan), years, failures);
const studies = new Random(3000);
const studyAlerts = total(years * STUDIES_PER_YEAR, () => (replicateStudyAlerts(replicatePlan, studies) ? 1 : 0));
report("replicates, each study", predictedStudyAlerts(replicatePlan), years * STUDIES_PER_YEAR, studyAlerts);
const series = new Random(4000);
const declines = total(declineYears, () => declineAlerts(benchmarkCounts(benchmarkPlan, series), benchmarkPlan).length);
report("decline of F1, weekly", predictedDeclines(benchmarkPlan, PLAIN_YEARS), declineYears, declines);
process.stdout.write(`decline by trend alone, exact: ${boundOfDeclines(benchmarkPlan).toPrecision(4)}\n`);
