import { type CallSet, MAX_PLOIDY } from "../records/call-set.ts";
import type { Edit } from "../search/haplotype.ts";
import type { Placement } from "../search/search-event.ts";

/** Flip of a placement that any orientation is allowed for. */
const FREE = -1;

/** Records with more called alleles (sites of long repeats) have them on one haplotype at a time. */
const MAX_DOSED_ALLELES = 4;

/** The record's edits within the window, by their place in the record. */
export function editsOf(calls: CallSet, record: number, windowStart: number): Edit[] {
  const edits: Edit[] = [];
  for (let edit = calls.firstEdit[record]; edit < calls.firstEdit[record + 1]; edit++) {
    edits.push({
      start: calls.editStart[edit] - windowStart,
      end: calls.editEnd[edit] - windowStart,
      bases: calls.text.toString("latin1", calls.editBasesStart[edit], calls.editBasesEnd[edit]).toUpperCase(),
    });
  }
  return edits;
}

/**
 * Every different way to put the record's called alleles on `haplotypes` haplotypes.
 *
 * A genotype of lower ploidy is spread evenly (1 is 1/1, 0/1 on four haplotypes is 0/0/1/1, 1/1 fills any number);
 * one that cannot be spread has no placement. A phased diploid has its own order and its flip; with more haplotypes its own order alone.
 */
export function genotypePlacements(
  calls: CallSet,
  record: number,
  edits: readonly Edit[],
  haplotypes: number,
  respectPhase: boolean,
): Placement[] {
  const ploidy = calls.ploidy[record];
  if (ploidy === 0) return [];
  const alleles: number[] = [];
  for (let copy = 0; copy < haplotypes; copy++) {
    alleles.push(calls.alleles[record * MAX_PLOIDY + Math.floor((copy * ploidy) / haplotypes)]);
  }
  if (alleles.every((allele) => allele === alleles[0])) return [placement(calls, record, edits, alleles, FREE)];
  if (haplotypes % ploidy !== 0) return [];
  if (respectPhase && calls.phased[record] === 1) {
    const asWritten = placement(calls, record, edits, alleles, 0);
    if (haplotypes !== 2) return [asWritten];
    return [asWritten, placement(calls, record, edits, [alleles[1], alleles[0]], 1)];
  }
  return permutations(alleles).map((order) => placement(calls, record, edits, order, FREE));
}

/** On a single haplotype: each called allele alone. */
export function allelePlacements(calls: CallSet, record: number, edits: readonly Edit[]): Placement[] {
  const first = calls.firstEdit[record];
  const kinds = kindsOf(calls, record, edits);
  return edits.map((edit, place) => ({
    edits: [edit],
    alleles: [calls.editAllele[first + place]],
    kinds: [kinds[place]],
    linked: false,
    flip: FREE,
  }));
}

/**
 * Where only presence counts: every way to put called alleles, each as often as wanted, on the haplotypes, at least
 * one of them.
 */
export function dosagePlacements(
  calls: CallSet,
  record: number,
  edits: readonly Edit[],
  haplotypes: number,
): Placement[] {
  if (edits.length > MAX_DOSED_ALLELES) return oneHaplotypePlacements(calls, record, edits, haplotypes);
  const first = calls.firstEdit[record];
  const choices = [0, ...edits.map((_, place) => calls.editAllele[first + place])];
  let orders: number[][] = [[]];
  for (let number = 0; number < haplotypes; number++) {
    orders = orders.flatMap((order) => choices.map((allele) => [...order, allele]));
  }
  return orders
    .filter((order) => order.some((allele) => allele > 0))
    .map((order) => ({ ...placement(calls, record, edits, order, FREE), linked: false }));
}

/** Each called allele alone on each haplotype. */
function oneHaplotypePlacements(
  calls: CallSet,
  record: number,
  edits: readonly Edit[],
  haplotypes: number,
): Placement[] {
  const first = calls.firstEdit[record];
  return edits.flatMap((_, place) =>
    Array.from({ length: haplotypes }, (_, number) => {
      const order = new Array<number>(haplotypes).fill(0);
      order[number] = calls.editAllele[first + place];
      return placement(calls, record, edits, order, FREE);
    }),
  );
}

function placement(
  calls: CallSet,
  record: number,
  edits: readonly Edit[],
  alleles: readonly number[],
  flip: number,
): Placement {
  const first = calls.firstEdit[record];
  const kinds = kindsOf(calls, record, edits);
  const places = alleles.map((allele) => edits.findIndex((_, number) => calls.editAllele[first + number] === allele));
  return {
    edits: places.map((place) => (place < 0 ? null : edits[place])),
    alleles,
    kinds: places.map((place) => (place < 0 ? -1 : kinds[place])),
    linked: places.filter((place) => place >= 0).length > 1,
    flip,
  };
}

/**
 * Numbers a record's edits in an order that two records which are exactly the same agree on, wherever each of them
 * has its indels shifted to.
 */
function kindsOf(calls: CallSet, record: number, edits: readonly Edit[]): number[] {
  if (edits.length === 1) return [0];
  const first = calls.firstEdit[record];
  const names = edits.map((edit, place) => {
    const shift = calls.editStart[first + place] - calls.editLeftmost[first + place];
    const turn = edit.bases.length === 0 ? 0 : shift % edit.bases.length;
    const leftmost = edit.bases.slice(edit.bases.length - turn) + edit.bases.slice(0, edit.bases.length - turn);
    return `${calls.editLeftmost[first + place]}:${edit.end - edit.start}:${leftmost}`;
  });
  const sorted = [...names].sort();
  return names.map((name) => sorted.indexOf(name));
}

function permutations(alleles: readonly number[]): number[][] {
  if (alleles.length === 2) {
    return [
      [alleles[0], alleles[1]],
      [alleles[1], alleles[0]],
    ];
  }
  const found = new Map<string, number[]>();
  const extend = (chosen: number[], left: readonly number[]): void => {
    if (left.length === 0) {
      found.set(chosen.join(), chosen);
      return;
    }
    left.forEach((allele, place) => {
      extend([...chosen, allele], [...left.slice(0, place), ...left.slice(place + 1)]);
    });
  };
  extend([], alleles);
  return [...found.values()];
}
