import { type Static, Type } from "@sinclair/typebox";
import {
  IdSchema,
  MomentInSchema,
  MomentOutSchema,
  NameSchema,
  orNull,
  Sha256Schema,
  TextSchema,
  VersionInSchema,
} from "../http/field-schemas.ts";
import { SubstitutionSchema, ToolVersionSchema } from "./tools-schema.ts";

/** What a run can be. */
export const runStatuses = ["queued", "running", "succeeded", "failed", "cancelled"] as const;

/** What can become of a run's results. */
export const dispositions = ["released", "held", "rejected", "repeat"] as const;

const RunStatusSchema = Type.Union(runStatuses.map((status) => Type.Literal(status)));
const DispositionSchema = Type.Union(dispositions.map((disposition) => Type.Literal(disposition)));
const RevisionSchema = Type.String({ pattern: "^[0-9a-f]{40}([0-9a-f]{24})?$", description: "Commit, in full." });
const PipelineVersionSchema = Type.Object(
  { pipeline: NameSchema, version: NameSchema, revision: Type.Optional(RevisionSchema) },
  { additionalProperties: false },
);
const ReagentLotSchema = Type.Object({ reagent: NameSchema, lot: NameSchema }, { additionalProperties: false });

/** A run as answers show it. */
export const RunSchema = Type.Object({
  id: IdSchema,
  name: Type.String(),
  assay: orNull(Type.Object({ id: IdSchema, name: Type.String(), version: Type.Integer() })),
  pipelineVersion: orNull(
    Type.Object({
      id: IdSchema,
      pipeline: Type.String(),
      version: Type.String(),
      revision: orNull(Type.String()),
    }),
  ),
  instrument: orNull(Type.Object({ id: IdSchema, name: Type.String() })),
  samples: Type.Array(Type.String()),
  reagentLots: Type.Array(Type.Object({ reagent: Type.String(), lot: Type.String() })),
  nextflowId: orNull(Type.String()),
  inputsSha256: orNull(Sha256Schema),
  parameters: Type.Unknown(),
  toolVersions: orNull(
    Type.Array(ToolVersionSchema, { description: "Programs by process and name; null while none were recorded." }),
  ),
  substitutions: orNull(
    Type.Array(SubstitutionSchema, { description: "Programs that stood in for others; null while nothing says." }),
  ),
  isImported: Type.Boolean(),
  performedAt: MomentOutSchema,
  status: RunStatusSchema,
  startedAt: orNull(MomentOutSchema),
  finishedAt: orNull(MomentOutSchema),
  failure: orNull(Type.String()),
  proposedDisposition: orNull(DispositionSchema),
  proposalReasons: Type.Array(Type.String()),
  disposition: DispositionSchema,
  revision: Type.Integer({ description: "Raised by every change; also the ETag." }),
  createdAt: MomentOutSchema,
});

/** What makes a run. */
export const NewRunSchema = Type.Object(
  {
    name: NameSchema,
    assay: Type.Optional(
      Type.Object({ name: NameSchema, version: Type.Optional(VersionInSchema) }, { additionalProperties: false }),
    ),
    pipelineVersion: Type.Optional(PipelineVersionSchema),
    instrument: Type.Optional(NameSchema),
    samples: Type.Optional(Type.Array(NameSchema, { uniqueItems: true, maxItems: 10_000 })),
    reagentLots: Type.Optional(Type.Array(ReagentLotSchema, { uniqueItems: true, maxItems: 100 })),
    nextflowId: Type.Optional(NameSchema),
    inputsSha256: Type.Optional(Sha256Schema),
    parameters: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    performedAt: Type.Optional(MomentInSchema),
    status: Type.Optional(RunStatusSchema),
    startedAt: Type.Optional(MomentInSchema),
    finishedAt: Type.Optional(MomentInSchema),
    failure: Type.Optional(TextSchema),
    imported: Type.Optional(
      Type.Boolean({ description: "Of the time before Touchstone: kept apart from what was seen." }),
    ),
  },
  { additionalProperties: false },
);

/** What may change: the status, forward only. */
export const RunChangeSchema = Type.Object(
  {
    status: RunStatusSchema,
    at: Type.Optional(MomentInSchema),
    failure: Type.Optional(TextSchema),
  },
  { additionalProperties: false },
);

export type Run = Static<typeof RunSchema>;
export type NewRun = Static<typeof NewRunSchema>;
export type RunChange = Static<typeof RunChangeSchema>;
export type RunStatus = Run["status"];
