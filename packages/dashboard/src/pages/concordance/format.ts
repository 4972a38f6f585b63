/** A score with four places; a dash where there is none. */
export function scoreText(value: number | null): string {
  return value === null ? "–" : value.toFixed(4);
}

/** An interval of a score: "0.9902 to 0.9951". */
export function intervalText(low: number | null, high: number | null): string {
  return low === null || high === null ? "–" : `${low.toFixed(4)} to ${high.toFixed(4)}`;
}

/** A number of records, "12,345". */
export function countText(count: number | null): string {
  return count === null ? "–" : count.toLocaleString("en-US");
}

/** As many letters of an allele as fit, and how long it is: "ACGTACGTAC… (212 bases)". */
export function alleleText(alleles: string, most = 24): string {
  return alleles
    .split(",")
    .map((allele) => (allele.length <= most ? allele : `${allele.slice(0, most - 4)}… (${allele.length} bases)`))
    .join(", ");
}
