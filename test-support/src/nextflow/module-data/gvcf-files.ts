import { genotype, type Individual } from "./individual.ts";

const CONTIG = "chrT";
const HEADER = [
  "##fileformat=VCFv4.2",
  '##ALT=<ID=NON_REF,Description="Any other allele">',
  '##INFO=<ID=DP,Number=1,Type=Integer,Description="Depth">',
  '##INFO=<ID=END,Number=1,Type=Integer,Description="Last position of the block">',
  '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
  '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Depth of each allele">',
  '##FORMAT=<ID=DP,Number=1,Type=Integer,Description="Depth">',
  '##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="Quality of the genotype">',
  '##FORMAT=<ID=MIN_DP,Number=1,Type=Integer,Description="Least depth of the block">',
  '##FORMAT=<ID=PL,Number=G,Type=Integer,Description="Likelihoods of genotypes">',
];
/** AD, GQ and PL of REF, the alternative allele and NON_REF, at a depth of 30. */
const CALLS: Readonly<Record<string, string>> = {
  "0/1": "15,15,0:30:99:450,0,450,495,495,990",
  "1/1": "0,30,0:30:90:900,90,0,900,90,900",
};

/** A range of positions, 1-based, both ends included. */
export type Range = readonly [first: number, last: number];

/**
 * GVCF of an individual over a range: its differences as HaplotypeCaller writes them at a depth of 30, and reference blocks
 * between.
 */
export function gvcf(reference: string, { id, differences }: Individual, [first, last]: Range): string {
  const lines: string[] = [];
  let next = first;
  const block = (end: number): void => {
    if (end < next) return;
    const fields = [CONTIG, next, ".", reference[next - 1], "<NON_REF>", ".", ".", `END=${end}`];
    lines.push([...fields, "GT:DP:GQ:MIN_DP:PL", "0/0:30:90:30:0,90,900"].join("\t"));
  };
  for (const difference of differences) {
    const call = CALLS[genotype(difference)];
    const position = difference.position + 1;
    if (call === undefined || position < first || position > last) continue;
    block(position - 1);
    const alts = `${difference.alternative},<NON_REF>`;
    const fields = [CONTIG, position, ".", difference.reference, alts, "500.00", ".", "DP=30"];
    lines.push([...fields, "GT:AD:DP:GQ:PL", `${genotype(difference)}:${call}`].join("\t"));
    next = position + difference.reference.length;
  }
  block(last);
  const contig = `##contig=<ID=${CONTIG},length=${reference.length}>`;
  const columns = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT", id].join("\t");
  return [...HEADER, contig, columns, ...lines, ""].join("\n");
}
