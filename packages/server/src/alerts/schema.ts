import { type Static, Type } from "@sinclair/typebox";
import { AlertSchema as AlertDocumentSchema } from "@touchstone/model";
import { IdSchema, MomentOutSchema, orNull, TextSchema } from "../http/field-schemas.ts";
import { PersonSchema } from "../principals/person.ts";

const { kind, state, occurrences, history } = AlertDocumentSchema.properties;

/** A run as other records name it. */
export const NamedRunSchema = Type.Object({ id: IdSchema, name: Type.String() });

/** An alert as lists show it. */
export const AlertSchema = Type.Object({
  id: IdSchema,
  kind,
  subject: Type.String({ description: "What it is about, for people." }),
  status: state,
  level: Type.Integer({ minimum: 0, description: "Steps of escalation so far." }),
  assay: orNull(Type.String({ description: "Its name." })),
  run: orNull(NamedRunSchema),
  verdictId: orNull(IdSchema),
  follows: orNull(IdSchema),
  openedAt: MomentOutSchema,
  acknowledgedAt: orNull(MomentOutSchema),
  acknowledgedBy: orNull(PersonSchema),
  resolvedAt: orNull(MomentOutSchema),
  resolvedBy: orNull(PersonSchema),
  resolution: orNull(Type.String()),
  assignedTo: orNull(PersonSchema),
  occurrenceCount: Type.Integer({ minimum: 1 }),
  lastOccurrence: Type.Object({ time: MomentOutSchema, sentence: Type.String() }),
});

/** One alert, with every time that its cause was found and all that was done about it. */
export const AlertDetailSchema = Type.Object({
  ...AlertSchema.properties,
  cause: Type.String({ description: "The same for what one action would put right." }),
  contentId: Type.String({ description: "SHA-256 of what it is about: the same findings give the same everywhere." }),
  occurrences: Type.Array(Type.Object({ ...occurrences.items.properties, run: orNull(NamedRunSchema) })),
  history,
});

/** One thing that was done about an alert, or who was to look into it. */
export const AlertHistorySchema = Type.Object({
  action: Type.Union([...history.items.properties.action.anyOf, Type.Literal("assigned")]),
  at: MomentOutSchema,
  by: orNull(Type.String({ description: "Name; null where a policy acted." })),
  reason: orNull(Type.String()),
  level: orNull(
    Type.Integer({ minimum: 0, description: "Level of escalation from then on; null when it was assigned." }),
  ),
  assignedTo: orNull(PersonSchema),
});

/** Why an alert is resolved. */
export const ResolutionSchema = Type.Object({ reason: TextSchema }, { additionalProperties: false });

/** Who is to look into an alert; null takes it back. */
export const AssignmentSchema = Type.Object({ assignedTo: orNull(IdSchema) }, { additionalProperties: false });

export type AlertSummary = Static<typeof AlertSchema>;
export type AlertDetail = Static<typeof AlertDetailSchema>;
export type AlertHistoryEntry = Static<typeof AlertHistorySchema>;
