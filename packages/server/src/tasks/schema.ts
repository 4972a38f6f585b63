import { type Static, type TInteger, type TNumber, Type } from "@sinclair/typebox";
import {
  CountInSchema,
  IdSchema,
  LARGEST_INTEGER,
  MomentInSchema,
  MomentOutSchema,
  orNull,
} from "../http/field-schemas.ts";

/** What a task can be, in the words of Nextflow. */
export const taskStatuses = ["new", "submitted", "running", "completed", "cached", "failed", "aborted"] as const;

/** One of the statuses. */
export type TaskStatus = (typeof taskStatuses)[number];

/** The schema of a status. */
export const TaskStatusSchema = Type.Union(taskStatuses.map((status) => Type.Literal(status)));

const ProcessSchema = Type.String({ minLength: 1, maxLength: 1000, pattern: "^\\S(.*\\S)?$" });
const numberSchema = Type.Integer({
  minimum: 1,
  maximum: LARGEST_INTEGER,
  description: "Nextflow's task_id; a task that is tried again is another task.",
});
const cpuShareDescription = "Processors that were busy on average while it ran: Nextflow's %cpu / 100.";
const durationDescription = "Milliseconds from when it was submitted to its end.";
const realtimeDescription = "Milliseconds from its start to its end.";

/** A task of a run as lists show it. */
export const TaskSchema = Type.Object({
  id: IdSchema,
  number: numberSchema,
  process: Type.String(),
  tag: orNull(Type.String()),
  hash: orNull(Type.String()),
  status: TaskStatusSchema,
  attempt: Type.Integer(),
  exitCode: orNull(
    Type.Integer({ description: "Null also of a task that failed without one, as when its machine was taken away." }),
  ),
  container: orNull(Type.String()),
  cpus: orNull(Type.Number()),
  memoryBytes: orNull(Type.Integer({ description: "What it asked for." })),
  peakMemoryBytes: orNull(Type.Integer({ description: "Most that it held at a time (peak_rss)." })),
  durationMs: orNull(Type.Integer({ description: durationDescription })),
  realtimeMs: orNull(Type.Integer({ description: realtimeDescription })),
  cpuShare: orNull(Type.Number({ description: cpuShareDescription })),
  submittedAt: orNull(MomentOutSchema),
  startedAt: orNull(MomentOutSchema),
  finishedAt: orNull(MomentOutSchema),
  changedAt: Type.String({ format: "date-time", description: "When its status was last reported to be another." }),
});

/** A task with everything that was reported of it. */
export const TaskWithTraceSchema = Type.Composite([
  TaskSchema,
  Type.Object({ trace: Type.Unknown({ description: "Fields of Nextflow's trace as they were reported." }) }),
]);

const whole = (description: string): TInteger => ({ ...CountInSchema, description });
const ratio = (description: string): TNumber => Type.Number({ minimum: 0, description });

/** What is reported of a task. Null, and what is left out, is not known. */
export const TaskReportSchema = Type.Object(
  {
    number: numberSchema,
    process: ProcessSchema,
    status: TaskStatusSchema,
    tag: Type.Optional(orNull(Type.String({ maxLength: 10_000 }))),
    hash: Type.Optional(orNull(Type.String({ maxLength: 200 }))),
    attempt: Type.Optional(orNull(Type.Integer({ minimum: 1, maximum: LARGEST_INTEGER }))),
    exitCode: Type.Optional(orNull(Type.Integer({ minimum: -LARGEST_INTEGER, maximum: LARGEST_INTEGER }))),
    container: Type.Optional(orNull(Type.String({ maxLength: 10_000 }))),
    cpus: Type.Optional(orNull(ratio("Processors that it asked for."))),
    memoryBytes: Type.Optional(orNull(whole("What it asked for."))),
    peakMemoryBytes: Type.Optional(orNull(whole("Most that it held at a time (peak_rss)."))),
    durationMs: Type.Optional(orNull(whole(durationDescription))),
    realtimeMs: Type.Optional(orNull(whole(realtimeDescription))),
    cpuShare: Type.Optional(orNull(ratio(cpuShareDescription))),
    submittedAt: Type.Optional(orNull(MomentInSchema)),
    startedAt: Type.Optional(orNull(MomentInSchema)),
    finishedAt: Type.Optional(orNull(MomentInSchema)),
    trace: Type.Optional(orNull(Type.Record(Type.String(), Type.Unknown()))),
  },
  { additionalProperties: false },
);

/** What is reported of several tasks of one run. */
export const TaskReportsSchema = Type.Object(
  { tasks: Type.Array(TaskReportSchema, { minItems: 1, maxItems: 5000 }) },
  { additionalProperties: false },
);

/** What came of a report. */
export const TaskReportResultSchema = Type.Object({
  added: Type.Integer({ description: "Tasks that had not been reported before." }),
  changed: Type.Integer({ description: "Tasks of which something new was reported." }),
  unchanged: Type.Integer({ description: "Tasks of which all of it, or more, was known." }),
});

export type Task = Static<typeof TaskSchema>;
export type TaskWithTrace = Static<typeof TaskWithTraceSchema>;
export type TaskReport = Static<typeof TaskReportSchema>;
export type TaskReportResult = Static<typeof TaskReportResultSchema>;
