import { type ComparedScore, comparedScores } from "@touchstone/statistics";
import { VARIANT_TYPES, type VariantType } from "./gate-record.ts";

/** The largest loss of each score that is acceptable, above 0 and in the unit of the score; null: not judged. */
export type Margins = Readonly<Record<VariantType, Readonly<Record<ComparedScore, number | null>>>>;

/** How a margin is written: `0.002`, `recall=0.001`, `INDEL.f1=0.005`. */
const MARGIN = /^(?:(?:(snp|indel)\.)?(recall|precision|f1)=)?(\d*\.?\d+(?:e-?\d+)?)$/i;

/**
 * Margins from how they are written: a number alone is for all criteria, a score for both types of variants, a type
 * and a score for one; the more exact overrides the other, whatever their order.
 *
 * @returns the first text that is no margin of more than 0 and at most 1, if there is one.
 */
export function readMargins(texts: readonly string[]): Margins | { readonly invalid: string } {
  const margins: Record<VariantType, Record<ComparedScore, number | null>> = {
    SNP: { recall: null, precision: null, f1: null },
    INDEL: { recall: null, precision: null, f1: null },
  };
  const parsed: {
    exactness: number;
    types: readonly VariantType[];
    scores: readonly ComparedScore[];
    margin: number;
  }[] = [];
  for (const text of texts) {
    const [, type, score, number] = MARGIN.exec(text) ?? [];
    const margin = Number(number);
    if (!(margin > 0 && margin <= 1)) return { invalid: text };
    parsed.push({
      exactness: type !== undefined ? 2 : score !== undefined ? 1 : 0,
      types: type === undefined ? VARIANT_TYPES : [type.toUpperCase() as VariantType],
      scores: score === undefined ? comparedScores : [score.toLowerCase() as ComparedScore],
      margin,
    });
  }
  for (const { types, scores, margin } of parsed.sort((first, second) => first.exactness - second.exactness)) {
    for (const type of types) for (const score of scores) margins[type][score] = margin;
  }
  return margins;
}
