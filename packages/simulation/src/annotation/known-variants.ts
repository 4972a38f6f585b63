import type { VcfRecord } from "@touchstone/formats";

/** Columns of a table of known variants in a cache of Ensembl VEP, release 116. */
export const VARIATION_COLUMNS: readonly string[] = [
  ...["chr", "variation_name", "failed", "somatic", "start", "end", "allele_string", "strand", "minor_allele"],
  ...["minor_allele_freq", "clin_sig", "phenotype_or_disease", "clin_sig_allele", "pubmed", "var_synonyms"],
  ...["AF", "AFR", "AMR", "EAS", "EUR", "SAS"],
  ...["", "_AFR", "_AMR", "_ASJ", "_EAS", "_FIN", "_MID", "_NFE", "_REMAINING", "_SAS"].map(
    (group) => `gnomADe${group}`,
  ),
  ...["", "_AFR", "_AMI", "_AMR", "_ASJ", "_EAS", "_FIN", "_MID", "_NFE", "_REMAINING", "_SAS"].map(
    (group) => `gnomADg${group}`,
  ),
];

/** A contig as caches name it: without `chr`. */
export function nameInCache(contig: string): string {
  return contig.replace(/^chr/, "");
}

/**
 * A known variant as a line of the table, in Ensembl's form: the base that VCF keeps before an indel is not part of the
 * variant, and an insertion ends before it starts.
 */
export function knownVariantLine({ chrom, pos, id, ref, alts }: VcfRecord): { start: number; line: string } {
  const alleles = [ref, ...alts];
  const isIndel = alleles.some(({ length }) => length !== ref.length);
  const shown = isIndel ? alleles.map((allele) => allele.slice(1) || "-") : alleles;
  const start = isIndel ? pos + 1 : pos;
  const end = start + (shown[0] === "-" ? 0 : (shown[0] as string).length) - 1;
  const name = id ?? `${chrom}:${pos}`;
  // Flags are there (1) or missing.
  const fields = [nameInCache(chrom), name, ".", ".", start, end, shown.join("/"), 1];
  return { start, line: [...fields, ...VARIATION_COLUMNS.slice(fields.length).map(() => ".")].join("\t") };
}
