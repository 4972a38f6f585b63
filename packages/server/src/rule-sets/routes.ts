import { Type } from "@sinclair/typebox";
import { authenticateSigner, SignatureRequestSchema } from "../access/sign.ts";
import { RetirementSchema } from "../assays/schema.ts";
import type { ServerContext } from "../context.ts";
import { callerOf } from "../http/access-control.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { writeOnce } from "../writing/write-once.ts";
import { approveRuleSet } from "./approve-rule-set.ts";
import { createRuleSet } from "./create-rule-set.ts";
import { listRuleSets, RuleSetListQuerySchema } from "./list-rule-sets.ts";
import { findRuleSet } from "./queries.ts";
import { retireRuleSet } from "./retire-rule-set.ts";
import { NewRuleSetSchema, RuleSetRecordSchema, RuleSetSummarySchema } from "./schema.ts";

/** Rule sets: which control rules judge a run, and by which policies. */
export function addRuleSetRoutes(server: Server, context: ServerContext): void {
  const tags = ["rule sets"];
  const params = Type.Object({ id: IdSchema });
  server.post(
    "/rule-sets",
    {
      config: { access: "ingest" },
      schema: {
        operationId: "createRuleSet",
        tags,
        summary: "Add a rule set as a draft; the same one sent again gets the first answer",
        body: NewRuleSetSchema,
        response: answers({ 200: RuleSetRecordSchema, 201: RuleSetRecordSchema }),
      },
    },
    async (request, reply) => {
      const { status, body } = await writeOnce(context, request, (writing, caller) =>
        createRuleSet(writing, caller, request.body),
      );
      return reply.code(status as 200 | 201).send(body);
    },
  );
  server.get(
    "/rule-sets",
    {
      config: { access: "read" },
      schema: {
        operationId: "listRuleSets",
        tags,
        summary: "Rule sets by name and version",
        querystring: RuleSetListQuerySchema,
        response: answers({ 200: pageOf(RuleSetSummarySchema) }),
      },
    },
    ({ query }) => listRuleSets(context.database.kysely, query),
  );
  server.get(
    "/rule-sets/:id",
    {
      config: { access: "read" },
      schema: {
        operationId: "getRuleSet",
        tags,
        summary: "One rule set with its rules, policies and the signature under it",
        params,
        response: answers({ 200: RuleSetRecordSchema }),
      },
    },
    ({ params: { id } }) => findRuleSet(context.database.kysely, id),
  );
  server.post(
    "/rule-sets/:id/approve",
    {
      config: { access: "sign" },
      schema: {
        operationId: "approveRuleSet",
        tags,
        summary: "Sign a draft: it judges what is measured from now on, the one before is retired",
        params,
        body: SignatureRequestSchema,
        response: answers({ 200: RuleSetRecordSchema }),
      },
    },
    async (request, reply) => {
      const signer = await authenticateSigner(context, callerOf(request), request.body);
      const { body } = await writeOnce(context, request, (writing) =>
        approveRuleSet(writing, signer, request.params.id),
      );
      return reply.send(body);
    },
  );
  server.post(
    "/rule-sets/:id/retire",
    {
      config: { access: "review" },
      schema: {
        operationId: "retireRuleSet",
        tags,
        summary: "End the use of a rule set; what was judged by it stays",
        params,
        body: RetirementSchema,
        response: answers({ 200: RuleSetRecordSchema }),
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { reason } = request.body;
      const { body } = await writeOnce(context, request, (writing) => retireRuleSet(writing, id, reason));
      return reply.send(body);
    },
  );
}
