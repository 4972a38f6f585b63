import type { OutputFiles } from "@touchstone/formats";
import type { Contig } from "../reference/contig.ts";
import { type VariantLine, writeVariants } from "../variants/write-variants.ts";
import type { Individual } from "./individual.ts";

/** Writes exactly what the haplotypes hold: a phased VCF with its index. */
export function writeTruth(files: OutputFiles, name: string, contigs: readonly Contig[], individual: Individual): void {
  writeVariants(files, name, { contigs, sample: individual.name }, linesOf(contigs, individual));
}

function* linesOf(contigs: readonly Contig[], individual: Individual): Generator<VariantLine> {
  for (const { name } of contigs) {
    for (const { start, ref, alts, haplotypes } of individual.calls.get(name) ?? []) {
      yield { contig: name, start, id: null, ref, alts, genotype: haplotypes.join("|") };
    }
  }
}
