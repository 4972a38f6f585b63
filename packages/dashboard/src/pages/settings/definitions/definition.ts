import type { AnswerOf, ItemOf } from "../../../api/answers.ts";

/** What an assay, a threshold and a rule set have in common: proposed by one person, signed by another. */
export type Definition = Pick<
  AnswerOf<"/api/v1/thresholds/{id}">,
  "id" | "status" | "proposedBy" | "createdAt" | "approvedAt" | "retiredAt" | "approval"
>;

/** The same as lists hold it. */
export type DefinitionItem = Pick<
  ItemOf<"/api/v1/thresholds">,
  "status" | "proposedBy" | "createdAt" | "approvedBy" | "approvedAt" | "retiredAt"
>;

/** What can become of a definition. */
export const definitionStatuses = ["draft", "approved", "retired"] as const;
