/** Sequence Ontology terms, the most severe first, in the order of Ensembl VEP; terms that mean one thing in one place. */
const SEVERITY: readonly (readonly string[])[] = [
  ["splice_acceptor"],
  ["splice_donor"],
  ["stop_gained"],
  ["frameshift"],
  ["stop_lost"],
  ["start_lost"],
  ["inframe_insertion"],
  ["inframe_deletion"],
  ["missense"],
  ["protein_altering", "inframe_altering"],
  ["splice_region", "splice_donor_5th_base", "splice_donor_region"],
  ["start_retained"],
  ["stop_retained"],
  ["synonymous"],
  ["coding_sequence"],
  ["5_prime_utr"],
  ["3_prime_utr"],
  // bcftools csq has no word for the tract before the acceptor, which reaches farther than the splice region.
  ["intron", "splice_polypyrimidine_tract"],
  ["upstream_gene", "downstream_gene", "intergenic", "."],
];

/**
 * The first name of the most severe term, whether it is written as by Ensembl VEP (`missense_variant`) or by bcftools csq
 * (`missense`).
 *
 * @param terms separated by `&` and commas
 * @throws Error for a term that is none of these
 */
export function worstConsequence(terms: string): string {
  const ranks = terms.split(/[&,]/).map((term) => {
    const name = term.toLowerCase().replace(/_variant$/, "");
    const rank = SEVERITY.findIndex((group) => group.includes(name));
    if (rank < 0) throw new Error(`${term} is no known consequence`);
    return rank;
  });
  return SEVERITY[Math.min(...ranks)]?.[0] ?? "";
}
