import { conflict, type Edit, spell } from "../replay/edit.ts";
import { findNoOps, type OwnedEdit } from "../replay/no-op.ts";
import { exactPairs, placedAlike } from "./exact-pairs.ts";
import { dosages, editOn, type GenotypedRecord, orders } from "./genotyped-record.ts";

export interface BruteForceOptions {
  /** `genotype`: all called alleles on `ploidy` haplotypes; `alleles`: called ALTs in any dosage, on two. */
  readonly match: "genotype" | "alleles";
  /** Number of haplotypes for `genotype`; 2 unless told. */
  readonly ploidy?: number;
}

/** Allele of each haplotype for every record, in the order given; null for a record left out. */
export type Placement = readonly (readonly number[] | null)[];

export interface BruteForceResult {
  /** Records of truth and query together in the best choice. */
  readonly matched: number;
  /** Pairs of a truth and a query record with the same edits, left-aligned where nothing is in the way, and genotype. */
  readonly exactPairs: number;
  /** How many of them the best choice holds as pairs: on the same haplotypes. */
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
 * a haplotype, and no records of one side cancel each other. Best is the one with the most records and, among those,
 * with the most exactly matching pairs.
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
  const haplotypes = options.match === "alleles" ? 2 : (options.ploidy ?? 2);
  const placementsOf = (record: GenotypedRecord) =>
    options.match === "alleles" ? dosages(record, haplotypes) : orders(record.genotype, haplotypes);
  const pairs = exactPairs(reference, truth, query, placementsOf);
  const truthChoices = choicesOfSide(reference, truth, placementsOf, haplotypes);
  const queryChoices = new Map<string, SideChoice[]>();
  for (const choice of choicesOfSide(reference, query, placementsOf, haplotypes)) {
    queryChoices.set(choice.spelled, [...(queryChoices.get(choice.spelled) ?? []), choice]);
  }
  let best: BruteForceResult = { matched: -1, exactPairs: pairs.length, exactPairsMatched: -1, truth: [], query: [] };
  for (const left of truthChoices) {
    for (const right of queryChoices.get(left.spelled) ?? []) {
      const exact = pairs.filter(([t, q]) =>
        placedAlike(reference, truth[t], left.placement[t], query[q], right.placement[q]),
      ).length;
      const matched = left.size + right.size;
      const isBetter = matched > best.matched || (matched === best.matched && exact > best.exactPairsMatched);
      if (isBetter && findNoOps(ownedEdits(left, right, options.match)).length === 0) {
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
  placementsOf: (record: GenotypedRecord) => readonly (readonly number[])[],
  haplotypes: number,
): SideChoice[] {
  let placements: Placement[] = [[]];
  for (const record of records) {
    const next = [null, ...placementsOf(record)];
    placements = placements.flatMap((placement) => next.map((alleles) => [...placement, alleles]));
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

function hasConflict(edits: readonly Edit[]): boolean {
  return edits.some((edit, at) => edits.slice(at + 1).some((other) => conflict(edit, other)));
}

/**
 * The edits of both sides on each haplotype, with record numbers that are unique over both. Where only alleles count,
 * a record's edits on two haplotypes are not one genotype: each is owned by itself, and must not cancel.
 */
function ownedEdits(truth: SideChoice, query: SideChoice, match: BruteForceOptions["match"]): OwnedEdit[][] {
  const records = truth.placement.length + query.placement.length;
  return truth.haplotypes.map((edits, haplotype) => {
    const first = match === "alleles" ? haplotype * records : 0;
    return [
      ...edits.map((edit): OwnedEdit => ({ ...edit, side: "truth", record: first + edit.record })),
      ...query.haplotypes[haplotype].map(
        (edit): OwnedEdit => ({ ...edit, side: "query", record: first + truth.placement.length + edit.record }),
      ),
    ];
  });
}
