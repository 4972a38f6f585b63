import { type Static, Type } from "@sinclair/typebox";
import { ApprovalSchema } from "../access/approval.ts";
import { SignatureRequestSchema } from "../access/sign.ts";
import { IdSchema, MomentOutSchema, orNull, TextSchema } from "../http/field-schemas.ts";
import { RunSchema } from "../runs/schema.ts";

const DispositionSchema = RunSchema.properties.disposition;
const Sha256Schema = Type.String({ pattern: "^[0-9a-f]{64}$" });

/** A decision about a run's results. */
export const DecisionSchema = Type.Object({
  id: IdSchema,
  number: Type.Integer({ minimum: 1, description: "Of this run's decisions, from 1." }),
  status: Type.Union(
    [Type.Literal("pending"), Type.Literal("in force"), Type.Literal("void"), Type.Literal("superseded")],
    { description: "pending: a second person has to sign; void: something changed before one did." },
  ),
  disposition: DispositionSchema,
  proposed: DispositionSchema,
  isOverride: Type.Boolean({ description: "More lenient than was proposed: signed by two, one of them director." }),
  reason: orNull(Type.String()),
  recordSha256: Type.String({ description: "Version of the record that was signed." }),
  decidedAt: MomentOutSchema,
  inForceAt: orNull(MomentOutSchema),
  endedAt: orNull(MomentOutSchema),
  endReason: orNull(Type.String()),
  signatures: Type.Array(ApprovalSchema, {
    description: "recordSha256 of each: the hash of the decision together with the record.",
  }),
});

/** What may become of a run's results, and who says so. */
export const DispositionSummarySchema = Type.Object({
  run: Type.Object({ id: IdSchema, name: Type.String(), status: RunSchema.properties.status }),
  disposition: DispositionSchema,
  isReleased: Type.Boolean({ description: "Whether the results may leave the house." }),
  reasons: Type.Array(Type.String(), { description: "Of the disposition, in sentences." }),
  proposal: Type.Object(
    { disposition: orNull(DispositionSchema), reasons: Type.Array(Type.String()) },
    { description: "By policy from the verdicts at present; null until something was judged." },
  ),
  proposalChangedSinceSigned: Type.Boolean({
    description: "Whether policy now proposes something else than when the disposition was signed: look at it again.",
  }),
  decision: orNull(DecisionSchema),
  pending: orNull(DecisionSchema),
});

/** A run and what was decided about its results. */
export const QueuedDispositionSchema = Type.Object({
  run: RunSchema,
  decision: orNull(DecisionSchema),
  pending: orNull(DecisionSchema),
  proposalChangedSinceSigned: Type.Boolean(),
});

/** The record that a disposition is signed under. */
export const RecordVersionSchema = Type.Object({
  sha256: Type.String({ description: "Of the record as canonical JSON (RFC 8785); give it with the signature." }),
  record: Type.Unknown({ description: "The run and what its results rest on." }),
});

/** What decides about a run's results. */
export const NewDecisionSchema = Type.Object(
  {
    disposition: DispositionSchema,
    recordSha256: Type.String({
      ...Sha256Schema,
      description: "Version of the record that you have read (GET .../disposition/record).",
    }),
    reason: Type.Optional(TextSchema),
    signature: SignatureRequestSchema,
  },
  { additionalProperties: false },
);

export type Decision = Static<typeof DecisionSchema>;
export type DispositionSummary = Static<typeof DispositionSummarySchema>;
export type QueuedDisposition = Static<typeof QueuedDispositionSchema>;
export type NewDecision = Static<typeof NewDecisionSchema>;
