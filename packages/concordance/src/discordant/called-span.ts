/** Reference bases, 0-based half-open; empty for an insertion. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const BASES = /^[A-Za-z]+$/;

/**
 * The reference bases that a record's called alleles replace, by which regions are assigned (docs/methods/concordance.md,
 * section 8); null when no called allele is spelled in bases.
 *
 * @param position 1-based.
 * @param genotype as in FORMAT/GT; without a called allele all of them count.
 */
export function calledSpan(position: number, ref: string, alt: string, genotype: string): Span | null {
  const alleles = alt.split(",");
  const called = new Set(
    genotype
      .split(/[/|]/)
      .map(Number)
      .filter((allele) => allele > 0),
  );
  const spans = alleles
    .filter((allele, index) => BASES.test(allele) && (called.size === 0 || called.has(index + 1)))
    .flatMap((allele) => trimmedSpan(position - 1, ref.toUpperCase(), allele.toUpperCase()) ?? []);
  if (spans.length === 0) return null;
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}

/** What is left of REF without the anchor base, then the end, then the rest of the start that both share. */
function trimmedSpan(start: number, ref: string, alt: string): Span | null {
  if (ref === alt) return null;
  let from = ref[0] === alt[0] ? 1 : 0;
  let [refEnd, altEnd] = [ref.length, alt.length];
  while (refEnd > from && altEnd > from && ref[refEnd - 1] === alt[altEnd - 1]) {
    refEnd--;
    altEnd--;
  }
  while (from < refEnd && from < altEnd && ref[from] === alt[from]) from++;
  return { start: start + from, end: start + refEnd };
}
