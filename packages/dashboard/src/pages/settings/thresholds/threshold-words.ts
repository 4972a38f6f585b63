import type { ItemOf } from "../../../api/answers.ts";

type Threshold = Pick<ItemOf<"/api/v1/thresholds">, "score" | "variantType" | "stratum">;

const SCORES: Readonly<Record<Threshold["score"], string>> = { precision: "Precision", recall: "Recall", f1: "F1" };

/** What a threshold judges: `Recall of INDEL in homopolymers`. */
export function placeOf({ score, variantType, stratum }: Threshold): string {
  const types = variantType === "ALL" ? "all variants" : variantType;
  return `${SCORES[score]} of ${types}${stratum === "*" ? "" : ` in ${stratum}`}`;
}
