import { toJson } from "@touchstone/store";
import type { RunKey } from "../runs/queries.ts";
import type { Writing } from "../writing/perform.ts";
import type { NextflowRow } from "./queries.ts";
import type { NextflowWarning } from "./schema.ts";

/** Warnings of a run that are kept, and of one report that are told. */
const KEPT = 100;
const TOLD = 5;

/**
 * Keeps what was not understood of a report, or could not be kept, each sentence once. Publishes `run.warning`.
 *
 * @returns what was not known before.
 */
export async function keepWarnings(
  { transaction, at, publish }: Writing,
  run: RunKey,
  row: Pick<NextflowRow, "warnings">,
  messages: readonly string[],
): Promise<readonly string[]> {
  const before = row.warnings as readonly NextflowWarning[];
  const known = new Set(before.map(({ message }) => message));
  const added = [...new Set(messages)].filter((message) => !known.has(message)).slice(0, KEPT);
  if (added.length === 0) return [];
  const warnings = [...before, ...added.map((message) => ({ at: at.toISOString(), message }))].slice(-KEPT);
  await transaction
    .updateTable("nextflow_run")
    .set({ warnings: toJson(warnings) })
    .where("run_id", "=", run.id)
    .execute();
  const payload = { id: run.id, name: run.name, warnings: added.slice(0, TOLD), count: added.length };
  publish({ topic: "run.warning", recordKind: "run", recordId: run.id, payload });
  return added;
}
