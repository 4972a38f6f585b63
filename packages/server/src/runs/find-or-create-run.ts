import { invalidField, ServerError } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import { createRun } from "./create-run.ts";
import { findRun } from "./queries.ts";
import type { NewRun, Run } from "./schema.ts";

/**
 * The run that a result is of: one that is there, by its name or id, or one that is described and added unless it is there.
 *
 * @param pointer where in the request the run is.
 * @throws ServerError TS_REQUEST_INVALID for a name that no run has; otherwise as `createRun`.
 */
export async function findOrCreateRun(writing: Writing, named: string | NewRun, pointer: string): Promise<Run> {
  if (typeof named !== "string") return (await createRun(writing, named, pointer)).body;
  try {
    return await findRun(writing.transaction, named);
  } catch (error) {
    if (!(error instanceof ServerError && error.code === "TS_NOT_FOUND")) throw error;
    throw invalidField(pointer, `there is no run ${named}; give a run instead of its name to add one`);
  }
}
