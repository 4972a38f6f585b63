import { sql } from "kysely";
import { copyRun, insertCopy } from "./bare-inserts.ts";
import type { BenchServer } from "./bench-server.ts";
import { approvePanelBaseline, PANEL_SIZE, panelRun } from "./panel.ts";
import { percentilesOf } from "./percentiles.ts";
import { timed } from "./timed.ts";

const WARM_UP = 5;

/**
 * Posts runs with 5,000 measurements each, which are judged against a baseline, and in turn with each inserts the same rows
 * without anything else. Every measurement must have its verdict.
 */
export async function benchIngest(server: BenchServer, rounds: number): Promise<void> {
  await approvePanelBaseline(server);
  const { kysely } = server.database;
  const [ingests, inserts]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds + WARM_UP; round++) {
    const name = `panel ${round}`;
    const body = panelRun(name, round);
    const ingest = await timed(() => server.ask("POST", "/measurements", body));
    await expectJudged(server, name);
    const copy = await copyRun(kysely, name, `copy of ${name}`, new Date(Date.UTC(2000, 0, 1 + round)));
    const insert = await timed(() => insertCopy(kysely, copy));
    if (round < WARM_UP) continue;
    ingests.push(ingest);
    inserts.push(insert);
  }
  const [ours, bare] = [percentilesOf(ingests), percentilesOf(inserts)];
  const ratios = percentilesOf(ingests.map((ingest, round) => ingest / (inserts[round] ?? Number.NaN)));
  process.stdout.write(
    `\ningest of ${PANEL_SIZE} measurements with verdicts: ${ours.p50.toFixed(0)} ms (median of ${rounds}), ` +
      `bare inserts ${bare.p50.toFixed(0)} ms; ratio of pairs ${ratios.p50.toFixed(2)} (median), ${ratios.p95.toFixed(2)} (95 %)\n`,
  );
}

async function expectJudged({ database }: BenchServer, name: string): Promise<void> {
  const { rows } = await sql<{ measured: number; judged: number }>`
    select count(*)::int as measured, count(verdict.id) filter (where verdict.score is not null)::int as judged
    from run join measurement on measurement.run_id = run.id
    left join verdict on verdict.measurement_id = measurement.id and verdict.superseded_at is null
    where run.name = ${name}
  `.execute(database.kysely);
  const [{ measured, judged }] = rows;
  if (measured !== PANEL_SIZE || judged !== PANEL_SIZE) throw new Error(`${measured} measurements, ${judged} judged`);
}
