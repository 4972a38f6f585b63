import { type Static, Type } from "@sinclair/typebox";
import type { ArtifactTable } from "@touchstone/store";
import type { Selectable } from "kysely";
import { IdSchema, orNull, Sha256Schema } from "../http/field-schemas.ts";
import { nameOfObject } from "./attach-artifacts.ts";

/** A file that a result was read from, as answers show it. */
export const SourceFileSchema = Type.Object({
  id: IdSchema,
  name: Type.String(),
  kind: Type.String(),
  mediaType: orNull(Type.String()),
  sha256: Sha256Schema,
  sizeBytes: Type.Integer(),
});

/** The same from its artifact. */
export function toSourceFile(row: Selectable<ArtifactTable>): Static<typeof SourceFileSchema> {
  const { id, uri, kind, media_type: mediaType, sha256, size_bytes: sizeBytes } = row;
  return { id, name: nameOfObject(uri), kind, mediaType, sha256, sizeBytes };
}
