import type { BenchServer } from "./bench-server.ts";
import { listRequests } from "./list-requests.ts";
import { load } from "./load.ts";
import { panelRun } from "./panel.ts";
import { percentilesOf } from "./percentiles.ts";
import { timed } from "./timed.ts";

const READERS = 50;
const SECONDS = 20;
const FIRST_DAY = 100;

/** Has 50 readers ask for lists and charts while runs of 5,000 measurements come in one after the other. */
export async function benchReaders(server: BenchServer): Promise<void> {
  let reading = true;
  const urls = listRequests.map(({ path }) => `${server.address}${path}`);
  const options = { connections: READERS, seconds: SECONDS, headers: server.headers };
  const readers = load(urls, options).finally(() => {
    reading = false;
  });
  const ingests: number[] = [];
  while (reading) {
    const body = panelRun(`among readers ${ingests.length}`, FIRST_DAY + ingests.length);
    ingests.push(await timed(() => server.ask("POST", "/measurements", body)));
  }
  const { answers, failed, rate, p50, p99 } = await readers;
  const { p50: ingest } = percentilesOf(ingests);
  process.stdout.write(
    `\n${READERS} readers for ${SECONDS} s: ${answers} answers, ${failed} errors, ${rate.toFixed(0)} a second, ` +
      `${p50} ms (median), ${p99} ms (99 %); meanwhile ${ingests.length} ingests of 5,000 measurements, ${ingest.toFixed(0)} ms (median)\n`,
  );
  if (failed > 0) throw new Error(`${failed} readers had an error`);
}
