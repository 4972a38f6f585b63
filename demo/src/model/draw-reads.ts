import { binomial, normal, type Random } from "@touchstone/test-support/generate";
import type { Site } from "../genome/site.ts";
import { readModel } from "./parameters.ts";

/** Alleles on both haplotypes of a person at a site: numbers of alleles of its call, 0 for the reference. */
export type Haplotypes = readonly [number, number];

/** What a person has at a site; null for the reference on both. */
export type Person = (site: Site, place: number) => Haplotypes | null;

/** The sample that the truth set describes. */
export const referenceSample: Person = ({ kind, event }) => (kind === "truth" ? event.calls[0].haplotypes : null);

/** Share of the sites of the truth, and of other people's sites, that another person has as well. */
const SHARED = 0.55;

/** Somebody else: shares common variants with the reference sample, and has others that it lacks. */
export function anotherPerson(random: Random, sites: readonly Site[]): Person {
  const genotypes = sites.map(({ kind, event: { calls } }): Haplotypes | null => {
    if (kind === "artefact" || !random.chance(SHARED)) return null;
    if (calls[0].alts.length > 1) return calls[0].haplotypes;
    return random.chance(0.62) ? [0, 1] : [1, 1];
  });
  return (_, place) => genotypes[place];
}

/** Reads over one site in one run, and the chances that a caller's decisions on them are taken by. */
export interface SiteReads {
  readonly site: Site;
  readonly haplotypes: Haplotypes | null;
  readonly depth: number;
  /** Reads of each ALT allele. */
  readonly support: readonly number[];
  /** Uniform; the same for every caller that sees these reads, so that versions are compared on one sequencing. */
  readonly chances: { readonly miss: number; readonly allele: number; readonly artefact: number };
}

/** How a library is sequenced. */
export interface Sequencing {
  readonly depth: number;
  /** Sites that are read; the others have no reads. */
  readonly isRead: (site: Site) => boolean;
}

/** Reads over all sites of a run: depths vary by run and site, reads with an allele are drawn binomially. */
export function drawReads(
  random: Random,
  sites: readonly Site[],
  person: Person,
  { depth: meanDepth, isRead }: Sequencing,
): SiteReads[] {
  const ofRun = meanDepth * Math.exp(readModel.sdBetweenRuns * normal(random));
  const reads: SiteReads[] = [];
  for (const [place, site] of sites.entries()) {
    if (!isRead(site)) continue;
    const depth = Math.max(1, Math.round(ofRun * Math.exp(readModel.sdBetweenSites * normal(random))));
    const haplotypes = person(site, place);
    const support = supportOf(random, site, haplotypes, depth);
    const chances = { miss: random.fraction(), allele: random.fraction(), artefact: random.fraction() };
    reads.push({ site, haplotypes, depth, support, chances });
  }
  return reads;
}

/** Where nothing is, an artefact shows in a share of the reads that would be odd for a heterozygote. */
function supportOf(random: Random, site: Site, haplotypes: Haplotypes | null, depth: number): number[] {
  const { event } = site;
  if (haplotypes === null) {
    const share = site.kind === "artefact" ? 0.18 + 0.25 * random.fraction() : readModel.errorRate;
    return [binomial(random, depth, share), ...event.calls[0].alts.slice(1).map(() => 0)];
  }
  const efficiency = site.class === "INDEL" ? readModel.indelShare : 1;
  let left = depth;
  let shareLeft = 1;
  return event.calls[0].alts.map((_, place) => {
    const copies = haplotypes.filter((allele) => allele === place + 1).length;
    const share = Math.min(1 - readModel.errorRate, (copies / 2) * efficiency);
    // One allele after the other: a multinomial draw in steps.
    const drawn = binomial(random, left, Math.min(1, share / shareLeft));
    left -= drawn;
    shareLeft -= share;
    return drawn;
  });
}
