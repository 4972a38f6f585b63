import type { Edit } from "../replay/edit.ts";
import { editOn, type GenotypedRecord } from "./genotyped-record.ts";

/** Numbers of a truth and a query record that are the same. */
export type ExactPair = readonly [truth: number, query: number];

/**
 * Truth and query records with the same edits in the same genotype, each record in one pair at most: first those at
 * the same place, then insertions and deletions that are the same once shifted to the left. A shift across another
 * record would change the sequence, so nothing may lie between the two places.
 *
 * @param placementsOf every way to put a record on the haplotypes.
 */
export function exactPairs(
  reference: string,
  truth: readonly GenotypedRecord[],
  query: readonly GenotypedRecord[],
  placementsOf: (record: GenotypedRecord) => readonly (readonly number[])[],
): ExactPair[] {
  const pairs: ExactPair[] = [];
  for (const align of [(edit: Edit) => edit, (edit: Edit) => leftAlign(reference, edit)]) {
    const content = (record: GenotypedRecord) =>
      placementsOf(record)
        .map((alleles) => spellPlacement(record, alleles, align))
        .sort()
        .join();
    for (const [number, record] of truth.entries()) {
      const partner = query.findIndex(
        (other, at) =>
          pairs.every(([t, q]) => t !== number && q !== at) &&
          content(other) === content(record) &&
          !somethingLiesBetween(record, other, [...truth.toSpliced(number, 1), ...query.toSpliced(at, 1)]),
      );
      if (partner >= 0) pairs.push([number, partner]);
    }
  }
  return pairs;
}

/** Both records are placed, and every haplotype gets the same change from both. */
export function placedAlike(
  reference: string,
  truth: GenotypedRecord,
  truthAlleles: readonly number[] | null,
  query: GenotypedRecord,
  queryAlleles: readonly number[] | null,
): boolean {
  const align = (edit: Edit) => leftAlign(reference, edit);
  return (
    truthAlleles !== null &&
    queryAlleles !== null &&
    spellPlacement(truth, truthAlleles, align) === spellPlacement(query, queryAlleles, align)
  );
}

function spellPlacement(record: GenotypedRecord, alleles: readonly number[], align: (edit: Edit) => Edit): string {
  return JSON.stringify(alleles.map((allele) => editOn(record, allele).map(align)));
}

/** An insertion or deletion at its leftmost place; other edits as they are. */
function leftAlign(reference: string, edit: Edit): Edit {
  let { start, end, bases } = edit;
  if (start !== end && bases !== "") {
    return edit;
  }
  while (start > 0 && reference[start - 1] === (bases === "" ? reference[end - 1] : bases.at(-1))) {
    bases = bases.slice(-1) + bases.slice(0, -1);
    start--;
    end--;
  }
  return { start, end, bases };
}

function somethingLiesBetween(a: GenotypedRecord, b: GenotypedRecord, others: readonly GenotypedRecord[]): boolean {
  const [first, second] = [spanOf(a), spanOf(b)];
  const start = Math.min(first.start, second.start);
  const end = Math.max(first.end, second.end);
  const samePlace = first.start === second.start && first.end === second.end;
  return !samePlace && others.map(spanOf).some((other) => other.start < end && other.end > start);
}

function spanOf(record: GenotypedRecord): { start: number; end: number } {
  const edits = record.genotype.flatMap((allele) => editOn(record, allele));
  return { start: Math.min(...edits.map(({ start }) => start)), end: Math.max(...edits.map(({ end }) => end)) };
}
