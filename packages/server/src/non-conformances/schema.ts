import { type Static, Type } from "@sinclair/typebox";
import { ApprovalSchema } from "../access/approval.ts";
import { SignatureRequestSchema } from "../access/sign.ts";
import { AlertSchema, NamedRunSchema } from "../alerts/schema.ts";
import { CorrectiveActionSchema } from "../corrective-actions/schema.ts";
import { IdSchema, MomentOutSchema, NameSchema, orNull, TextSchema } from "../http/field-schemas.ts";
import { PersonSchema } from "../principals/person.ts";

const SeveritySchema = Type.Union([Type.Literal("minor"), Type.Literal("major"), Type.Literal("critical")]);
const AlertIdsSchema = Type.Array(IdSchema, { uniqueItems: true, maxItems: 1000 });

/** A non-conformance as lists show it. */
export const NonConformanceSchema = Type.Object({
  id: IdSchema,
  number: Type.Integer({ minimum: 1, description: "By which people know it, without gaps." }),
  title: Type.String(),
  description: Type.String(),
  severity: SeveritySchema,
  status: Type.Union([Type.Literal("open"), Type.Literal("closed")]),
  run: orNull(NamedRunSchema),
  openedBy: PersonSchema,
  openedAt: MomentOutSchema,
  rootCause: orNull(Type.String()),
  closedAt: orNull(MomentOutSchema),
  openActions: Type.Integer({ minimum: 0, description: "Corrective actions neither verified nor abandoned." }),
});

/** One non-conformance, with what it is about and what is done. */
export const NonConformanceDetailSchema = Type.Object({
  ...NonConformanceSchema.properties,
  alerts: Type.Array(Type.Pick(AlertSchema, ["id", "kind", "subject", "status", "level"])),
  correctiveActions: Type.Array(CorrectiveActionSchema),
  closingSignature: orNull(ApprovalSchema),
});

/** What opens a non-conformance. */
export const NewNonConformanceSchema = Type.Object(
  {
    title: NameSchema,
    description: TextSchema,
    severity: SeveritySchema,
    runId: Type.Optional(IdSchema),
    alertIds: Type.Optional(AlertIdsSchema),
  },
  { additionalProperties: false },
);

/** What may change as long as it is open. */
export const NonConformanceChangeSchema = Type.Object(
  {
    title: Type.Optional(NameSchema),
    description: Type.Optional(TextSchema),
    severity: Type.Optional(SeveritySchema),
    rootCause: Type.Optional(TextSchema),
    addAlertIds: Type.Optional(AlertIdsSchema),
  },
  { additionalProperties: false, minProperties: 1 },
);

/** What closes it. */
export const ClosingSchema = Type.Object(
  {
    rootCause: Type.Optional(Type.String({ ...TextSchema, description: "Needed unless it was entered before." })),
    signature: SignatureRequestSchema,
  },
  { additionalProperties: false },
);

export type NonConformance = Static<typeof NonConformanceSchema>;
export type NonConformanceDetail = Static<typeof NonConformanceDetailSchema>;
export type NewNonConformance = Static<typeof NewNonConformanceSchema>;
export type NonConformanceChange = Static<typeof NonConformanceChangeSchema>;
