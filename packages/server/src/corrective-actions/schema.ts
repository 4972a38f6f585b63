import { type Static, Type } from "@sinclair/typebox";
import { DaySchema } from "../http/day-schema.ts";
import { IdSchema, MomentInSchema, MomentOutSchema, orNull, TextSchema } from "../http/field-schemas.ts";
import { PersonSchema } from "../principals/person.ts";

const KindSchema = Type.Union([Type.Literal("corrective"), Type.Literal("preventive")]);
const CorrectiveActionStatusSchema = Type.Union([
  Type.Literal("planned"),
  Type.Literal("done"),
  Type.Literal("verified"),
  Type.Literal("abandoned"),
]);

/** Something that is done so that a non-conformance does not happen again. */
export const CorrectiveActionSchema = Type.Object({
  id: IdSchema,
  nonConformanceId: IdSchema,
  kind: KindSchema,
  description: Type.String(),
  status: CorrectiveActionStatusSchema,
  assignedTo: orNull(PersonSchema),
  dueOn: orNull(DaySchema),
  doneAt: orNull(MomentOutSchema),
  doneBy: orNull(PersonSchema),
  verifiedAt: orNull(MomentOutSchema),
  verifiedBy: orNull(PersonSchema),
  outcome: orNull(Type.String()),
  changeEventId: orNull(Type.String({ format: "uuid", description: "After which control rules start anew." })),
  createdAt: MomentOutSchema,
});

/** What plans one. */
export const NewCorrectiveActionSchema = Type.Object(
  {
    kind: KindSchema,
    description: TextSchema,
    assignedTo: Type.Optional(IdSchema),
    dueOn: Type.Optional(DaySchema),
  },
  { additionalProperties: false },
);

const RestartSchema = Type.Object(
  {
    assayId: Type.Optional(IdSchema),
    instrumentId: Type.Optional(IdSchema),
    materialId: Type.Optional(IdSchema),
  },
  {
    additionalProperties: false,
    description: "Control rules start anew after it: for this assay, instrument or material, or for all.",
  },
);

/**
 * What may happen to one: either it is planned otherwise (description, person, day), or its status becomes another one:
 * done, planned again when that was not enough, verified, or abandoned.
 */
export const CorrectiveActionChangeSchema = Type.Object(
  {
    description: Type.Optional(TextSchema),
    assignedTo: Type.Optional(orNull(IdSchema)),
    dueOn: Type.Optional(orNull(DaySchema)),
    status: Type.Optional(CorrectiveActionStatusSchema),
    at: Type.Optional(Type.String({ ...MomentInSchema, description: "When it was done; now unless given." })),
    restartsCounters: Type.Optional(RestartSchema),
    outcome: Type.Optional(Type.String({ ...TextSchema, description: "Of one that is verified or abandoned." })),
  },
  { additionalProperties: false, minProperties: 1 },
);

export type CorrectiveAction = Static<typeof CorrectiveActionSchema>;
export type NewCorrectiveAction = Static<typeof NewCorrectiveActionSchema>;
export type CorrectiveActionChange = Static<typeof CorrectiveActionChangeSchema>;
