import type { OutputFiles } from "@touchstone/formats";
import type { Individual } from "../individual/individual.ts";
import type { Contig } from "../reference/contig.ts";
import type { Call } from "../variants/call.ts";
import { type VariantLine, writeVariants } from "../variants/write-variants.ts";
import { isSnv } from "./known-sites.ts";

const MOST = 12;
/** Bases without another variant on both sides, so that reads of both alleles align alike. */
const FREE = 50;

/** Writes variants whose allele fraction a laboratory would watch: heterozygous SNVs spread over the reference, expected at 0.5. */
export function writeMonitoredVariants(
  files: OutputFiles,
  name: string,
  contigs: readonly Contig[],
  individual: Individual,
): void {
  const candidates = contigs.flatMap(({ name: contig, bases }) =>
    isolatedHeterozygotes(individual.calls.get(contig) ?? [], bases.length).map((call) => ({ contig, ...call })),
  );
  const step = Math.max(1, Math.ceil(candidates.length / MOST));
  const lines = candidates
    .filter((_, place) => place % step === 0)
    .map(({ contig, start, ref, alts }): VariantLine => {
      return { contig, start, id: `${contig}:${start + 1}${ref}>${alts[0]}`, ref, alts };
    });
  writeVariants(files, name, { contigs }, lines);
}

function isolatedHeterozygotes(calls: readonly Call[], length: number): Call[] {
  return calls.filter((call, place) => {
    const before = place === 0 ? 0 : calls[place - 1].start + calls[place - 1].ref.length;
    const after = calls[place + 1]?.start ?? length;
    const isHeterozygous = call.haplotypes.includes(0);
    return isHeterozygous && isSnv(call) && call.start - before >= FREE && after - call.start > FREE;
  });
}
