/** A change to one haplotype: the reference bases [start, end) become `bases`. 0-based, half-open, on the contig. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly bases: string;
}

/**
 * What an ALT allele changes, without the bases it shares with REF: the first base is trimmed first, since it is the
 * anchor that VCF puts before an indel, then the common end, then the rest of the common start.
 *
 * Returns null for alleles that change nothing by themselves: REF, `*`, `.`, symbolic alleles and breakends.
 *
 * @param position POS as in the file, 1-based.
 */
export function editOfAllele(position: number, reference: string, alternate: string): Edit | null {
  const ref = reference.toUpperCase();
  const alt = alternate.toUpperCase();
  if (!/^[A-Z]+$/.test(alt) || alt === ref) {
    return null;
  }
  const shortest = Math.min(ref.length, alt.length);
  const anchor = ref[0] === alt[0] ? 1 : 0;
  let suffix = 0;
  while (anchor + suffix < shortest && ref.at(-1 - suffix) === alt.at(-1 - suffix)) suffix++;
  let prefix = anchor;
  while (prefix + suffix < shortest && ref[prefix] === alt[prefix]) prefix++;
  const start = position - 1 + prefix;
  return { start, end: position - 1 + ref.length - suffix, bases: alt.slice(prefix, alt.length - suffix) };
}

/** Order of edits along the reference; an insertion comes before a change of the base that follows it. */
export function compareEdits(a: Edit, b: Edit): number {
  return a.start - b.start || a.end - b.end;
}

/** True when two edits cannot both be made: they share a reference base, or they insert at the same point. */
export function conflict(a: Edit, b: Edit): boolean {
  const [first, second] = compareEdits(a, b) <= 0 ? [a, b] : [b, a];
  const insertAtOnePoint = first.start === first.end && second.start === second.end && first.start === second.start;
  return insertAtOnePoint || second.start < first.end;
}

/** The reference from `start` to `end` with the edits made; they must not conflict and lie within. */
export function spell(reference: string, start: number, end: number, edits: readonly Edit[]): string {
  let sequence = "";
  let position = start;
  for (const edit of [...edits].sort(compareEdits)) {
    sequence += reference.slice(position, edit.start) + edit.bases;
    position = edit.end;
  }
  return (sequence + reference.slice(position, end)).toUpperCase();
}
