/** A difference from the reference: 0-based position of the first base of `reference`. */
export interface Difference {
  position: number;
  reference: string;
  alternative: string;
  /** Which of the two haplotypes have it. */
  haplotypes: readonly [boolean, boolean];
}

export interface Individual {
  id: string;
  differences: readonly Difference[];
}

const BASES = "ACGT";
const SPACING = 500;

/** 0-based positions of the panel: one every 500 bases. */
export function panelPositions(reference: string): number[] {
  const positions: number[] = [];
  for (let position = SPACING; position <= reference.length - SPACING; position += SPACING) positions.push(position);
  return positions;
}

/** The panel's alternative base at a position: the next of A, C, G and T. */
export function panelAlternative(reference: string, position: number): string {
  return BASES[(BASES.indexOf(reference[position]) + 1) % BASES.length];
}

type Genotype = readonly [boolean, boolean];

const HOMOZYGOUS_REFERENCE: Genotype = [false, false];
const HETEROZYGOUS: Genotype = [true, false];
const OTHER_HETEROZYGOUS: Genotype = [false, true];
const HOMOZYGOUS: Genotype = [true, true];

/** Genotypes at the panel's sites, in turn. */
const GENOTYPES = {
  A: [HETEROZYGOUS, HOMOZYGOUS, HOMOZYGOUS_REFERENCE, OTHER_HETEROZYGOUS],
  B: [HOMOZYGOUS, HOMOZYGOUS_REFERENCE, HETEROZYGOUS, HOMOZYGOUS_REFERENCE, OTHER_HETEROZYGOUS],
} as const;

/** Individual A or B: SNVs at the panel's sites; of A also an insertion of 3 and a deletion of 4 bases. */
export function individual(id: "A" | "B", reference: string): Individual {
  const genotypes: readonly Genotype[] = GENOTYPES[id];
  const snvs = panelPositions(reference).map(
    (position, index): Difference => ({
      position,
      reference: reference[position],
      alternative: panelAlternative(reference, position),
      haplotypes: genotypes[index % genotypes.length],
    }),
  );
  return { id, differences: [...snvs, ...(id === "A" ? indels(reference) : [])].sort(byPosition) };
}

function indels(reference: string): Difference[] {
  const insertion = 5249;
  const deletion = 7249;
  return [
    {
      position: insertion,
      reference: reference[insertion],
      alternative: `${reference[insertion]}GAT`,
      haplotypes: HETEROZYGOUS,
    },
    {
      position: deletion,
      reference: reference.slice(deletion, deletion + 5),
      alternative: reference[deletion],
      haplotypes: HOMOZYGOUS,
    },
  ];
}

function byPosition(one: Difference, other: Difference): number {
  return one.position - other.position;
}

/** The sequence of a haplotype, 0 or 1. */
export function haplotype(reference: string, { differences }: Individual, which: 0 | 1): string {
  let sequence = "";
  let at = 0;
  for (const difference of differences) {
    if (!difference.haplotypes[which]) continue;
    sequence += reference.slice(at, difference.position) + difference.alternative;
    at = difference.position + difference.reference.length;
  }
  return sequence + reference.slice(at);
}

/** The genotype as VCF writes it, unphased: 0/0, 0/1 or 1/1. */
export function genotype({ haplotypes }: Difference): string {
  const alternatives = Number(haplotypes[0]) + Number(haplotypes[1]);
  return ["0/0", "0/1", "1/1"][alternatives];
}
