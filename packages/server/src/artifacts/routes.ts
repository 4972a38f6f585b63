import { Type } from "@sinclair/typebox";
import type { ServerContext } from "../context.ts";
import { IdSchema } from "../http/field-schemas.ts";
import { pageOf } from "../http/page.ts";
import { answers } from "../http/problem-schema.ts";
import type { Server } from "../http/route-schema.ts";
import { findRunKey } from "../runs/queries.ts";
import { RunParams } from "../runs/routes.ts";
import { writeOnce } from "../writing/write-once.ts";
import { addArtifact } from "./add-artifact.ts";
import { ArtifactListQuerySchema, listArtifacts } from "./list-artifacts.ts";
import { findArtifact } from "./queries.ts";
import { ArtifactSchema, ArtifactUploadQuerySchema, NewArtifactSchema } from "./schema.ts";
import { sendContent } from "./send-content.ts";
import { storeUpload, uploadUri } from "./store-upload.ts";

/** A file of whichever type it was sent with. */
const BINARY = { "*/*": { schema: Type.Unknown() } };

/** Files of runs: known by place and hash, small ones kept. */
export function addArtifactRoutes(server: Server, context: ServerContext): void {
  const tags = ["artifacts"];
  server.get(
    "/runs/:run/artifacts",
    {
      config: { access: "read" },
      schema: {
        operationId: "listArtifacts",
        tags,
        summary: "Files of a run, in the order in which they were added",
        params: RunParams,
        querystring: ArtifactListQuerySchema,
        response: answers({ 200: pageOf(ArtifactSchema) }),
      },
    },
    async ({ params, query }) => {
      const { kysely } = context.database;
      return listArtifacts(kysely, (await findRunKey(kysely, params.run)).id, query);
    },
  );
  server.post(
    "/runs/:run/artifacts",
    {
      config: { access: "ingest" },
      schema: {
        operationId: "addArtifact",
        tags,
        summary: "Add a file of a run that is kept elsewhere; the same file sent again gets the first answer",
        params: RunParams,
        body: NewArtifactSchema,
        response: answers({ 200: ArtifactSchema, 201: ArtifactSchema }),
      },
    },
    async (request, reply) => {
      const { status, body } = await writeOnce(context, request, async (writing) =>
        addArtifact(writing, await findRunKey(writing.transaction, request.params.run), request.body),
      );
      return reply.code(status as 200 | 201).send(body);
    },
  );
  server.register(async (uploads) => addUploadRoute(uploads as unknown as Server, context));
  server.get(
    "/artifacts/:id",
    {
      config: { access: "read" },
      schema: {
        operationId: "getArtifact",
        tags,
        summary: "One file of a run, without its content",
        params: Type.Object({ id: IdSchema }),
        response: answers({ 200: ArtifactSchema }),
      },
    },
    ({ params }) => findArtifact(context.database.kysely, params.id),
  );
  server.get(
    "/artifacts/:id/content",
    {
      config: { access: "read" },
      schema: {
        operationId: "getArtifactContent",
        tags,
        summary: "Content of a file that Touchstone keeps: all of it, a range, or where S3 gives it out",
        params: Type.Object({ id: IdSchema }),
        response: answers({
          200: { description: "The file.", content: BINARY },
          206: { description: "The range that was asked for.", content: BINARY },
          302: { description: "`Location` is where the file can be downloaded for five minutes.", type: "null" },
          416: { $ref: "Problem#" },
        } as never),
      },
    },
    async (request, reply) => {
      const artifact = await findArtifact(context.database.kysely, request.params.id);
      return sendContent(context.objects, artifact, request, reply) as never;
    },
  );
}

/** The content is stored first: no row ever names what is not there. It is read as it comes, so no parser may take it. */
function addUploadRoute(server: Server, context: ServerContext): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", (_request, _payload, done) => done(null));
  server.post(
    "/runs/:run/artifacts/upload",
    {
      config: { access: "ingest" },
      schema: {
        operationId: "uploadArtifact",
        tags: ["artifacts"],
        summary: "Add a file of a run together with its content; the same file sent again gets the first answer",
        consumes: ["application/octet-stream"],
        params: RunParams,
        querystring: ArtifactUploadQuerySchema,
        body: Type.Unknown({ description: "The file. Its Content-Type is kept." }),
        response: answers({ 200: ArtifactSchema, 201: ArtifactSchema }),
      },
    },
    async (request, reply) => {
      const { kind, name, sha256: expected } = request.query;
      await findRunKey(context.database.kysely, request.params.run);
      const { sha256, size } = await storeUpload(context.objects, request.raw, expected);
      const mediaType = request.headers["content-type"];
      request.body = { ...request.query, sha256, size }; // what makes two uploads the same
      const { status, body } = await writeOnce(context, request, async (writing) => {
        const run = await findRunKey(writing.transaction, request.params.run);
        const added = { kind, uri: uploadUri(sha256, name), sha256, sizeBytes: size };
        return addArtifact(writing, run, mediaType === undefined ? added : { ...added, mediaType });
      });
      return reply.code(status as 200 | 201).send(body);
    },
  );
}
