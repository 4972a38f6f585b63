import { type Static, Type } from "@sinclair/typebox";
import { MomentOutSchema, orNull } from "../http/field-schemas.ts";
import { pageQuery } from "../http/page.ts";

/** What a run's timeline tells of. */
export const timelineKinds = [
  "run",
  "task",
  "comparison",
  "measurements",
  "replicate study",
  "artifact",
  "verdicts",
  "alert",
] as const;

/** One of the kinds. */
export type TimelineKind = (typeof timelineKinds)[number];

const KindSchema = Type.Union(timelineKinds.map((kind) => Type.Literal(kind)));

/** What the timeline can be narrowed to, and its direction. */
export const TimelineQuerySchema = Type.Object(
  {
    ...pageQuery,
    kind: Type.Optional(
      Type.Array(KindSchema, { uniqueItems: true, maxItems: timelineKinds.length, description: "All unless given." }),
    ),
    sort: Type.Union([Type.Literal("at"), Type.Literal("-at")], { default: "at" }),
  },
  { additionalProperties: false },
);

/** Something that happened in a run, or that was found out about it. */
export const TimelineEntrySchema = Type.Object({
  at: MomentOutSchema,
  kind: KindSchema,
  summary: Type.String({ description: "A sentence for people." }),
  actor: orNull(Type.String({ description: "Who did it; null of what was only reported." })),
  recordKind: orNull(Type.String()),
  recordId: orNull(Type.String({ description: "The record that it is about; null where it is about several." })),
});

export type TimelineQuery = Static<typeof TimelineQuerySchema>;
export type TimelineEntry = Static<typeof TimelineEntrySchema>;
