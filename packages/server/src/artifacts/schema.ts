import { type Static, Type } from "@sinclair/typebox";
import { CountInSchema, IdSchema, MomentOutSchema, NameSchema, orNull } from "../http/field-schemas.ts";

/** A SHA-256 as records keep it. */
export const Sha256Schema = Type.String({ pattern: "^[0-9a-f]{64}$" });

const UriSchema = Type.String({
  minLength: 1,
  maxLength: 4096,
  pattern: "^\\S(.*\\S)?$",
  description: "Where the file is: s3://bucket/run-17/calls.vcf.gz, or a path.",
});
const MediaTypeSchema = Type.String({ minLength: 1, maxLength: 200, pattern: "^\\S(.*\\S)?$" });

/** A file of a run as answers show it. */
export const ArtifactSchema = Type.Object({
  id: IdSchema,
  runId: IdSchema,
  kind: Type.String(),
  uri: Type.String(),
  sha256: Sha256Schema,
  sizeBytes: Type.Integer(),
  mediaType: orNull(Type.String()),
  createdAt: MomentOutSchema,
});

/** A file that is kept elsewhere. */
export const NewArtifactSchema = Type.Object(
  {
    kind: NameSchema,
    uri: UriSchema,
    sha256: Sha256Schema,
    sizeBytes: CountInSchema,
    mediaType: Type.Optional(MediaTypeSchema),
  },
  { additionalProperties: false },
);

/** What is said of a file whose content is the request's body. */
export const ArtifactUploadQuerySchema = Type.Object(
  {
    kind: NameSchema,
    name: Type.String({ minLength: 1, maxLength: 200, pattern: "^[^\\s/\\\\]([^/\\\\]*[^\\s/\\\\])?$" }),
    sha256: Type.Optional(Sha256Schema),
  },
  { additionalProperties: false },
);

export type Artifact = Static<typeof ArtifactSchema>;
export type NewArtifact = Static<typeof NewArtifactSchema>;
