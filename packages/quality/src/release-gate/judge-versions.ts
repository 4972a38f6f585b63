import {
  type BlockBootstrapOptions,
  blockBootstrap,
  type ComparedScore,
  comparedScores,
  type Interval,
  judgeNonInferiority,
  type McNemarTest,
  mcnemar,
  type NonInferiorityVerdict,
  type ScoreDifference,
} from "@touchstone/statistics";
import { VARIANT_TYPES, type VariantType } from "./gate-record.ts";
import type { Margins } from "./margins.ts";
import type { PairedVersions } from "./version-pairing.ts";

/** Verdict on one criterion: only "non-inferior" lets a candidate pass. */
export type CriterionVerdict = NonInferiorityVerdict | "not evaluable" | "not judged";

/** One score of one type of variants. */
export interface GateCriterion {
  readonly type: VariantType;
  readonly score: ComparedScore;
  /** Score of the version in use, 0 to 1; null without records. */
  readonly current: number | null;
  readonly candidate: number | null;
  /** Candidate less current: below 0 the candidate is worse. */
  readonly difference: number | null;
  /** Hull of the percentile bootstrap over blocks and the cluster-robust interval: what the verdict goes by. */
  readonly interval: Interval | null;
  /** Largest acceptable loss; null where none was stated, and then the criterion is not judged. */
  readonly margin: number | null;
  readonly verdict: CriterionVerdict;
  /** Why there is no difference or no interval. */
  readonly reason: string | null;
}

/** What became of the truth variants and false positives of one type. */
export interface TypeComparison {
  readonly found: PairedVersions["found"];
  readonly falsePositives: PairedVersions["falsePositives"];
  readonly mcnemar: McNemarTest;
  /** Stretches of 1 Mb with records, from which the intervals come. */
  readonly blocks: number;
}

/** The gate's answer. */
export interface GateResult {
  readonly criteria: readonly GateCriterion[];
  readonly types: Readonly<Record<VariantType, TypeComparison>>;
  /** Whether every criterion with a margin is non-inferior, and there is one. */
  readonly passed: boolean;
}

/**
 * Judges whether the candidate is at most its margins worse than the current version.
 *
 * The intervals come from 1 Mb blocks, both versions' records together (`blockBootstrap`).
 *
 * @param options seed, replicates and level; with the level 0.95 each criterion is a one-sided test at 2.5%.
 */
export function judgeVersions(
  paired: Readonly<Record<VariantType, PairedVersions>>,
  margins: Margins,
  options: BlockBootstrapOptions,
): GateResult {
  const criteria: GateCriterion[] = [];
  for (const type of VARIANT_TYPES) {
    const differences = blockBootstrap(paired[type].blocks, options);
    for (const score of comparedScores) criteria.push(judge(type, score, differences[score], margins[type][score]));
  }
  const judged = criteria.filter(({ margin }) => margin !== null);
  return {
    criteria,
    types: { SNP: compareType(paired.SNP), INDEL: compareType(paired.INDEL) },
    passed: judged.length > 0 && judged.every(({ verdict }) => verdict === "non-inferior"),
  };
}

function judge(
  type: VariantType,
  score: ComparedScore,
  { first, second, difference, interval, reason }: ScoreDifference,
  margin: number | null,
): GateCriterion {
  return {
    type,
    score,
    current: first,
    candidate: second,
    difference,
    interval,
    margin,
    verdict:
      margin === null ? "not judged" : difference === null ? "not evaluable" : judgeNonInferiority(interval, margin),
    reason,
  };
}

function compareType({ found, falsePositives, blocks }: PairedVersions): TypeComparison {
  return { found, falsePositives, mcnemar: mcnemar(found.currentOnly, found.candidateOnly), blocks: blocks.length };
}
