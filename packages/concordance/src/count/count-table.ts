import { QUERY_FP, QUERY_FP_ALLELE, QUERY_FP_GENOTYPE, QUERY_TP, QUERY_UNK, TRUTH_FN, TRUTH_TP } from "./outcome.ts";
import type { CountedKind, Tally } from "./tally.ts";
import {
  GENOTYPE_HET,
  GENOTYPE_HOMALT,
  genotypeClassOf,
  INDEL_SUBTYPES,
  indelSubtypesOf,
  TYPE_SNP,
  transitionsOf,
  transversionsOf,
  variantTypeOf,
} from "./variant-class.ts";

/** `ALL` counts every record compared; `PASS` only query records that pass their filters. */
export type Filter = "ALL" | "PASS";

/** Type and subtype of a row of the tables; subtype `*` is the whole type. */
export interface RowKey {
  readonly type: "SNP" | "INDEL";
  readonly subtype: string;
}

/** The rows of each stratum and filter, in the order of hap.py's tables. */
export const ROW_KEYS: readonly RowKey[] = [
  { type: "INDEL", subtype: "*" },
  ...[...INDEL_SUBTYPES].sort().map((subtype) => ({ type: "INDEL" as const, subtype })),
  { type: "SNP", subtype: "*" },
];

/** Records of one outcome, and what they hold. */
export interface GroupCounts {
  readonly records: number;
  /** Substituted bases, not records: an MNP may add several. */
  readonly transitions: number;
  readonly transversions: number;
  readonly het: number;
  readonly homalt: number;
}

/** Counts of one row of the tables. */
export interface RowCounts {
  readonly truthTp: GroupCounts;
  readonly truthFn: GroupCounts;
  readonly queryTp: GroupCounts;
  /** All false positives, those of wrong genotype or allele included. */
  readonly queryFp: GroupCounts;
  readonly queryUnk: GroupCounts;
  /** False positives whose allele is right and genotype wrong. */
  readonly fpGenotype: number;
  /** False positives near a truth variant with other alleles. */
  readonly fpAllele: number;
}

const GROUP_OF_OUTCOME: readonly number[] = groupOfOutcome();
const GROUPS = 5;
const GROUP_FIELDS = 5;
const FP_GENOTYPE = GROUPS * GROUP_FIELDS;
const FP_ALLELE = FP_GENOTYPE + 1;
const FIELDS = FP_GENOTYPE + 2;

/** All rows of all strata, summed from a tally. */
export class CountTable {
  readonly #columns: number;
  readonly #values: Float64Array;

  constructor(tally: Tally) {
    this.#columns = tally.strataCount + 1;
    this.#values = new Float64Array(2 * ROW_KEYS.length * this.#columns * FIELDS);
    tally.forEachKind((kind, counts) => {
      this.#addKind("ALL", kind.outcome, kind, counts);
      if (kind.passing) this.#addKind("PASS", kind.outcome, kind, counts);
      // A truth record is there whatever the query's filters say: without its support it is missed.
      else if (kind.outcome <= TRUTH_FN) this.#addKind("PASS", TRUTH_FN, kind, counts);
    });
  }

  /** Counts of row `ROW_KEYS[row]`; column 0 is all records, column s + 1 is stratum s. */
  row(column: number, filter: Filter, row: number): RowCounts {
    const at = this.#offset(column, filter, row);
    return {
      truthTp: this.#group(at, 0),
      truthFn: this.#group(at, 1),
      queryTp: this.#group(at, 2),
      queryFp: this.#group(at, 3),
      queryUnk: this.#group(at, 4),
      fpGenotype: this.#values[at + FP_GENOTYPE],
      fpAllele: this.#values[at + FP_ALLELE],
    };
  }

  #addKind(filter: Filter, outcome: number, kind: CountedKind, counts: Int32Array): void {
    const { variantClass } = kind;
    const genotype = genotypeClassOf(variantClass);
    const group = GROUP_OF_OUTCOME[outcome] * GROUP_FIELDS;
    for (const row of rowsOf(variantClass)) {
      for (let column = 0; column < this.#columns; column++) {
        const records = counts[column];
        if (records === 0) continue;
        const at = this.#offset(column, filter, row);
        this.#values[at + group] += records;
        this.#values[at + group + 1] += records * transitionsOf(variantClass);
        this.#values[at + group + 2] += records * transversionsOf(variantClass);
        if (genotype === GENOTYPE_HET) this.#values[at + group + 3] += records;
        if (genotype === GENOTYPE_HOMALT) this.#values[at + group + 4] += records;
        if (outcome === QUERY_FP_GENOTYPE) this.#values[at + FP_GENOTYPE] += records;
        if (outcome === QUERY_FP_ALLELE) this.#values[at + FP_ALLELE] += records;
      }
    }
  }

  #offset(column: number, filter: Filter, row: number): number {
    return ((column * 2 + (filter === "ALL" ? 0 : 1)) * ROW_KEYS.length + row) * FIELDS;
  }

  #group(row: number, group: number): GroupCounts {
    const at = row + group * GROUP_FIELDS;
    return {
      records: this.#values[at],
      transitions: this.#values[at + 1],
      transversions: this.#values[at + 2],
      het: this.#values[at + 3],
      homalt: this.#values[at + 4],
    };
  }
}

/** Sum of two groups of records. */
export function addGroups(a: GroupCounts, b: GroupCounts): GroupCounts {
  return {
    records: a.records + b.records,
    transitions: a.transitions + b.transitions,
    transversions: a.transversions + b.transversions,
    het: a.het + b.het,
    homalt: a.homalt + b.homalt,
  };
}

/** Rows that a class counts in: its type's, and each of its indel subtypes'. */
function rowsOf(variantClass: number): number[] {
  if (variantTypeOf(variantClass) === TYPE_SNP) return [ROW_KEYS.length - 1];
  const subtypes = indelSubtypesOf(variantClass);
  const rows = [0];
  INDEL_SUBTYPES.forEach((name, bit) => {
    if ((subtypes & (1 << bit)) !== 0) rows.push(ROW_KEYS.findIndex((key) => key.subtype === name));
  });
  return rows;
}

function groupOfOutcome(): number[] {
  const groups: number[] = [];
  groups[TRUTH_TP] = 0;
  groups[TRUTH_FN] = 1;
  groups[QUERY_TP] = 2;
  groups[QUERY_FP] = 3;
  groups[QUERY_FP_GENOTYPE] = 3;
  groups[QUERY_FP_ALLELE] = 3;
  groups[QUERY_UNK] = 4;
  return groups;
}
