import type { DefinitionItem } from "./definition.ts";

/** Why there is no signature under a definition. */
export function unsignedText(status: DefinitionItem["status"], approvedAt: string | null): string {
  if (status === "draft") return "it is a draft";
  return approvedAt === null ? "it was never approved" : "it came into force with its assay";
}
