import { type Edit, editOfAllele } from "../replay/edit.ts";

/** A record of one side. */
export interface GenotypedRecord {
  /** POS as in the file, 1-based. */
  readonly position: number;
  readonly reference: string;
  readonly alternates: readonly string[];
  /** Called alleles: 0 is REF, n the n-th ALT. */
  readonly genotype: readonly number[];
}

/** The edit that an allele of the record makes; none for REF and alleles without bases. */
export function editOn(record: GenotypedRecord, allele: number): Edit[] {
  const edit = allele === 0 ? null : editOfAllele(record.position, record.reference, record.alternates[allele - 1]);
  return edit === null ? [] : [edit];
}

/** Every way to have at least one called allele on the haplotypes, each as often as wanted. */
export function dosages(record: GenotypedRecord, haplotypes: number): number[][] {
  const called = [...new Set(record.genotype)].filter((allele) => editOn(record, allele).length > 0);
  let all: number[][] = [[]];
  for (let haplotype = 0; haplotype < haplotypes; haplotype++) {
    all = all.flatMap((alleles) => [0, ...called].map((allele) => [...alleles, allele]));
  }
  return all.filter((alleles) => alleles.some((allele) => allele !== 0));
}

/** Every different order of the alleles; a genotype of lower ploidy is spread evenly where that is possible. */
export function orders(genotype: readonly number[], haplotypes: number): number[][] {
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
