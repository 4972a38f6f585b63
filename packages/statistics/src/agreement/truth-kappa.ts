import { requireCount } from "../distributions/requirements.ts";
import { cohenKappa, type KappaEstimate } from "./cohen-kappa.ts";

/** What {@link ConfidentReferenceBases.count} counts from; both numbers are measured, neither has a default. */
export interface ReferenceBaseCounts {
  /** Bases in the intersection of the confident regions, the callable regions and the target regions. */
  readonly confidentCallableTargetBases: number;
  /** Sites of these bases at which truth or query has an SNV: TP, FP and FN sites. */
  readonly snvSites: number;
}

/**
 * Number of bases that are confidently called reference by truth and query: the true negatives of a comparison of SNVs.
 * Only {@link ConfidentReferenceBases.count} makes one, so that no number of true negatives is ever assumed.
 */
export class ConfidentReferenceBases {
  readonly #count: number;

  private constructor(count: number) {
    this.#count = count;
  }

  /**
   * Bases of the intersection less those with an SNV.
   *
   * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE unless both are integers and 0 <= SNV sites <= bases.
   */
  static count({ confidentCallableTargetBases, snvSites }: ReferenceBaseCounts): ConfidentReferenceBases {
    requireCount(confidentCallableTargetBases, 0, Number.MAX_SAFE_INTEGER, "confidentCallableTargetBases");
    requireCount(snvSites, 0, confidentCallableTargetBases, "snvSites");
    return new ConfidentReferenceBases(confidentCallableTargetBases - snvSites);
  }

  /** The number of bases. */
  get bases(): number {
    return this.#count;
  }
}

/** Sites of SNVs; indels have no number of places at which they could have been, and so no true negatives. */
export interface SnvCounts {
  readonly variantClass: "SNV";
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
}

/** Kappa of a comparison with truth, and the number of true negatives that it rests on. */
export interface TruthKappa extends KappaEstimate {
  readonly referenceBases: number;
}

/**
 * Cohen's kappa of SNV calls against truth with confidently called reference bases as true negatives. With many of these
 * it is F1 in other words: 2 (TP TN - FP FN) / ((TP+FP)(FP+TN) + (TP+FN)(FN+TN)) tends to 2 TP / (2 TP + FP + FN) as TN
 * grows. Precision, recall and F1 say the same without them, and come first.
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for a count that is no integer or negative, or a level outside of
 *   (0, 1).
 */
export function truthKappa(counts: SnvCounts, referenceBases: ConfidentReferenceBases, level = 0.95): TruthKappa {
  const { truePositives, falsePositives, falseNegatives } = counts;
  for (const [name, count] of Object.entries({ truePositives, falsePositives, falseNegatives })) {
    requireCount(count, 0, Number.MAX_SAFE_INTEGER, name);
  }
  const table = [
    [truePositives, falseNegatives],
    [falsePositives, referenceBases.bases],
  ];
  return { ...cohenKappa(table, { level }), referenceBases: referenceBases.bases };
}
