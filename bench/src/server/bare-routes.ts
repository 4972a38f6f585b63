import { join } from "node:path";
import { startChildServer } from "@touchstone/test-support";
import type { BenchServer } from "./bench-server.ts";
import { captureStatements } from "./captured-statements.ts";
import { listRequests } from "./list-requests.ts";
import { load } from "./load.ts";

const CONNECTIONS = 10;
const SECONDS = 2;
const ROUNDS = 3;

/**
 * Prints requests a second beside a bare Fastify that runs all the SQL of the request, and beside one that runs it without
 * looking for the caller's token. In turn; of the rounds the best of each counts.
 */
export async function benchBareRoutes(server: BenchServer): Promise<void> {
  const paths = listRequests.map(({ path }) => path);
  const requests = await captureStatements(server, paths);
  const withoutToken = requests.map(({ path, statements }) => {
    return { path, statements: statements.filter(({ sql }) => !sql.includes('"api_token"')) };
  });
  const script = join(import.meta.dirname, "serve-bare.ts");
  const bare = await startChildServer(script, { url: server.url, requests });
  const barest = await startChildServer(script, { url: server.url, requests: withoutToken });
  process.stdout.write(
    "\n| requests a second, 10 connections | touchstone | p50 ms | p99 | bare, same SQL | ratio | bare, without the token's | ratio |\n|---|---|---|---|---|---|---|---|\n",
  );
  for (const [place, { name, path }] of listRequests.entries()) {
    const options = { connections: CONNECTIONS, seconds: SECONDS, headers: server.headers };
    const best = { ours: { rate: 0, p50: 0, p99: 0 }, bare: 0, barest: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      const ours = await successful(load([`${server.address}${path}`], options));
      if (ours.rate > best.ours.rate) best.ours = ours;
      best.bare = Math.max(best.bare, (await successful(load([`${bare.address}/${place}`], options))).rate);
      best.barest = Math.max(best.barest, (await successful(load([`${barest.address}/${place}`], options))).rate);
    }
    const { rate, p50, p99 } = best.ours;
    const cells = [rate.toFixed(0), p50, p99, best.bare.toFixed(0), (best.bare / rate).toFixed(2)];
    process.stdout.write(
      `| ${[name, ...cells, best.barest.toFixed(0), (best.barest / rate).toFixed(2)].join(" | ")} |\n`,
    );
  }
  await Promise.all([bare.stop(), barest.stop()]);
}

async function successful(loading: ReturnType<typeof load>) {
  const result = await loading;
  if (result.failed > 0) throw new Error(`${result.failed} of ${result.answers} requests failed`);
  return result;
}
