import { type Static, Type } from "@sinclair/typebox";
import { ApprovalSchema, ApprovedBySchema } from "../access/approval.ts";
import { DefinitionStatusSchema } from "../assays/schema.ts";
import { IdSchema, MomentOutSchema, orNull, TextSchema } from "../http/field-schemas.ts";

/** A rule set in a list. */
export const RuleSetSummarySchema = Type.Object({
  id: IdSchema,
  name: Type.String(),
  version: Type.Integer(),
  status: DefinitionStatusSchema,
  isInForce: Type.Boolean({
    description: "Whether it judges runs now: those of assays that have no approved rule set of their own.",
  }),
  contentSha256: Type.String({ description: "Of name, version, rules and policies, defaults included." }),
  proposedBy: orNull(IdSchema),
  createdAt: MomentOutSchema,
  approvedBy: ApprovedBySchema,
  approvedAt: orNull(MomentOutSchema),
  retiredAt: orNull(MomentOutSchema),
});

/** One rule set with its rules and policies. */
export const RuleSetRecordSchema = Type.Object({
  ...RuleSetSummarySchema.properties,
  document: Type.Unknown({ description: "Rules and policies; a default that is not written holds all the same." }),
  approval: orNull(ApprovalSchema),
});

/** What defines a rule set. */
export const NewRuleSetSchema = Type.Object(
  {
    definition: Type.Union([TextSchema, Type.Record(Type.String(), Type.Unknown())], {
      description: "Text in YAML or JSON, or the JSON itself: schema `touchstone/rule-set/1`.",
    }),
  },
  { additionalProperties: false },
);

export type RuleSetSummary = Static<typeof RuleSetSummarySchema>;
export type RuleSetRecord = Static<typeof RuleSetRecordSchema>;
export type NewRuleSet = Static<typeof NewRuleSetSchema>;
