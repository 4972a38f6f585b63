import { type CallSet, MAX_PLOIDY } from "../records/call-set.ts";
import type { RangeCalls } from "./exact-pairs.ts";
import type { Labels } from "./labels.ts";

/**
 * Orients a pair of diploid (or haploid) records with one called ALT allele each: the ALT comes first.
 *
 * Where genotypes do not count, the ALT stands on the first haplotype alone. Returns false for other pairs. Most pairs of a genome are of this kind, so nothing is allocated.
 */
export function orientSimplePair(
  { truth, query }: RangeCalls,
  record: number,
  truthLabels: Labels,
  partner: number,
  queryLabels: Labels,
  genotypes: boolean,
): boolean {
  if (!isSimple(truth, record, genotypes) || !isSimple(query, partner, genotypes)) return false;
  orientSimple(truth, record, truthLabels, genotypes);
  orientSimple(query, partner, queryLabels, genotypes);
  return true;
}

function isSimple(calls: CallSet, record: number, genotypes: boolean): boolean {
  return calls.firstEdit[record + 1] - calls.firstEdit[record] === 1 && (!genotypes || calls.ploidy[record] <= 2);
}

function orientSimple(calls: CallSet, record: number, side: Labels, genotypes: boolean): void {
  const at = record * MAX_PLOIDY;
  const alternate = calls.editAllele[calls.firstEdit[record]];
  side.orientation[at] = alternate;
  side.orientation[at + 1] = 0;
  if (!genotypes) return;
  const first = calls.alleles[at];
  const second = calls.ploidy[record] === 1 ? first : calls.alleles[at + 1];
  side.orientation[at + 1] = first === alternate ? second : first;
}
