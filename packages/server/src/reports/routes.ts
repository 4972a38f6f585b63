import { Type } from "@sinclair/typebox";
import type { FastifyReply } from "fastify";
import { atOneMoment } from "../at-one-moment.ts";
import type { ServerContext } from "../context.ts";
import { callerOf } from "../http/access-control.ts";
import { IdSchema, MomentInSchema, NameSchema, VersionInSchema } from "../http/field-schemas.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { RunParams } from "../runs/routes.ts";
import { comparisonPage } from "./comparison-page.ts";
import { gatherRunReport } from "./gather-run-report.ts";
import { loadReports } from "./load-reports.ts";
import { gatherMonthlyReport } from "./monthly/gather-monthly-report.ts";
import { MonthSchema, periodOf } from "./monthly/month.ts";
import { studyPage } from "./study-page.ts";
import { gatherValidationReport } from "./validation/gather-validation-report.ts";

const tags = ["reports"];
const rateLimit = { max: 60, timeWindow: 60_000 };
const config = { access: "read", rateLimit } as const;
const byId = Type.Object({ id: IdSchema });

const ValidationQuerySchema = Type.Object(
  {
    assay: NameSchema,
    version: Type.Optional(VersionInSchema),
    pipelineVersionId: IdSchema,
    performedFrom: Type.Optional(MomentInSchema),
    performedBefore: Type.Optional(MomentInSchema),
  },
  { additionalProperties: false },
);

const page = {
  description: "A self-contained HTML document, without scripts, that prints on A4.",
  content: { "text/html": { schema: { type: "string" } } },
};
const response = answers({ 200: page as never });

/** Records as pages for people. */
export function addReportRoutes(server: Server, context: ServerContext): void {
  const { database, settings } = context;
  const { touchstone } = settings;
  server.get(
    "/runs/:run/report",
    {
      config,
      schema: {
        operationId: "getRunReport",
        tags,
        summary: "The report of a run; its part of the audit trail only for who may read the trail",
        params: RunParams,
        response,
      },
    },
    async (request, reply) => {
      const withAudit = callerOf(request).rights.has("audit");
      const { runReport } = await loadReports();
      const gathered = await atOneMoment(database, (records) =>
        gatherRunReport(records, request.params.run, { withAudit, touchstone }),
      );
      return sendPage(reply, runReport(gathered));
    },
  );
  server.get(
    "/concordance/:id/report",
    {
      config,
      schema: {
        operationId: "getComparisonReport",
        tags,
        summary: "The report of a comparison with a truth set, with its verdicts",
        params: byId,
        response,
      },
    },
    async ({ params: { id } }, reply) =>
      sendPage(reply, await atOneMoment(database, (records) => comparisonPage(records, id, touchstone))),
  );
  server.get(
    "/reproducibility/:id/report",
    {
      config,
      schema: {
        operationId: "getReplicateStudyReport",
        tags,
        summary: "The report of a study of replicates",
        description: "Single variants are shown of studies of 50,000 variants at most.",
        params: byId,
        response,
      },
    },
    async ({ params: { id } }, reply) =>
      sendPage(reply, await atOneMoment(database, (records) => studyPage(records, id))),
  );
  addReviewRoutes(server, context);
  addValidationRoute(server, context);
}

/** Reviews of an assay as a whole. */
function addReviewRoutes(server: Server, { database, settings: { touchstone }, now }: ServerContext): void {
  server.get(
    "/reports/monthly",
    {
      config,
      schema: {
        operationId: "getMonthlyReport",
        tags,
        summary: "The review of an assay's month: runs, verdicts, alerts, actions, trends, changes and lots",
        querystring: Type.Object({ assay: NameSchema, month: MonthSchema }, { additionalProperties: false }),
        response,
      },
    },
    async ({ query: { assay, month } }, reply) => {
      const { monthlyReport } = await loadReports();
      const period = periodOf(month, now());
      const gathered = await atOneMoment(database, (records) =>
        gatherMonthlyReport(records, { assay, period, touchstone }),
      );
      return sendPage(reply, monthlyReport(gathered));
    },
  );
}

/** What is filed when a pipeline version is validated. */
function addValidationRoute(server: Server, { database, settings: { touchstone }, now }: ServerContext): void {
  server.get(
    "/reports/validation",
    {
      config,
      schema: {
        operationId: "getValidationReport",
        tags,
        summary: "The validation of a pipeline version for an assay: criteria and outcome, accuracy, reproducibility",
        description:
          "Of the version of the assay that is in force, or of the newest one where none is. All runs unless it is said " +
          "when those that are part of it were performed.",
        querystring: ValidationQuerySchema,
        response,
      },
    },
    async ({ query }, reply) => {
      const { validationReport } = await loadReports();
      const gathered = await atOneMoment(database, (records) =>
        gatherValidationReport(records, query, { touchstone, now: now() }),
      );
      return sendPage(reply, validationReport(gathered));
    },
  );
}

/** Nothing on the page takes effect but its own style sheet, and no other page shows it in a frame. */
async function sendPage(reply: FastifyReply, html: string) {
  const { REPORT_CONTENT_SECURITY_POLICY } = await loadReports();
  return reply
    .type("text/html; charset=utf-8")
    .header("content-security-policy", `${REPORT_CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`)
    .send(html as never);
}
