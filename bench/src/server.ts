/*
 * How the server keeps up with PostgreSQL below it, over HTTP, each server in a process of its own:
 *
 * - lists and the Levey-Jennings chart with 20,000 measurements and with 2,000,000 (10,000 runs, 500,000 strata),
 * - ingest of a run with 5,000 measurements and its verdicts, beside the bare inserts of the same rows,
 * - 50 readers while runs are ingested,
 * - requests a second, beside a bare Fastify that runs the same SQL.
 *
 *   node --conditions=@touchstone/source bench/src/server.ts [runs of the large database, 10000] [rounds, 7]
 */
import { benchBareRoutes } from "./server/bare-routes.ts";
import { startBenchDatabases } from "./server/bench-databases.ts";
import { benchGrowth } from "./server/growth.ts";
import { benchIngest } from "./server/ingest.ts";
import { benchReaders } from "./server/readers.ts";

const [largeRuns = 10_000, rounds = 7] = process.argv.slice(2).map(Number);
const SMALL_RUNS = 100;

const { small, large, stop } = await startBenchDatabases(SMALL_RUNS, largeRuns);
try {
  await benchGrowth(small, large);
  await benchBareRoutes(large);
  await benchIngest(large, rounds);
  await benchReaders(large);
} finally {
  await stop();
}
