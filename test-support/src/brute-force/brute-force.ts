import { conflict, type Edit, editOfAllele, spell } from "../replay/edit.ts";
import { findNoOps, type OwnedEdit } from "../replay/no-op.ts";

/** A record of one side. */
export interface GenotypedRecord {
  /** POS as in the file, 1-based. */
  readonly position: number;
  readonly reference: string;
  readonly alternates: readonly string[];
  /** Called alleles: 0 is REF, n the n-th ALT. */
  readonly genotype: readonly number[];
}

export interface BruteForceOptions {
  /** `genotype`: all called alleles on `ploidy` haplotypes; `alleles`: any one called ALT, on one haplotype. */
  readonly match: "genotype" | "alleles";
  /** Number of haplotypes for `genotype`; 2 unless told. */
  readonly ploidy?: number;
}

/** Allele of each haplotype for every record, in the order given; null for a record left out. */
export type Placement = readonly (readonly number[] | null)[];

export interface BruteForceResult {
  /** Records of truth and query together in the best choice. */
  readonly matched: number;
  /** Pairs of a truth and a query record with the same edits and genotype. */
  readonly exactPairs: number;
  /** How many of them the best choice holds: fewer where a call set contradicts itself. */
  readonly exactPairsMatched: number;
  /** One of the best choices. */
  readonly truth: Placement;
  readonly query: Placement;
}

/** An edit and the number of the record that makes it. */
interface RecordEdit extends Edit {
  readonly record: number;
}

interface SideChoice {
  readonly placement: Placement;
  readonly haplotypes: readonly (readonly RecordEdit[])[];
  /** Sequence of every haplotype, joined. */
  readonly spelled: string;
  readonly size: number;
}

const LARGEST = 8;

/**
 * The best choice of records, found by trying all of them: every subset of both sides, in every orientation.
 *
 * A choice is allowed when both sides spell the same haplotypes, the edits of one side do not touch the same bases of
 * a haplotype, and no records of one side cancel each other. Best is the one with the most exactly matching pairs and,
 * among those, with the most records.
 *
 * @param reference sequence of the contig; short, since it is spelled for every choice.
 * @throws Error when there are more than 8 records.
 */
export function bruteForce(
  reference: string,
  truth: readonly GenotypedRecord[],
  query: readonly GenotypedRecord[],
  options: BruteForceOptions,
): BruteForceResult {
  if (truth.length + query.length > LARGEST) {
    throw new Error(`${truth.length + query.length} records are too many to try every choice`);
  }
  const haplotypes = options.match === "alleles" ? 1 : (options.ploidy ?? 2);
  const pairs = exactPairs(truth, query, (record) => content(record, options.match, haplotypes));
  const truthChoices = choicesOfSide(reference, truth, options.match, haplotypes);
  const queryChoices = new Map<string, SideChoice[]>();
  for (const choice of choicesOfSide(reference, query, options.match, haplotypes)) {
    queryChoices.set(choice.spelled, [...(queryChoices.get(choice.spelled) ?? []), choice]);
  }
  let best: BruteForceResult = { matched: -1, exactPairs: pairs.length, exactPairsMatched: -1, truth: [], query: [] };
  for (const left of truthChoices) {
    for (const right of queryChoices.get(left.spelled) ?? []) {
      const exact = pairs.filter(([t, q]) => left.placement[t] !== null && right.placement[q] !== null).length;
      const matched = left.size + right.size;
      const isBetter = exact > best.exactPairsMatched || (exact === best.exactPairsMatched && matched > best.matched);
      if (isBetter && findNoOps(ownedEdits(left, right)).length === 0) {
        best = { ...best, matched, exactPairsMatched: exact, truth: left.placement, query: right.placement };
      }
    }
  }
  return best;
}

/** All ways to place some of the records on the haplotypes without a conflict. */
function choicesOfSide(
  reference: string,
  records: readonly GenotypedRecord[],
  match: BruteForceOptions["match"],
  haplotypes: number,
): SideChoice[] {
  let placements: Placement[] = [[]];
  for (const record of records) {
    const orientations = match === "alleles" ? singleAlleles(record) : orders(record.genotype, haplotypes);
    placements = placements.flatMap((placement) => [null, ...orientations].map((next) => [...placement, next]));
  }
  return placements.flatMap((placement) => {
    const edits = Array.from({ length: haplotypes }, (_, haplotype) =>
      records.flatMap((record, number) =>
        editOn(record, placement[number]?.[haplotype] ?? 0).map((edit) => ({ ...edit, record: number })),
      ),
    );
    if (edits.some(hasConflict)) {
      return [];
    }
    const spelled = edits.map((own) => spell(reference, 0, reference.length, own)).join("|");
    return [{ placement, haplotypes: edits, spelled, size: placement.filter((alleles) => alleles !== null).length }];
  });
}

function singleAlleles(record: GenotypedRecord): number[][] {
  return [...new Set(record.genotype)].flatMap((allele) => (editOn(record, allele).length > 0 ? [[allele]] : []));
}

/** Every different order of the alleles; a genotype of lower ploidy is spread evenly where that is possible. */
function orders(genotype: readonly number[], haplotypes: number): number[][] {
  const copies = haplotypes / genotype.length;
  if (!Number.isInteger(copies)) {
    return [];
  }
  const all = permutations(genotype.flatMap((allele) => new Array<number>(copies).fill(allele)));
  return [...new Map(all.map((order) => [order.join(), order])).values()];
}

function permutations(values: readonly number[]): number[][] {
  return values.length === 0
    ? [[]]
    : values.flatMap((value, at) => permutations(values.toSpliced(at, 1)).map((rest) => [value, ...rest]));
}

function editOn(record: GenotypedRecord, allele: number): Edit[] {
  const edit = allele === 0 ? null : editOfAllele(record.position, record.reference, record.alternates[allele - 1]);
  return edit === null ? [] : [edit];
}

function hasConflict(edits: readonly Edit[]): boolean {
  return edits.some((edit, at) => edits.slice(at + 1).some((other) => conflict(edit, other)));
}

/** Truth and query records with the same content, each record in one pair at most. */
function exactPairs(
  truth: readonly GenotypedRecord[],
  query: readonly GenotypedRecord[],
  contentOf: (record: GenotypedRecord) => string,
): [number, number][] {
  const taken = new Set<number>();
  return truth.flatMap((record, number): [number, number][] => {
    const partner = query.findIndex((other, at) => !taken.has(at) && contentOf(other) === contentOf(record));
    if (partner < 0) {
      return [];
    }
    taken.add(partner);
    return [[number, partner]];
  });
}

/** What a record changes: the edits of its haplotypes in any order, or its different edits for `alleles`. */
function content(record: GenotypedRecord, match: BruteForceOptions["match"], haplotypes: number): string {
  const alleles =
    match === "alleles" ? singleAlleles(record).flat() : (orders(record.genotype, haplotypes)[0] ?? record.genotype);
  return JSON.stringify(alleles.map((allele) => JSON.stringify(editOn(record, allele))).sort());
}

/** The edits of both sides on each haplotype, with record numbers that are unique over both. */
function ownedEdits(truth: SideChoice, query: SideChoice): OwnedEdit[][] {
  return truth.haplotypes.map((edits, haplotype) => [
    ...edits.map((edit): OwnedEdit => ({ ...edit, side: "truth" })),
    ...query.haplotypes[haplotype].map(
      (edit): OwnedEdit => ({ ...edit, side: "query", record: truth.placement.length + edit.record }),
    ),
  ]);
}
