import type { OpenCallSet } from "../plan/open-call-set.ts";
import { NOT_ASSESSED_REASONS } from "../records/reasons.ts";

const FORMATS = [
  ["GT", "String", "Genotype as in the input"],
  ["BD", "String", "Decision for the call (TP, FN, FP, UNK: query outside the confident regions, N: not assessed)"],
  [
    "BK",
    "String",
    "Kind of match (gm: genotype, am: allele, lm: within 30 bases of a call of the other side, .: none)",
  ],
  ["BVT", "String", "Variant type (SNP, INDEL; an MNP is a SNP)"],
  ["BLT", "String", "Genotype class (het, homalt, hetalt, hemi ...)"],
  ["BI", "String", "Subtypes (ti, tv, i1_5, d6_15, c16_plus ...)"],
  ["QQ", "Float", "Score of the query call; for truth TP the lowest score among the calls it matches"],
  ["BO", "String", "Proof: allele that each haplotype carries when the superlocus is replayed on the reference"],
];

/** The header of P.vcf.gz, with its last newline. */
export function comparisonHeader(
  contigs: readonly { readonly name: string; readonly length: number }[],
  truth: OpenCallSet,
  query: OpenCallSet,
): string {
  const reasons = NOT_ASSESSED_REASONS.slice(1).join(", ");
  const filters = new Set(
    [...truth.header.lines, ...query.header.lines].filter((line) => line.startsWith("##FILTER=")),
  );
  const filterIds = new Set<string>();
  const filterLines = [...filters].filter((line) => {
    const id = /ID=([^,>]+)/.exec(line)?.[1] ?? "";
    if (filterIds.has(id)) return false;
    filterIds.add(id);
    return true;
  });
  return [
    "##fileformat=VCFv4.2",
    "##source=Touchstone",
    ...contigs.map(({ name, length }) => `##contig=<ID=${name},length=${length}>`),
    ...(filterIds.has("PASS") ? [] : ['##FILTER=<ID=PASS,Description="All filters passed">']),
    ...filterLines,
    '##INFO=<ID=BS,Number=1,Type=Integer,Description="Superlocus: 1-based position of its first changed base">',
    '##INFO=<ID=BM,Number=1,Type=String,Description="Method that decided it (exact, search, bounded)">',
    `##INFO=<ID=BN,Number=1,Type=String,Description="Why the record is not assessed (${reasons})">`,
    ...FORMATS.map(([id, type, text]) => `##FORMAT=<ID=${id},Number=1,Type=${type},Description="${text}">`),
    "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTRUTH\tQUERY",
    "",
  ].join("\n");
}
