import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What one run of a command took. */
export interface Measurement {
  readonly wallSeconds: number;
  /** User and system time of the command and all its children. */
  readonly cpuSeconds: number;
  /** Peak resident memory of its largest process, in MB of 10^6 bytes. */
  readonly peakMegabytes: number;
}

/**
 * Runs a command to its end under GNU time, which also counts its children.
 *
 * @throws Error with what the command wrote on stderr when it fails.
 */
export function measure(command: string, commandArguments: readonly string[]): Measurement {
  const folder = mkdtempSync(join(tmpdir(), "measure-"));
  const report = join(folder, "time");
  try {
    const started = performance.now();
    const run = spawnSync("/usr/bin/time", ["-f", "%U %S %M", "-o", report, command, ...commandArguments], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    const wallSeconds = (performance.now() - started) / 1000;
    if (run.error !== undefined) throw new Error("GNU time (/usr/bin/time) is needed to measure", { cause: run.error });
    if (run.status !== 0) throw new Error(`${command} ended with ${run.status}:\n${run.stderr}`);
    const [user, system, kibibytes] = readFileSync(report, "utf8").trim().split(/\s+/).map(Number);
    return { wallSeconds, cpuSeconds: user + system, peakMegabytes: (kibibytes * 1024) / 1e6 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The fastest of some runs, each number on its own: the least disturbed; memory is the largest seen. */
export function best(runs: readonly Measurement[]): Measurement {
  return {
    wallSeconds: Math.min(...runs.map((run) => run.wallSeconds)),
    cpuSeconds: Math.min(...runs.map((run) => run.cpuSeconds)),
    peakMegabytes: Math.max(...runs.map((run) => run.peakMegabytes)),
  };
}
