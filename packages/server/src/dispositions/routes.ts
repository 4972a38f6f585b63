import { Type } from "@sinclair/typebox";
import { contentHash } from "@touchstone/quality";
import { authenticateSigner } from "../access/sign.ts";
import type { ServerContext } from "../context.ts";
import { callerOf } from "../http/access-control.ts";
import { pageOf, pageQuery } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { findRun } from "../runs/queries.ts";
import { RunParams } from "../runs/routes.ts";
import { writeOnce } from "../writing/write-once.ts";
import { decideDisposition } from "./decide-disposition.ts";
import { DispositionListQuerySchema, listDispositions } from "./list-dispositions.ts";
import { findDisposition, listDecisions } from "./queries.ts";
import {
  DecisionSchema,
  DispositionSummarySchema,
  NewDecisionSchema,
  QueuedDispositionSchema,
  RecordVersionSchema,
} from "./schema.ts";
import { runRecord } from "./signed-record.ts";

const tags = ["dispositions"];
const UNCHANGED = Type.Null({ description: "What If-None-Match names is still so." });

/** Dispositions: what may become of a run's results. */
export function addDispositionRoutes(server: Server, context: ServerContext): void {
  addPolled(server, context);
  addReading(server, context);
  addQueues(server, context);
  server.post(
    "/runs/:run/disposition",
    {
      config: { access: "sign" },
      schema: {
        operationId: "signDisposition",
        tags,
        summary: "Sign what becomes of a run's results; 202 while a second person has to sign as well",
        params: RunParams,
        body: NewDecisionSchema,
        response: answers({ 200: DispositionSummarySchema, 202: DispositionSummarySchema }),
      },
    },
    async (request, reply) => {
      const signer = await authenticateSigner(context, callerOf(request), request.body.signature);
      const { status, body } = await writeOnce(context, request, (writing) =>
        decideDisposition(writing, signer, request.params.run, request.body),
      );
      return reply.code(status as 200 | 202).send(body);
    },
  );
}

function addQueues(server: Server, context: ServerContext): void {
  server.get(
    "/dispositions",
    {
      config: { access: "read" },
      schema: {
        operationId: "listDispositions",
        tags,
        summary:
          "Runs by what a person may have to do about their disposition: what may be released, what is held and why",
        querystring: DispositionListQuerySchema,
        response: answers({ 200: pageOf(QueuedDispositionSchema) }),
      },
    },
    ({ query }) => listDispositions(context.database.kysely, query),
  );
}

/** The one address that a LIMS polls. */
function addPolled(server: Server, context: ServerContext): void {
  server.get(
    "/runs/:run/disposition",
    {
      config: { access: "read" },
      schema: {
        operationId: "getDisposition",
        tags,
        summary:
          "Whether a run's results may leave the house, why, and who signed; made to be polled with If-None-Match",
        params: RunParams,
        headers: Type.Object({ "if-none-match": Type.Optional(Type.String({ maxLength: 1000 })) }),
        response: answers({ 200: DispositionSummarySchema, 304: UNCHANGED }),
      },
    },
    async (request, reply) => {
      const body = await findDisposition(context.database.kysely, request.params.run);
      const tag = `"${contentHash(body).slice(0, 32)}"`;
      reply.header("etag", tag).header("cache-control", "private, no-cache");
      if (namesTag(request.headers["if-none-match"], tag)) return reply.code(304).send(null as never);
      return reply.code(200).send(body);
    },
  );
}

/** RFC 9110, 13.1.2: a list of tags, compared weakly, or `*`. */
function namesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.split(",").some((one) => [tag, "*"].includes(one.trim().replace(/^W\//, "")));
}

function addReading(server: Server, context: ServerContext): void {
  server.get(
    "/runs/:run/disposition/record",
    {
      config: { access: "read" },
      schema: {
        operationId: "getDispositionRecord",
        tags,
        summary: "The record that a signature would stand for, and the hash that names its version",
        params: RunParams,
        response: answers({ 200: RecordVersionSchema }),
      },
    },
    async ({ params }) => runRecord(context.database.kysely, await findRun(context.database.kysely, params.run)),
  );
  server.get(
    "/runs/:run/disposition/history",
    {
      config: { access: "read" },
      schema: {
        operationId: "getDispositionHistory",
        tags,
        summary: "All decisions about a run's results, the last first",
        params: RunParams,
        querystring: Type.Object(pageQuery, { additionalProperties: false }),
        response: answers({ 200: pageOf(DecisionSchema) }),
      },
    },
    ({ params, query }) => listDecisions(context.database.kysely, params.run, query),
  );
}
