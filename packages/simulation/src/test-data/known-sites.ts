import type { OutputFiles } from "@touchstone/formats";
import type { Population } from "../individual/population.ts";
import type { Random } from "../random/random.ts";
import type { Contig } from "../reference/contig.ts";
import type { Call } from "../variants/call.ts";
import { type VariantLine, writeVariants } from "../variants/write-variants.ts";

/** Share of sites that nobody has reported yet. */
const UNREPORTED = 0.1;
/** Panels of sample identity take sites that differ often, and far enough apart to be inherited on their own. */
const PANEL = { leastFrequency: 0.3, mostFrequency: 0.7, distance: 1000 };
const FREQUENCY = '##INFO=<ID=AF,Number=A,Type=Float,Description="Allele frequency">';

/** Writes sites that are known to vary: most of those of the population, whoever holds them. */
export function writeKnownSites(
  files: OutputFiles,
  name: string,
  contigs: readonly Contig[],
  population: Population,
  random: Random,
): void {
  const lines: VariantLine[] = [];
  for (const { name: contig } of contigs) {
    for (const { calls, frequency } of population.get(contig) ?? []) {
      if (!random.chance(UNREPORTED))
        lines.push(...calls.map((call) => siteLine(contig, call, frequency / calls.length)));
    }
  }
  writeVariants(files, name, { contigs, infos: [FREQUENCY] }, lines);
}

/** Writes a panel of SNVs by which two people can be told apart. */
export function writeIdentitySites(
  files: OutputFiles,
  name: string,
  contigs: readonly Contig[],
  population: Population,
): void {
  const lines: VariantLine[] = [];
  for (const { name: contig } of contigs) {
    let free = 0;
    for (const { calls, frequency } of population.get(contig) ?? []) {
      const [call] = calls;
      const isCommon = frequency >= PANEL.leastFrequency && frequency <= PANEL.mostFrequency;
      if (calls.length > 1 || !isSnv(call) || !isCommon || call.start < free) continue;
      lines.push(siteLine(contig, call, frequency));
      free = call.start + PANEL.distance;
    }
  }
  writeVariants(files, name, { contigs, infos: [FREQUENCY] }, lines);
}

/** Whether a call is one base for one other. */
export function isSnv({ ref, alts }: Call): boolean {
  return ref.length === 1 && alts.length === 1 && alts[0].length === 1;
}

function siteLine(contig: string, { start, ref, alts }: Call, frequency: number): VariantLine {
  const info = `AF=${alts.map(() => (frequency / alts.length).toFixed(3)).join(",")}`;
  return { contig, start, id: null, ref, alts, info };
}
