import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, migrate, openDatabase } from "@touchstone/store";
import { createMigratedDatabase } from "@touchstone/test-support/databases";
import { type BenchServer, startBenchServer } from "./bench-server.ts";
import { fillRecords, MEASUREMENTS_PER_RUN } from "./fill-records.ts";

/** Servers over a small and a large database of one PostgreSQL. */
export interface BenchDatabases {
  readonly small: BenchServer;
  readonly large: BenchServer;
  stop(): Promise<void>;
}

/** Fills two databases and starts a server over each. */
export async function startBenchDatabases(smallRuns: number, largeRuns: number): Promise<BenchDatabases> {
  const first = await createMigratedDatabase("postgresql");
  const { postgres, source } = first;
  if (postgres === null || !("url" in source)) throw new TypeError("no PostgreSQL");
  const objects = mkdtempSync(join(tmpdir(), "touchstone-bench-"));
  const url = postgres.createDatabase("large");
  const second = await openDatabase({ url });
  await migrate(second);
  await fill(first.database, smallRuns);
  await fill(second, largeRuns);
  const small = await startBenchServer(first.database, source.url, objects);
  const large = await startBenchServer(second, url, objects);
  const stop = async () => {
    await Promise.all([small.stop(), large.stop()]);
    await second.close();
    await first.remove();
    rmSync(objects, { recursive: true, force: true });
  };
  return { small, large, stop };
}

async function fill({ kysely }: Database, runs: number): Promise<void> {
  const started = performance.now();
  await fillRecords(kysely, runs);
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(`${runs} runs, ${runs * MEASUREMENTS_PER_RUN} measurements: filled in ${seconds} s\n`);
}
