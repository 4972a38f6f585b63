import { readBed } from "@touchstone/formats";
import { chromosomesOf } from "../catalogue/builds.ts";
import type { Build } from "../catalogue/truth-set.ts";
import type { Finding } from "./check-vcf.ts";

/**
 * Whether the intervals of a BED file lie on the chromosomes of a build and end within them.
 *
 * @throws FormatError
 */
export function checkBedContigs(path: string, build: Build): Finding {
  const chromosomes = chromosomesOf(build);
  for (const [contig, { ends }] of readBed(path)) {
    const length = chromosomes.get(contig);
    if (length === undefined) return `it has intervals on ${contig}, which is no chromosome of ${build}`;
    const last = ends.at(-1) ?? 0;
    if (last > length) return `an interval on ${contig} ends at ${last}, the chromosome of ${build} at ${length}`;
  }
  return null;
}
