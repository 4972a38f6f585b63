import { errorEntry } from "@touchstone/model";
import type { FastifyRequest } from "fastify";
import type { ServerContext } from "../context.ts";
import { callerOf } from "../http/access-control.ts";
import type { RunKey } from "../runs/queries.ts";
import { perform, type Writing } from "../writing/perform.ts";
import { keepWarnings } from "./keep-warnings.ts";
import { findByWorkflowId, type NextflowRow } from "./queries.ts";
import { findRunOf } from "./register-execution.ts";

/** Takes a report in, of an execution that is known. Returns warnings. */
type Report = (writing: Writing, row: NextflowRow, run: RunKey) => Promise<readonly string[]>;

/**
 * Takes a report of Nextflow in. Whatever is odd about it, and whatever goes wrong with it, is kept as a warning of its run
 * and logged rather than thrown: an error would end the user's run. Only what the same request may achieve later is thrown,
 * since Nextflow keeps its report and sends it again; to call it received would lose it.
 *
 * @param find the execution; null when nobody knows it.
 * @throws what is retryable, such as StoreError TS_DATABASE_UNAVAILABLE.
 */
export async function takeReport(
  context: ServerContext,
  request: FastifyRequest,
  find: (writing: Writing) => Promise<NextflowRow | null>,
  report: Report,
): Promise<void> {
  try {
    const warnings = await perform(context, callerOf(request), async (writing) => {
      const row = await find(writing);
      if (row === null) return ["nobody knows the execution"];
      const run = await findRunOf(writing.transaction, row);
      return keepWarnings(writing, run, row, await report(writing, row, run));
    });
    if (warnings.length > 0) request.log.warn({ warnings }, "Nextflow reported what is odd");
  } catch (error) {
    if (mayComeAgain(error)) throw error;
    request.log.error({ err: error }, "a report of Nextflow could not be kept");
    await keepFailure(context, request);
  }
}

/** Whether the same request may achieve it later. */
export function mayComeAgain(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return errorEntry(code)?.retryable === true;
}

async function keepFailure(context: ServerContext, request: FastifyRequest): Promise<void> {
  const { workflowId } = request.params as { readonly workflowId: string };
  const what = request.url.split("?")[0]?.split("/").at(-1);
  const message = `a report (${what}) could not be kept; the server's log has the reason under request ${request.id}`;
  try {
    await perform(context, callerOf(request), async (writing) => {
      const row = await findByWorkflowId(writing.transaction, workflowId);
      if (row !== null) await keepWarnings(writing, await findRunOf(writing.transaction, row), row, [message]);
    });
  } catch (error) {
    request.log.error({ err: error }, "that a report of Nextflow was lost could not be kept either");
  }
}
