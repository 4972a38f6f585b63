import type { Call } from "@touchstone/simulation";
import { TextOutput } from "./text-output.ts";

/** What a record says beside its alleles. */
export interface CallQuality {
  readonly qual: number;
  readonly genotypeQuality: number;
  readonly filter: "PASS" | "LowQ";
  /** Whether the genotype tells which haplotype holds which allele. */
  readonly phased: boolean;
}

/** Writes the VCF of one sample. */
export class CallOutput {
  readonly #output: TextOutput;
  recordCount = 0;

  constructor(path: string, sample: string, contigs: readonly { readonly name: string; readonly length: number }[]) {
    this.#output = new TextOutput(path);
    this.#output.text(
      [
        "##fileformat=VCFv4.2",
        '##FILTER=<ID=PASS,Description="All filters passed">',
        '##FILTER=<ID=LowQ,Description="Low quality">',
        ...contigs.map(({ name, length }) => `##contig=<ID=${name},length=${length}>`),
        '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
        '##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="Genotype quality">',
        `#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t${sample}\n`,
      ].join("\n"),
    );
  }

  add(contig: string, call: Call, quality: CallQuality): void {
    const [first, second] = call.haplotypes;
    const genotype = quality.phased ? `${first}|${second}` : `${Math.min(first, second)}/${Math.max(first, second)}`;
    this.#output.text(
      `${contig}\t${call.start + 1}\t.\t${call.ref}\t${call.alts.join(",")}\t${quality.qual}\t${quality.filter}\t.\tGT:GQ\t${genotype}:${quality.genotypeQuality}\n`,
    );
    this.recordCount++;
  }

  close(): void {
    this.#output.close();
  }
}
