import { type Static, Type } from "@sinclair/typebox";
import { IdSchema, MomentOutSchema, orNull } from "../http/field-schemas.ts";

const WarningSchema = Type.Object({ at: MomentOutSchema, message: Type.String() });

/** What Nextflow reported of a run as a whole. */
export const NextflowRunSchema = Type.Object({
  runId: IdSchema,
  workflowId: Type.String({ description: "By which Nextflow names the run in its reports." }),
  sessionId: orNull(Type.String({ description: "The same of a run and of those that resume it." })),
  runName: orNull(Type.String()),
  workflow: Type.Unknown({ description: "Nextflow's description; parameters are with the run." }),
  configSha256: orNull(Type.String({ description: "Of the configuration as Nextflow resolved it." })),
  processNames: Type.Array(Type.String()),
  containers: Type.Unknown({ description: "Images that were made or resolved for tasks, by name." }),
  progress: Type.Unknown({ description: "Last numbers of tasks, by state and by process." }),
  metrics: Type.Unknown({ description: "Distributions of resources by process, at the end." }),
  warnings: Type.Array(WarningSchema, { description: "The last of what was not understood or could not be kept." }),
  createdAt: MomentOutSchema,
  begunAt: orNull(MomentOutSchema),
  heardAt: Type.String({ format: "date-time", description: "When it last reported." }),
  completedAt: orNull(MomentOutSchema),
});

export type NextflowRun = Static<typeof NextflowRunSchema>;
export type NextflowWarning = Static<typeof WarningSchema>;
