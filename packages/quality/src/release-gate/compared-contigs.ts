import type { ComparisonProvenanceDocument } from "@touchstone/model";

type Contig = ComparisonProvenanceDocument["inputs"]["reference"]["contigs"][number];

/**
 * Names of the contigs of either result, in an order that both keep. A result names only contigs with records, in the
 * order of the reference.
 */
export function contigsOfBoth(current: readonly Contig[], candidate: readonly Contig[]): string[] {
  const inCurrent = new Set(current.map(({ name }) => name));
  const names: string[] = [];
  let place = 0;
  for (const { name } of current) {
    const shared = candidate.findIndex((contig) => contig.name === name);
    // What only the candidate has stands before the next contig that both have.
    for (; place <= shared; place++) if (!inCurrent.has(candidate[place].name)) names.push(candidate[place].name);
    names.push(name);
  }
  for (; place < candidate.length; place++) names.push(candidate[place].name);
  return names;
}

/** Whether contigs of one name have the same sequence in both. */
export function sameSequences(current: readonly Contig[], candidate: readonly Contig[]): boolean {
  const digests = new Map(current.map(({ name, length, md5 }) => [name, `${length} ${md5}`]));
  return candidate.every(({ name, length, md5 }) => (digests.get(name) ?? `${length} ${md5}`) === `${length} ${md5}`);
}
