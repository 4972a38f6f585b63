import type { BenchServer } from "./bench-server.ts";
import { listRequests } from "./list-requests.ts";
import { percentilesOf } from "./percentiles.ts";
import { timed } from "./timed.ts";

const REQUESTS = 300;
const WARM_UP = 30;

/**
 * Times lists one request after the other, in turn on the small and on the large database, and prints how many times as
 * long the large one takes. Both answers must have as many rows.
 */
export async function benchGrowth(small: BenchServer, large: BenchServer): Promise<void> {
  process.stdout.write(
    "\n| list | small p50 ms | p95 | large p50 ms | p95 | p99 | ratio of p50 |\n|---|---|---|---|---|---|---|\n",
  );
  for (const { name, path } of listRequests) {
    const rows = await Promise.all([small, large].map(async (server) => rowsOf(await server.ask("GET", path))));
    if (rows[0] !== rows[1] || rows[0] === 0)
      throw new Error(`${path}: ${rows[0]} rows of the small one, ${rows[1]} of the large`);
    const times: [number[], number[]] = [[], []];
    for (let request = 0; request < REQUESTS + WARM_UP; request++) {
      for (const [index, server] of [small, large].entries()) {
        const milliseconds = await timed(() => server.ask("GET", path));
        if (request >= WARM_UP) times[index]?.push(milliseconds);
      }
    }
    const [before, after] = [percentilesOf(times[0]), percentilesOf(times[1])];
    const shown = [before.p50, before.p95, after.p50, after.p95, after.p99].map((value) => value.toFixed(2));
    process.stdout.write(`| ${name} | ${shown.join(" | ")} | ${(after.p50 / before.p50).toFixed(2)} |\n`);
  }
}

function rowsOf(answer: { readonly items?: readonly unknown[]; readonly points?: readonly unknown[] }): number {
  return (answer.items ?? answer.points ?? []).length;
}
