import type { ServerContext } from "../context.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { listAuditEvents } from "./list-audit-events.ts";
import { AuditEventSchema, AuditListQuerySchema, AuditVerificationSchema, AuditVerifyQuerySchema } from "./schema.ts";
import { verifyTrail } from "./verify.ts";

/** The audit trail: who did what to which record, and whether all of it is as it was written. */
export function addAuditRoutes(server: Server, context: ServerContext): void {
  const tags = ["audit"];
  server.get(
    "/audit",
    {
      config: { access: "audit" },
      schema: {
        operationId: "listAuditEvents",
        tags,
        summary: "The audit trail, latest first",
        querystring: AuditListQuerySchema,
        response: answers({ 200: pageOf(AuditEventSchema) }),
      },
    },
    ({ query }) => listAuditEvents(context.database.kysely, query),
  );
  server.get(
    "/audit/verify",
    {
      config: { access: "audit", rateLimit: { max: 60, timeWindow: 60_000 } },
      schema: {
        operationId: "verifyAudit",
        tags,
        summary: "Whether a part of the audit trail is as it was written; `next` leads on",
        querystring: AuditVerifyQuerySchema,
        response: answers({ 200: AuditVerificationSchema }),
      },
    },
    ({ query }) => verifyTrail(context, query),
  );
}
