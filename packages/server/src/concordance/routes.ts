import { Type } from "@sinclair/typebox";
import { importComparison } from "@touchstone/ingest";
import type { ServerContext } from "../context.ts";
import { invalidField } from "../error.ts";
import { receiveFiles } from "../files/received-file.ts";
import { storeFiles } from "../files/store-files.ts";
import { IdSchema, Sha256Schema } from "../http/field-schemas.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { writeOnce } from "../writing/write-once.ts";
import { DiscordantRecordSchema, DiscordantVariantSchema, IntersectionsSchema } from "./discordant-schema.ts";
import { findDiscordant } from "./find-discordant.ts";
import { ingestComparison, type ReadComparison } from "./ingest-comparison.ts";
import { IntersectionQuerySchema, intersectDiscordant } from "./intersections.ts";
import { ComparisonListQuerySchema, listComparisons } from "./list-comparisons.ts";
import { DiscordantListQuerySchema, listDiscordant } from "./list-discordant.ts";
import { listPoints, PointListQuerySchema, PointSchema } from "./list-points.ts";
import { listStrata, StratumListQuerySchema } from "./list-strata.ts";
import { findComparison } from "./queries.ts";
import {
  ComparisonRecordSchema,
  ComparisonSchema,
  type NewComparison,
  NewComparisonSchema,
  StratumSchema,
  TakenComparisonSchema,
} from "./schema.ts";
import { ScoreSummarySchema, SummaryQuerySchema, summariseScores } from "./summarise.ts";

/** A request with files may be as much larger than others. */
export const FILES_BODY_FACTOR = 4;

/** Comparisons with truth sets: scores, judged by thresholds and watched for trends. */
export function addConcordanceRoutes(server: Server, context: ServerContext): void {
  const tags = ["concordance"];
  const params = Type.Object({ id: IdSchema });
  server.post(
    "/concordance",
    {
      config: { access: "ingest" },
      bodyLimit: FILES_BODY_FACTOR * context.settings.bodyLimit,
      schema: {
        operationId: "createComparison",
        tags,
        summary: "Take in the files of a comparison with a truth set, and judge it",
        description:
          "Files of `touchstone compare`, hap.py, rtg vcfeval, aardvark or som.py, recognised by their content; a VCF with the " +
          "columns TRUTH and QUERY brings the variants on which they differ, 100,000 at most. The same " +
          "results sent again get the first answer; other results for the same run, truth set and sample are refused unless " +
          "`supersede` says why. A body may have four times the bytes that other requests may have (64 MiB by default).",
        body: NewComparisonSchema,
        response: answers({ 200: TakenComparisonSchema, 201: TakenComparisonSchema }),
      },
    },
    async (request, reply) => {
      const read = await readComparison(context, request.body);
      const { status, body } = await writeOnce(context, request, (writing) =>
        ingestComparison(writing, request.body, read),
      );
      return reply.code(status as 200 | 201).send(body);
    },
  );
  server.get(
    "/concordance",
    {
      config: { access: "read" },
      schema: {
        operationId: "listComparisons",
        tags,
        summary: "Comparisons by the time when they were made, with their scores and states",
        querystring: ComparisonListQuerySchema,
        response: answers({ 200: pageOf(ComparisonSchema) }),
      },
    },
    ({ query }) => listComparisons(context.database.kysely, query),
  );
  server.get(
    "/concordance/summary",
    {
      config: { access: "read" },
      schema: {
        operationId: "summariseConcordance",
        tags,
        summary:
          "Mean scores by assay, truth set, pipeline version, program and type, and comparisons that pass and fail",
        querystring: SummaryQuerySchema,
        response: answers({ 200: pageOf(ScoreSummarySchema) }),
      },
    },
    ({ query }) => summariseScores(context.database.kysely, query),
  );
  server.get(
    "/concordance/intersections",
    {
      config: { access: "read" },
      schema: {
        operationId: "intersectDiscordantVariants",
        tags,
        summary: "How many FN and FP comparisons with one truth set have in common, for every set of them (UpSet)",
        querystring: IntersectionQuerySchema,
        response: answers({ 200: IntersectionsSchema }),
      },
    },
    ({ query }) => intersectDiscordant(context.database.kysely, query),
  );
  server.get(
    "/concordance/discordant-variants",
    {
      config: { access: "read" },
      schema: {
        operationId: "listDiscordantVariants",
        tags,
        summary: "FN and FP that some comparisons have and others have not, in the order of the genome",
        querystring: DiscordantListQuerySchema,
        response: answers({ 200: pageOf(DiscordantVariantSchema) }),
      },
    },
    ({ query }) => listDiscordant(context.database.kysely, query),
  );
  server.get(
    "/concordance/:id",
    {
      config: { access: "read" },
      schema: {
        operationId: "getComparison",
        tags,
        summary: "One comparison with its verdicts, files and provenance",
        params,
        response: answers({ 200: ComparisonRecordSchema }),
      },
    },
    ({ params: { id } }) => findComparison(context.database.kysely, id),
  );
  server.get(
    "/concordance/:id/strata",
    {
      config: { access: "read" },
      schema: {
        operationId: "listStrata",
        tags,
        summary: "Rows of a comparison's table: counts and scores by type, subtype, stratum and filter",
        params,
        querystring: StratumListQuerySchema,
        response: answers({ 200: pageOf(StratumSchema) }),
      },
    },
    ({ params: { id }, query }) => listStrata(context.database.kysely, id, query),
  );
  server.get(
    "/concordance/:id/precision-recall",
    {
      config: { access: "read" },
      schema: {
        operationId: "listPrecisionRecallPoints",
        tags,
        summary: "Points of a comparison's precision-recall curves",
        params,
        querystring: PointListQuerySchema,
        response: answers({ 200: pageOf(PointSchema) }),
      },
    },
    ({ params: { id }, query }) => listPoints(context.database.kysely, id, query),
  );
  server.get(
    "/concordance/:id/discordant-variants/:variant",
    {
      config: { access: "read" },
      schema: {
        operationId: "getDiscordantVariant",
        tags,
        summary: "One FN or FP with the reference around it, the records nearby and how it was decided",
        params: Type.Object({ id: IdSchema, variant: Sha256Schema }),
        response: answers({ 200: DiscordantRecordSchema }),
      },
    },
    ({ params: { id, variant } }) => findDiscordant(context.database.kysely, id, variant),
  );
}

/** Reads the files and keeps them, before the transaction that refers to them. */
async function readComparison(
  { objects, settings: { touchstone } }: ServerContext,
  { files, format }: NewComparison,
): Promise<ReadComparison> {
  const received = receiveFiles(files, "/body/files");
  const imported = importComparison(received);
  if (format !== undefined && format !== imported.format) {
    throw invalidField("/body/format", `the files are of ${imported.format}, not of ${format}`);
  }
  return { imported, files: await storeFiles(objects, received), touchstone };
}
