import type { IngestError } from "../error.ts";
import type { StratumCounts } from "../imported-comparison.ts";

/** Makes the error for the count that does not fit. */
export type CountError = (count: keyof StratumCounts, what: string) => IngestError;

/**
 * Holds counts to what is true of every comparison: no more TP and FN than truth records, no more TP, FP and UNK than
 * query records, no more genotype and allele errors than FP. Absent counts are taken as 0 here.
 *
 * @throws what `errorAt` makes.
 */
export function checkCounts(counts: StratumCounts, errorAt: CountError): void {
  const { truthTotal, truthTp, truthFn, queryTotal, queryTp, queryFp, queryUnk } = counts;
  const { queryFpGenotype, queryFpAllele } = counts;
  const found = (truthTp ?? 0) + (truthFn ?? 0);
  if (truthTotal !== null && found > truthTotal) {
    throw errorAt("truthTotal", `${truthTotal} truth records cannot have ${found} TP and FN`);
  }
  const judged = (queryTp ?? 0) + (queryFp ?? 0) + (queryUnk ?? 0);
  if (queryTotal !== null && judged > queryTotal) {
    throw errorAt("queryTotal", `${queryTotal} query records cannot have ${judged} TP, FP and UNK`);
  }
  const explained = (queryFpGenotype ?? 0) + (queryFpAllele ?? 0);
  if (queryFp !== null && explained > queryFp) {
    throw errorAt("queryFp", `${queryFp} FP cannot have ${explained} genotype and allele errors among them`);
  }
}

/**
 * Holds counts to the promise of programs that judge every record: TP and FN are all truth records; TP, FP and UNK all
 * query records.
 *
 * @throws what `errorAt` makes.
 */
export function checkTotals(counts: StratumCounts, errorAt: CountError): void {
  const { truthTotal, truthTp, truthFn, queryTotal, queryTp, queryFp, queryUnk } = counts;
  const found = truthTp === null || truthFn === null ? null : truthTp + truthFn;
  if (truthTotal !== null && found !== null && found !== truthTotal) {
    throw errorAt("truthTotal", `${truthTotal} truth records, but ${found} TP and FN`);
  }
  const judged = queryTp === null || queryFp === null ? null : queryTp + queryFp + (queryUnk ?? 0);
  if (queryTotal !== null && judged !== null && judged !== queryTotal) {
    throw errorAt("queryTotal", `${queryTotal} query records, but ${judged} TP, FP and UNK`);
  }
}
