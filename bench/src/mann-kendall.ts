/**
 * `mann-kendall [POINTS]`: Mann-Kendall test and Sen's slope with its interval for 5,000 points, beside pyMannKendall and
 * scipy on the same points in the same session, in turn, best of three each. Times are of the functions alone, without
 * the start of either program. PYTHON names an interpreter that has both packages; without one the peers are left out.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mannKendall, mannKendallHamedRao, senSlope } from "@touchstone/statistics";
import { Random } from "@touchstone/test-support";

const ROUNDS = 3;

/** What a program found and how long each part took, in seconds. */
interface Result {
  readonly s: number;
  readonly slope: number;
  readonly low: number;
  readonly high: number;
  readonly seconds: Readonly<Record<string, number>>;
}

const peer = `
import json, sys, time
import numpy as np, pymannkendall as mk, scipy.stats as st
x = np.array(json.load(open(sys.argv[1])))
def timed(act):
    started = time.perf_counter(); value = act(); return value, time.perf_counter() - started
test, both = timed(lambda: mk.original_test(x))
_, corrected = timed(lambda: mk.hamed_rao_modification_test(x))
_, tau = timed(lambda: st.kendalltau(np.arange(len(x)), x))
sen, theil = timed(lambda: st.theilslopes(x))
print(json.dumps({"s": float(test.s), "slope": float(test.slope), "low": float(sen[2]), "high": float(sen[3]), "seconds": {
  "pyMannKendall original_test (S and slope)": both, "pyMannKendall hamed_rao_modification_test": corrected,
  "scipy kendalltau": tau, "scipy theilslopes": theil}}))
`;

function timed<T>(act: () => T): readonly [T, number] {
  const started = performance.now();
  const value = act();
  return [value, (performance.now() - started) / 1000];
}

function ours(values: readonly number[]): Result {
  const [test, testSeconds] = timed(() => mannKendall(values));
  const [sen, senSeconds] = timed(() => senSlope(values));
  const [, correctedSeconds] = timed(() => mannKendallHamedRao(values));
  if (sen.slope === null || sen.interval === null) throw new Error("no slope");
  const [low, high] = sen.interval;
  const seconds = { mannKendall: testSeconds, senSlope: senSeconds, mannKendallHamedRao: correctedSeconds };
  return { s: test.s, slope: sen.slope, low, high, seconds };
}

function theirs(file: string): Result | null {
  const run = spawnSync(process.env.PYTHON ?? "python3", ["-c", peer, file], { encoding: "utf8" });
  return run.status === 0 ? JSON.parse(run.stdout) : null;
}

/** @throws Error when two programs do not find the same. */
function requireSame(first: Result, second: Result): void {
  for (const name of ["s", "slope", "low", "high"] as const) {
    const error = Math.abs(first[name] - second[name]);
    if (error > 1e-9 * Math.abs(second[name])) throw new Error(`${name}: ${first[name]} is not ${second[name]}`);
  }
}

function keepBest(best: Map<string, number>, { seconds }: Result): void {
  for (const [what, took] of Object.entries(seconds)) best.set(what, Math.min(best.get(what) ?? took, took));
}

const points = Number(process.argv[2] ?? 5000);
const random = new Random(5);
const values = Array.from({ length: points }, (_, run) => random.fraction() + random.fraction() - run * 1e-5);
const folder = mkdtempSync(join(tmpdir(), "mann-kendall-"));
const best = new Map<string, number>();
try {
  const file = join(folder, "values.json");
  writeFileSync(file, JSON.stringify(values));
  for (let round = 0; round < ROUNDS; round++) {
    const result = ours(values);
    keepBest(best, result);
    const peers = theirs(file);
    if (peers === null) continue;
    requireSame(result, peers);
    keepBest(best, peers);
  }
} finally {
  rmSync(folder, { recursive: true });
}
for (const [what, seconds] of best) console.log(`${what.padEnd(45)} ${(1000 * seconds).toFixed(1).padStart(9)} ms`);
console.log(`peak memory of this process ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB`);
