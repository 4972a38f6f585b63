import { conflict, type Edit, editOfAllele, spell } from "./edit.ts";
import { findNoOps, type OwnedEdit } from "./no-op.ts";

/** A record that takes part in a match, and the allele that each haplotype gets of it. */
export interface ChosenRecord {
  /** POS as in the file, 1-based. */
  readonly position: number;
  readonly reference: string;
  readonly alternates: readonly string[];
  /** One a haplotype: 0 is REF, n the n-th ALT, null an unknown allele, which changes nothing. */
  readonly alleles: readonly (number | null)[];
}

/** The haplotypes of one superlocus as each side spells them, over the span of all its records. */
export interface Replay {
  readonly haplotypes: readonly { readonly truth: string; readonly query: string }[];
  /** 0-based, half-open span of the edits, or null when there are none. */
  readonly span: { readonly start: number; readonly end: number } | null;
  /** Why this is no proof; empty when it is one. */
  readonly failures: readonly string[];
}

/**
 * Writes out what the chosen records of each side spell, and compares: every haplotype must be the same sequence,
 * letter by letter, no two edits of one side may touch the same bases, and no records of one side may cancel each
 * other.
 *
 * @param reference sequence of the contig.
 */
export function replaySuperlocus(
  reference: string,
  truth: readonly ChosenRecord[],
  query: readonly ChosenRecord[],
): Replay {
  const records = [...truth, ...query];
  const failures: string[] = [];
  const ploidies = new Set(records.map((record) => record.alleles.length));
  if (ploidies.size !== 1) {
    return { haplotypes: [], span: null, failures: [`records have ${[...ploidies].join(" and ")} haplotypes`] };
  }
  for (const record of records) {
    const genome = reference.slice(record.position - 1, record.position - 1 + record.reference.length).toUpperCase();
    if (!agrees(record.reference.toUpperCase(), genome)) {
      failures.push(`${name(record)}: REF is ${record.reference}, the reference has ${genome}`);
    }
  }
  const start = Math.min(...records.map((record) => record.position - 1));
  const end = Math.max(...records.map((record) => record.position - 1 + record.reference.length));
  const editsOfHaplotypes: OwnedEdit[][] = [];
  const haplotypes = records[0].alleles.map((_, haplotype) => {
    const edits = records.flatMap((record, number) => {
      const edit = editOnHaplotype(record, haplotype);
      const side: OwnedEdit["side"] = number < truth.length ? "truth" : "query";
      return edit === null ? [] : [{ ...edit, record: number, side }];
    });
    editsOfHaplotypes.push(edits);
    const [truthSequence, querySequence] = (["truth", "query"] as const).map((side) => {
      const own = edits.filter((edit) => edit.side === side);
      for (const [a, b] of conflictsAmong(own)) {
        failures.push(
          `${side} haplotype ${haplotype + 1}: ${name(records[a.record])} overlaps ${name(records[b.record])}`,
        );
      }
      return spell(reference, start, end, own);
    });
    if (truthSequence !== querySequence) {
      failures.push(`haplotype ${haplotype + 1}: truth is ${truthSequence}, query is ${querySequence}`);
    }
    return { truth: truthSequence, query: querySequence };
  });
  if (failures.length === 0) {
    for (const group of findNoOps(editsOfHaplotypes)) {
      const side = group[0] < truth.length ? "truth" : "query";
      failures.push(`no-op: ${side} ${group.map((number) => name(records[number])).join(" and ")} spell the reference`);
    }
  }
  return { haplotypes, span: spanOf(editsOfHaplotypes.flat()), failures };
}

/** What the record changes on a haplotype (0-based number), or null. */
export function editOnHaplotype(record: ChosenRecord, haplotype: number): Edit | null {
  const allele = record.alleles[haplotype];
  return allele === null || allele === 0
    ? null
    : editOfAllele(record.position, record.reference, record.alternates[allele - 1]);
}

function conflictsAmong<E extends Edit>(edits: readonly E[]): [E, E][] {
  return edits.flatMap((a, index) => edits.slice(index + 1).flatMap((b): [E, E][] => (conflict(a, b) ? [[a, b]] : [])));
}

function spanOf(edits: readonly Edit[]): { start: number; end: number } | null {
  if (edits.length === 0) {
    return null;
  }
  return { start: Math.min(...edits.map((edit) => edit.start)), end: Math.max(...edits.map((edit) => edit.end)) };
}

/** Letters agree where both are A, C, G or T; an ambiguity code says nothing. */
function agrees(a: string, b: string): boolean {
  return a.length === b.length && [...a].every((letter, at) => letter === b[at] || !/[ACGT]{2}/.test(letter + b[at]));
}

function name(record: ChosenRecord): string {
  return `${record.position} ${record.reference}>${record.alternates.join(",")}`;
}
