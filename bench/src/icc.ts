/**
 * Intraclass correlation of 20,000 subjects by 3 runs, and by REML with one value in twenty missing, beside a plain numpy
 * computation and pingouin on the same table in the same session, in turn.
 *
 *     node --conditions=@touchstone/source bench/src/icc.ts [subjects]
 *
 * Wall and processor seconds of the functions alone, without the start of either program; best of five rounds each.
 * PYTHON names an interpreter with numpy, and perhaps pingouin; what is not there is left out.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { icc, iccReml } from "@touchstone/statistics";
import { Random } from "@touchstone/test-support";

const ROUNDS = 5;
const RUNS = 3;
const subjects = Number(process.argv[2] ?? 20_000);

/** What a program found and how long it took. */
interface Result {
  readonly value: number;
  readonly wall: number;
  readonly cpu: number;
}

const peer = `
import json, sys, time
import numpy as np
table = np.array(json.load(open(sys.argv[1])))
n, k = table.shape
def plain():
    grand, rows, columns = table.mean(), table.mean(1), table.mean(0)
    msr = k * ((rows - grand) ** 2).sum() / (n - 1)
    msc = n * ((columns - grand) ** 2).sum() / (k - 1)
    mse = ((table - rows[:, None] - columns + grand) ** 2).sum() / ((n - 1) * (k - 1))
    return (msr - mse) / (msr + (k - 1) * mse + k / n * (msc - mse))
def timed(act, rounds):
    best = None
    for _ in range(rounds):
        wall, cpu = time.perf_counter(), time.process_time()
        value = act()
        took = (time.perf_counter() - wall, time.process_time() - cpu)
        best = took if best is None else tuple(map(min, best, took))
    return {"value": float(value), "wall": best[0], "cpu": best[1]}
results = {"numpy, value only": timed(plain, ${ROUNDS})}
try:
    import pandas as pd, pingouin as pg
    data = pd.DataFrame({"s": np.repeat(np.arange(n), k), "r": np.tile(np.arange(k), n), "y": table.ravel()})
    results["pingouin " + pg.__version__ + " intraclass_corr, six forms"] = timed(
        lambda: pg.intraclass_corr(data, "s", "r", "y")["ICC"][1], 1)
except ImportError:
    pass
print(json.dumps(results))
`;

const random = new Random(4);
const table = Array.from({ length: subjects }, () => {
  const level = 0.1 + 0.8 * random.fraction();
  return Array.from({ length: RUNS }, () => level + 0.1 * (random.fraction() - 0.5));
});
const gappy = table.map((row) => row.map((value) => (random.fraction() < 0.05 ? null : value)));

const results = new Map<string, Result>();
const complete = timed(() => icc(table, "ICC(A,1)").value);
results.set("touchstone icc, with F test and interval", complete);
const peers = theirs();
for (const [name, result] of Object.entries(peers)) {
  if (Math.abs(result.value - complete.value) > 1e-6) {
    throw new Error(`${name} found ${result.value} and touchstone ${complete.value}`);
  }
  results.set(name, result);
}
results.set(
  "touchstone iccReml, 5% missing, with intervals",
  timed(() => iccReml(gappy).estimates[0].value),
);

console.log(`Node ${process.version}, ${subjects} subjects x ${RUNS} runs, best of ${ROUNDS}\n`);
console.log("| program | ICC(A,1) | wall ms | CPU ms |\n|---|---|---|---|");
for (const [name, { value, wall, cpu }] of results) {
  console.log(`| ${name} | ${value.toFixed(9)} | ${(1000 * wall).toFixed(1)} | ${(1000 * cpu).toFixed(1)} |`);
}

function timed(act: () => number | null): Result {
  const results = Array.from({ length: ROUNDS }, (): Result => {
    const started = performance.now();
    const before = process.cpuUsage();
    const value = act();
    const { user, system } = process.cpuUsage(before);
    if (value === null) throw new Error("no correlation");
    return { value, wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 };
  });
  return {
    value: results[0].value,
    wall: Math.min(...results.map(({ wall }) => wall)),
    cpu: Math.min(...results.map(({ cpu }) => cpu)),
  };
}

function theirs(): Record<string, Result> {
  const folder = mkdtempSync(join(tmpdir(), "icc-"));
  try {
    const file = join(folder, "table.json");
    writeFileSync(file, JSON.stringify(table));
    const run = spawnSync(process.env.PYTHON ?? "python3", ["-c", peer, file], { encoding: "utf8" });
    return run.status === 0 ? JSON.parse(run.stdout) : {};
  } finally {
    rmSync(folder, { recursive: true });
  }
}
