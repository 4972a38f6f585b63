import { type Static, Type } from "@sinclair/typebox";
import { ApprovalSchema, ApprovedBySchema } from "../access/approval.ts";
import { IdSchema, MomentOutSchema, orNull, TextSchema } from "../http/field-schemas.ts";

/** What a definition can be. */
export const definitionStatuses = ["draft", "approved", "retired"] as const;

/** The same as a schema. */
export const DefinitionStatusSchema = Type.Union(definitionStatuses.map((status) => Type.Literal(status)));

/** An assay in a list. */
export const AssaySummarySchema = Type.Object({
  id: IdSchema,
  name: Type.String(),
  version: Type.Integer(),
  description: orNull(Type.String()),
  isExample: Type.Boolean({ description: "Never approved as it is." }),
  status: DefinitionStatusSchema,
  contentSha256: Type.String({ description: "Of the definition as canonical JSON; layout and comments do not count." }),
  proposedBy: orNull(IdSchema),
  createdAt: MomentOutSchema,
  approvedBy: ApprovedBySchema,
  approvedAt: orNull(MomentOutSchema),
  retiredAt: orNull(MomentOutSchema),
});

/** One assay with its definition. */
export const AssayRecordSchema = Type.Object({
  ...AssaySummarySchema.properties,
  document: Type.Unknown({ description: "The definition." }),
  source: orNull(Type.String({ description: "As it was sent, YAML with its comments or JSON." })),
  obstacles: Type.Array(
    Type.Object({
      pointer: Type.String({ description: "JSON pointer into the definition." }),
      message: Type.String(),
    }),
    { description: "What keeps a draft from being approved; empty for one that can be." },
  ),
  approval: orNull(ApprovalSchema),
});

/** What defines an assay. */
export const NewAssaySchema = Type.Object(
  {
    definition: Type.Union([TextSchema, Type.Record(Type.String(), Type.Unknown())], {
      description: "Text in YAML or JSON, or the JSON itself; `touchstone assay example` prints one.",
    }),
  },
  { additionalProperties: false },
);

/** Why something is not used any more. */
export const RetirementSchema = Type.Object({ reason: TextSchema }, { additionalProperties: false });

export type AssaySummary = Static<typeof AssaySummarySchema>;
export type AssayRecord = Static<typeof AssayRecordSchema>;
export type NewAssay = Static<typeof NewAssaySchema>;
