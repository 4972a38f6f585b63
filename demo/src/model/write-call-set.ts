import { TextOutput } from "@touchstone/test-support/generate";
import type { Called } from "./call-variants.ts";

const LARGEST_GENOTYPE_QUALITY = 99;

/** What the header of a call set says. */
export interface CallSetHeader {
  readonly sample: string;
  readonly source: string;
  readonly contigs: readonly { readonly name: string; readonly length: number }[];
}

/** Writes the VCF of one sample, BGZF, in the order of the records. */
export function writeCallSet(path: string, { sample, source, contigs }: CallSetHeader, calls: readonly Called[]): void {
  const output = new TextOutput(path);
  output.text(
    [
      "##fileformat=VCFv4.2",
      `##source=${source}`,
      '##FILTER=<ID=PASS,Description="All filters passed">',
      '##FILTER=<ID=LowQual,Description="Low quality">',
      ...contigs.map(({ name, length }) => `##contig=<ID=${name},length=${length}>`),
      '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
      '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Reads of each allele">',
      '##FORMAT=<ID=DP,Number=1,Type=Integer,Description="Reads">',
      '##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="Genotype quality">',
      `#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t${sample}\n`,
    ].join("\n"),
  );
  for (const called of calls) output.text(recordText(called));
  output.close();
}

function recordText({ contig, call, alleleDepths, depth, quality, filter }: Called): string {
  const [first, second] = call.haplotypes;
  const genotype = `${Math.min(first, second)}/${Math.max(first, second)}`;
  const genotypeQuality = Math.min(LARGEST_GENOTYPE_QUALITY, Math.round(quality / 4));
  const sample = `${genotype}:${alleleDepths.join(",")}:${depth}:${genotypeQuality}`;
  const columns = [
    contig,
    call.start + 1,
    ".",
    call.ref,
    call.alts.join(","),
    quality,
    filter,
    ".",
    "GT:AD:DP:GQ",
    sample,
  ];
  return `${columns.join("\t")}\n`;
}
