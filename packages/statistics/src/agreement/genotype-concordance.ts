import { requireCount } from "../distributions/requirements.ts";
import { StatisticsError } from "../error.ts";
import { proportion, wilsonInterval } from "../proportions/proportion.ts";
import { cohenKappa, type KappaEstimate } from "./cohen-kappa.ts";
import type { Score } from "./concordance-scores.ts";
import { requireTable } from "./contingency-table.ts";

/** Genotypes at one site, in the order of the rows and columns of a {@link GenotypeTable}. */
export const genotypeCategories = ["ref", "het", "hom"] as const;

type Row = readonly [ref: number, het: number, hom: number];

/** Numbers of sites: [genotype of the truth or first run][genotype of the query or second run]. */
export type GenotypeTable = readonly [ref: Row, het: Row, hom: Row];

/** Agreement of genotypes at sites that both sides assessed. */
export interface GenotypeConcordance {
  readonly sites: number;
  /** Sites with the same genotype / all sites. Dominated by ref/ref where these are many. */
  readonly overall: Score;
  /** Sites with the same variant genotype / sites at which either side has a variant: 1 - non-reference discordance. */
  readonly nonReference: Score;
  /** Sites of the truth's variants at which the query has a variant, of any genotype: allele match. */
  readonly nonReferenceSensitivity: Score;
  /** Sites with the same genotype / sites at which both sides have a variant: het against hom. */
  readonly zygosity: Score;
  /** Cohen's kappa over the three genotypes. */
  readonly kappa: KappaEstimate;
  /** Kappa with linear weights: het against hom counts half of ref against hom. */
  readonly weightedKappa: KappaEstimate;
}

/**
 * Genotype concordance over ref/het/hom. The ref row and column count only sites at which the reference was genotyped
 * (gVCF, forced calls, an array), not sites without a record.
 *
 * @throws StatisticsError TS_STATISTICS_LENGTH unless the table is 3 x 3, TS_STATISTICS_NOT_FINITE for an entry that is no
 *   finite number, TS_STATISTICS_OUT_OF_RANGE for one that is negative or no integer or a level outside of (0, 1).
 */
export function genotypeConcordance(table: GenotypeTable, level = 0.95): GenotypeConcordance {
  requireTable(table);
  if (table.length !== genotypeCategories.length) {
    throw new StatisticsError("TS_STATISTICS_LENGTH", `table has ${table.length} rows, not 3`, { argument: "table" });
  }
  for (const cell of table.flat()) requireCount(cell, 0, Number.MAX_SAFE_INTEGER, "table");
  const [[refRef, refHet, refHom], [hetRef, hetHet, hetHom], [homRef, homHet, homHom]] = table;
  const both = hetHet + hetHom + homHet + homHom;
  const either = refHet + refHom + hetRef + homRef + both;
  const same = hetHet + homHom;
  const score = (successes: number, trials: number): Score => ({
    value: proportion(successes, trials),
    interval: wilsonInterval(successes, trials, level),
    reason: trials === 0 ? "no data" : null,
  });
  return {
    sites: refRef + either,
    overall: score(refRef + same, refRef + either),
    nonReference: score(same, either),
    nonReferenceSensitivity: score(both, both + hetRef + homRef),
    zygosity: score(same, both),
    kappa: cohenKappa(table, { level }),
    weightedKappa: cohenKappa(table, { weights: "linear", level }),
  };
}
