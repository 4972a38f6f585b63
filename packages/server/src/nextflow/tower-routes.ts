import { type TObject, Type } from "@sinclair/typebox";
import type { FastifyRequest } from "fastify";
import type { ServerContext } from "../context.ts";
import { callerOf } from "../http/access-control.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { perform, type Writing } from "../writing/perform.ts";
import { mayComeAgain, takeReport } from "./answer-nextflow.ts";
import { beginExecution } from "./begin-execution.ts";
import { completeExecution } from "./complete-execution.ts";
import { parseReport } from "./parse-report.ts";
import { findByWorkflowId, type NextflowRow } from "./queries.ts";
import { type ExecutionKey, registerExecution, unkeptWorkflowId } from "./register-execution.ts";
import { type JsonRecord, momentOf, recordOf, textOf } from "./report-values.ts";
import { takeProgress } from "./take-progress.ts";

/** Letters of names in reports that are read. */
const LONGEST_NAME = 200;

const config = { access: "ingest", rateLimit: false } as const; // a refused report would end the user's run
const tags = ["nextflow"];
const body = Type.Unknown({ description: "As Nextflow sends it; unknown fields are passed over." });
const workflowParams = Type.Object({ workflowId: Type.String({ minLength: 1, maxLength: LONGEST_NAME }) });
const CreatedSchema = Type.Object({
  workflowId: Type.String(),
  watchUrl: Type.String(),
  message: Type.Optional(Type.String()),
});
const BegunSchema = Type.Object({ watchUrl: Type.String() });
const TakenSchema: TObject = Type.Object({});

/**
 * The trace protocol of Nextflow, as `-with-tower` or `tower.enabled` speak it: `tower.endpoint` is this prefix, the access
 * token one of Touchstone's with the scope ingest.
 */
export function addTowerRoutes(server: Server, context: ServerContext): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", { parseAs: "string" }, (_request, text, done) => {
    try {
      done(null, parseReport(String(text)));
    } catch (error) {
      done(error as Error);
    }
  });
  // Nextflow shows its user `message` of an answer that is no success.
  server.addHook("onSend", async (_request, reply, payload) => {
    if (reply.statusCode < 400 || typeof payload !== "string") return payload;
    const problem = JSON.parse(payload) as { readonly detail?: string; readonly hint?: string };
    reply.removeHeader("content-length");
    return JSON.stringify({ ...problem, message: [problem.detail, problem.hint].filter(Boolean).join(" ") });
  });
  addInformation(server, context);
  addCreate(server, context);
  addReports(server, context);
}

function addCreate(server: Server, context: ServerContext): void {
  server.post(
    "/trace/create",
    {
      config,
      schema: {
        operationId: "createTrace",
        tags,
        summary: "Nextflow announces a run, which is added unless it is there",
        body,
        response: answers({ 200: CreatedSchema }),
      },
    },
    async (request) => {
      const report = recordOf(request.body);
      const key = keyOf(report, textOf(report.workflowId, LONGEST_NAME));
      try {
        const { row, run, message } = await perform(context, callerOf(request), (writing) =>
          registerExecution(writing, key),
        );
        const watchUrl = watchUrlOf(context, request, run.name);
        return { workflowId: row.workflow_id, watchUrl, ...(message === null ? {} : { message }) };
      } catch (error) {
        if (mayComeAgain(error)) throw error;
        // Its next report brings all that is needed to add the run.
        request.log.error({ err: error }, "a run of Nextflow could not be added");
        const watchUrl = watchUrlOf(context, request, key.runName ?? "");
        return { workflowId: unkeptWorkflowId(key), watchUrl };
      }
    },
  );
}

function addReports(server: Server, context: ServerContext): void {
  const report = (operationId: string, summary: string) => ({
    config,
    schema: { operationId, tags, summary, params: workflowParams, body, response: answers({ 200: TakenSchema }) },
  });
  server.put(
    "/trace/:workflowId/begin",
    {
      config,
      schema: {
        operationId: "beginTrace",
        tags,
        summary: "A run of Nextflow begins",
        params: workflowParams,
        body,
        response: answers({ 200: BegunSchema }),
      },
    },
    async (request) => {
      let name = "";
      await takeReport(context, request, finding(request, { registers: true }), (writing, row, run) => {
        name = run.name;
        return beginExecution(writing, row, run, recordOf(request.body));
      });
      return { watchUrl: watchUrlOf(context, request, name) };
    },
  );
  server.put("/trace/:workflowId/progress", report("progressTrace", "Tasks of a run of Nextflow"), async (request) => {
    await takeReport(context, request, finding(request), (writing, row, run) =>
      takeProgress(writing, row, run, recordOf(request.body)),
    );
    return {};
  });
  server.put("/trace/:workflowId/heartbeat", report("heartbeatTrace", "Nextflow is alive"), async (request) => {
    await takeReport(context, request, finding(request), (writing, row, run) =>
      takeProgress(writing, row, run, recordOf(request.body)),
    );
    return {};
  });
  server.put("/trace/:workflowId/complete", report("completeTrace", "A run of Nextflow has ended"), async (request) => {
    await takeReport(context, request, finding(request, { registers: true }), (writing, row, run) =>
      completeExecution(writing, row, run, recordOf(request.body)),
    );
    return {};
  });
}

function addInformation(server: Server, { settings }: ServerContext): void {
  server.get(
    "/user-info",
    {
      config: { access: "signed in", rateLimit: false },
      schema: {
        operationId: "getTraceUser",
        tags,
        summary: "Whose token Nextflow shows",
        response: answers({ 200: Type.Object({ user: Type.Object({ id: Type.String(), userName: Type.String() }) }) }),
      },
    },
    async (request) => {
      const { principalId, name } = callerOf(request);
      return { user: { id: principalId, userName: name } };
    },
  );
  server.get(
    "/service-info",
    {
      config: { access: "public" },
      schema: {
        operationId: "getTraceService",
        tags,
        summary: "What Nextflow reports to",
        response: answers({ 200: Type.Object({ serviceInfo: Type.Object({ version: Type.String() }) }) }),
      },
    },
    async () => ({ serviceInfo: { version: settings.touchstone } }),
  );
}

/**
 * Finds the execution of a report.
 *
 * @param registers whether the report has all that is needed to add its run, should the announcement have been lost.
 */
function finding(
  { params, body }: { readonly params: { readonly workflowId: string }; readonly body: unknown },
  { registers = false }: { readonly registers?: boolean } = {},
): (writing: Writing) => Promise<NextflowRow | null> {
  const { workflowId } = params;
  return async (writing) => {
    const found = await findByWorkflowId(writing.transaction, workflowId);
    if (found !== null || !registers) return found;
    return (await registerExecution(writing, keyOf(recordOf(recordOf(body).workflow), workflowId))).row;
  };
}

function keyOf(report: JsonRecord, workflowId: string | null): ExecutionKey {
  return {
    workflowId,
    sessionId: textOf(report.sessionId, LONGEST_NAME),
    runName: textOf(report.runName, LONGEST_NAME),
    instant: momentOf(report.instant),
  };
}

/** Where the run can be looked at. */
function watchUrlOf({ settings }: ServerContext, request: FastifyRequest, runName: string): string {
  const base = settings.publicUrl ?? `${request.protocol}://${request.host}${settings.basePath}`;
  return `${base}/api/v1/runs/${encodeURIComponent(runName)}`;
}
