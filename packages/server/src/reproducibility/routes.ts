import { Type } from "@sinclair/typebox";
import { importReplicateStudy } from "@touchstone/ingest";
import { FILES_BODY_FACTOR } from "../concordance/routes.ts";
import type { ServerContext } from "../context.ts";
import { receiveFiles } from "../files/received-file.ts";
import { storeFiles } from "../files/store-files.ts";
import { IdSchema, NameSchema } from "../http/field-schemas.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { writeOnce } from "../writing/write-once.ts";
import { ingestStudy } from "./ingest-study.ts";
import { listPairs, PairListQuerySchema } from "./list-pairs.ts";
import { latestStudy, listStudies, StudyListQuerySchema } from "./list-studies.ts";
import { listVariants, VariantListQuerySchema } from "./list-variants.ts";
import { findStudy } from "./queries.ts";
import { sampleVariants } from "./sample-variants.ts";
import {
  NewStudySchema,
  PairSchema,
  StudyRecordSchema,
  StudySchema,
  StudyVariantSchema,
  VariantSampleSchema,
} from "./schema.ts";

/** Studies of replicates: how well runs of one material agree. */
export function addReproducibilityRoutes(server: Server, context: ServerContext): void {
  const tags = ["reproducibility"];
  const params = Type.Object({ id: IdSchema });
  server.post(
    "/reproducibility",
    {
      config: { access: "ingest" },
      bodyLimit: FILES_BODY_FACTOR * context.settings.bodyLimit,
      schema: {
        operationId: "createReplicateStudy",
        tags,
        summary: "Take in the files of a study of replicates, and judge it",
        description:
          "P.reproducibility.json of `touchstone reproducibility`, and if wanted P.variants.tsv.gz (500,000 variants at " +
          "most) and P.pairs.csv. The same results sent again get the first answer; other results of the same run and name " +
          "are refused unless `supersede` says why. A body may have four times the bytes that other requests may have.",
        body: NewStudySchema,
        response: answers({ 200: StudyRecordSchema, 201: StudyRecordSchema }),
      },
    },
    async (request, reply) => {
      const received = receiveFiles(request.body.files, "/body/files");
      const imported = importReplicateStudy(received);
      const files = await storeFiles(context.objects, received, imported.kinds);
      const { touchstone } = context.settings;
      const { status, body } = await writeOnce(context, request, (writing) =>
        ingestStudy(writing, request.body, { imported, files, touchstone }),
      );
      return reply.code(status as 200 | 201).send(body);
    },
  );
  server.get(
    "/reproducibility",
    {
      config: { access: "read" },
      schema: {
        operationId: "listReplicateStudies",
        tags,
        summary: "Studies of replicates by the time when they were finished",
        querystring: StudyListQuerySchema,
        response: answers({ 200: pageOf(StudySchema) }),
      },
    },
    ({ query }) => listStudies(context.database.kysely, query),
  );
  server.get(
    "/reproducibility/latest",
    {
      config: { access: "read" },
      schema: {
        operationId: "getLatestReplicateStudy",
        tags,
        summary: "The last study of an assay, whichever version of it",
        querystring: Type.Object({ assay: NameSchema }, { additionalProperties: false }),
        response: answers({ 200: StudyRecordSchema }),
      },
    },
    ({ query }) => latestStudy(context.database.kysely, query.assay),
  );
  server.get(
    "/reproducibility/:id",
    {
      config: { access: "read" },
      schema: {
        operationId: "getReplicateStudy",
        tags,
        summary: "One study of replicates with its report",
        params,
        response: answers({ 200: StudyRecordSchema }),
      },
    },
    ({ params: { id } }) => findStudy(context.database.kysely, id),
  );
  server.get(
    "/reproducibility/:id/variants",
    {
      config: { access: "read" },
      schema: {
        operationId: "listReplicateVariants",
        tags,
        summary: "Variants of a study, or analytes, over its runs",
        params,
        querystring: VariantListQuerySchema,
        response: answers({ 200: pageOf(StudyVariantSchema) }),
      },
    },
    ({ params: { id }, query }) => listVariants(context.database.kysely, id, query),
  );
  server.get(
    "/reproducibility/:id/sample",
    {
      config: { access: "read" },
      schema: {
        operationId: "sampleReplicateVariants",
        tags,
        summary: "Variants of a study, evenly chosen for charts",
        params,
        response: answers({ 200: VariantSampleSchema }),
      },
    },
    ({ params: { id } }) => sampleVariants(context.database.kysely, id),
  );
  server.get(
    "/reproducibility/:id/pairs",
    {
      config: { access: "read" },
      schema: {
        operationId: "listReplicatePairs",
        tags,
        summary: "How pairs of a study's runs agree, by stratum",
        params,
        querystring: PairListQuerySchema,
        response: answers({ 200: pageOf(PairSchema) }),
      },
    },
    ({ params: { id }, query }) => listPairs(context.database.kysely, id, query),
  );
}
