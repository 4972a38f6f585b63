/**
 * Westgard rules on long series: 0.25, 0.5 and 1 million measurements of two materials, as one series and run by run.
 *
 *     node --conditions=@touchstone/source bench/src/westgard.ts [rounds]
 *
 * The scores are normal deviates of a fixed seed with a shift of 1 SD in the last tenth, so that every rule fires.
 * Seconds are the best of five rounds unless told. Exits with 1 when four times the measurements take more than six
 * times as long.
 */
import { classicMultirule, evaluateWestgard, type RuleSet, WestgardEvaluator } from "@touchstone/statistics";

const ROUNDS = Number(process.argv[2] ?? 5);
const MOST_GROWTH = 6;
const SHIFTED = 0.9;
const MEASUREMENTS = [250_000, 500_000, 1_000_000];
const everyScope: RuleSet = [
  ...classicMultirule.filter((rule) => rule !== "10-x" && rule !== "4-1s"),
  { rule: "4-1s", scopes: ["within run", "across runs", "across materials"] },
  { rule: "10-x", scopes: ["across runs", "across materials"] },
];

console.log(`Node ${process.version}, best of ${ROUNDS}, two materials\n`);
console.log("| measurements | rejected runs | classic rules s | with scopes across materials s | run by run s |");
console.log("|---|---|---|---|---|");
const seconds = MEASUREMENTS.map((measurements) => {
  const series = seriesOf(measurements);
  const classic = fastest(() => evaluateWestgard(series, classicMultirule));
  const all = fastest(() => evaluateWestgard(series, everyScope));
  const streamed = fastest(() => rejectedOf(series));
  console.log(
    `| ${measurements} | ${rejectedOf(series)} | ${classic.toFixed(2)} | ${all.toFixed(2)} | ${streamed.toFixed(2)} |`,
  );
  return classic;
});
const growth = seconds[2] / seconds[0];
console.log(`\n4 times the measurements take ${growth.toFixed(2)} times as long`);
if (growth > MOST_GROWTH) process.exitCode = 1;

function seriesOf(measurements: number): number[][] {
  const uniform = generator(1);
  return Array.from({ length: measurements / 2 }, (_, run) => {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    const shift = run < (SHIFTED * measurements) / 2 ? 0 : 1;
    return [shift + radius * Math.cos(angle), shift + radius * Math.sin(angle)];
  });
}

/** Uniform numbers from 0 to 1 (1 excluded), by a linear congruential generator modulo 2^32. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function rejectedOf(series: readonly number[][]): number {
  const evaluator = new WestgardEvaluator(2, classicMultirule);
  let rejected = 0;
  for (const run of series) if (evaluator.add(run).verdict === "out of control") rejected++;
  return rejected;
}

function fastest(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    work();
    best = Math.min(best, (performance.now() - started) / 1000);
  }
  return best;
}
