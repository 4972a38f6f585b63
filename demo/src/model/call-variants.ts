import type { Call } from "@touchstone/test-support/generate";
import type { SiteReads } from "./draw-reads.ts";
import { logistic } from "./logistic.ts";
import {
  type CallerModel,
  HOMOZYGOUS_SHARE,
  LEAST_QUALITY,
  leastEvidence,
  type RunCondition,
  SITE_LOGIT,
} from "./parameters.ts";

/** A record of a caller with the reads that it rests on. */
export interface Called {
  readonly contig: string;
  readonly call: Call;
  /** Reads of REF and of each ALT allele. */
  readonly alleleDepths: readonly number[];
  readonly depth: number;
  readonly quality: number;
  readonly filter: "PASS" | "LowQual";
}

/** How a caller works in one run. */
export interface Calling {
  readonly caller: CallerModel;
  readonly condition: RunCondition;
  /** Of the run, in log odds: added to that of every miss. */
  readonly runLogit: number;
}

/** What a caller makes of the reads: it misses variants, calls artefacts, and takes a genotype from few reads for another. */
export function callVariants(reads: readonly SiteReads[], calling: Calling): Called[] {
  return reads.flatMap((of) => (of.haplotypes === null ? callArtefact(of, calling) : callVariant(of, calling)));
}

function callVariant(reads: SiteReads, calling: Calling): Called[] {
  const { site, support, depth, chances } = reads;
  const alternate = support.reduce((sum, count) => sum + count, 0);
  const isSeen = alternate >= leastEvidence.reads && alternate / depth >= leastEvidence.share;
  if (!isSeen || chances.miss < missProbability(reads, calling)) return [];
  const isWrong = site.class === "INDEL" && chances.allele < calling.caller.wrongAllele && site.wrong !== null;
  return recordsOf(reads, isWrong && site.wrong !== null ? site.wrong : site.written);
}

function missProbability({ site }: SiteReads, { caller, condition, runLogit }: Calling): number {
  const base = caller.missLogit[site.class] + SITE_LOGIT * site.difficulty + runLogit;
  if (site.class === "SNV") return logistic(base);
  const [{ ref, alts }] = site.event.calls;
  const length = Math.max(...alts.map((alt) => Math.abs(alt.length - ref.length)));
  const repeat = (caller.repeatLogit * site.event.room) / 10;
  return logistic(base + repeat + (caller.lengthLogit * length) / 10 + condition.indelLogit);
}

/** Artefacts come back at the same places: each has a propensity, log-normal with a mean of 1. */
function callArtefact(reads: SiteReads, { caller, condition }: Calling): Called[] {
  const { site, support, depth, chances } = reads;
  if (site.kind !== "artefact") return [];
  const worse = site.class === "SNV" ? condition.snvArtefacts : 1;
  const propensity = Math.exp(site.difficulty - 0.5);
  const isSeen = support[0] >= leastEvidence.reads && support[0] / depth >= leastEvidence.share;
  if (!isSeen || chances.artefact >= Math.min(0.9, caller.artefactShare[site.class] * worse * propensity)) return [];
  return recordsOf(reads, site.written);
}

/** The records with the genotype that the reads speak for. */
function recordsOf({ site, support, depth }: SiteReads, calls: readonly Call[]): Called[] {
  const quality = qualityOf(support, depth);
  return calls.map((call) => {
    const ofCall = call.alts.length === support.length ? support : splitSupport(site.event.calls[0], call, support);
    const reference = Math.max(0, depth - support.reduce((sum, count) => sum + count, 0));
    return {
      contig: site.contig,
      call: { ...call, haplotypes: genotypeOf(call, ofCall, depth) },
      alleleDepths: [reference, ...ofCall],
      depth,
      quality,
      filter: quality < LEAST_QUALITY ? "LowQual" : "PASS",
    };
  });
}

/** Of a record with two ALT alleles that is written as two: each has the reads of the allele that its haplotype holds. */
function splitSupport(whole: Call, part: Call, support: readonly number[]): readonly number[] {
  const haplotype = part.haplotypes.indexOf(1);
  return [support[whole.haplotypes[haplotype] - 1]];
}

/** Two ALT alleles keep their haplotypes; of one, the share of reads says whether it is on both. */
function genotypeOf({ haplotypes }: Call, support: readonly number[], depth: number): [number, number] {
  if (support.length > 1) return [haplotypes[0], haplotypes[1]];
  return support[0] / depth >= HOMOZYGOUS_SHARE ? [1, 1] : [0, 1];
}

/**
 * Ten times the logarithm of how much better a heterozygote explains the reads than an error of one in a hundred does, in
 * steps of ten: curves of precision and recall have some seventy points.
 */
function qualityOf(support: readonly number[], depth: number): number {
  const alternate = support.reduce((sum, count) => sum + count, 0);
  const gain = alternate * Math.log10(0.5 / 0.01) + (depth - alternate) * Math.log10(0.5 / 0.99);
  return Math.max(0, 10 * Math.round(gain));
}
