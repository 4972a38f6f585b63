import { type CallSet, MAX_PLOIDY } from "../records/call-set.ts";
import type { RangeCalls } from "./exact-pairs.ts";
import type { Labels } from "./labels.ts";

/**
 * Orients a pair of diploid (or haploid) records with one called ALT allele each: the ALT comes first.
 *
 * Returns false for other pairs. Most pairs of a genome are of this kind, so nothing is allocated.
 */
export function orientSimplePair(
  { truth, query }: RangeCalls,
  record: number,
  truthLabels: Labels,
  partner: number,
  queryLabels: Labels,
): boolean {
  if (!isSimple(truth, record) || !isSimple(query, partner)) return false;
  orientSimple(truth, record, truthLabels);
  orientSimple(query, partner, queryLabels);
  return true;
}

function isSimple(calls: CallSet, record: number): boolean {
  return calls.ploidy[record] <= 2 && calls.firstEdit[record + 1] - calls.firstEdit[record] === 1;
}

function orientSimple(calls: CallSet, record: number, side: Labels): void {
  const at = record * MAX_PLOIDY;
  const first = calls.alleles[at];
  const second = calls.ploidy[record] === 1 ? first : calls.alleles[at + 1];
  const alternate = calls.editAllele[calls.firstEdit[record]];
  side.orientation[at] = alternate;
  side.orientation[at + 1] = first === alternate ? second : first;
}
