import { mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  type Call,
  CallOutput,
  ConfidentRegions,
  chooseEvent,
  type Event,
  generateContig,
  injectError,
  normal,
  Random,
  ReferenceOutput,
  represent,
  TextOutput,
  unknownEnd,
} from "@touchstone/test-support/generate";
import { genomeModel } from "../model/parameters.ts";
import type { Site, SiteKind } from "./site.ts";
import { writeStrata } from "./write-strata.ts";

/** A contig with its bases as ASCII codes. */
export interface Contig {
  readonly name: string;
  readonly bases: Uint8Array;
}

/** A reference, what a reference sample has on it, and where callers may go wrong. */
export interface Genome {
  readonly contigs: readonly Contig[];
  /** In order of contig and position. */
  readonly sites: readonly Site[];
  readonly reference: string;
  readonly truth: string;
  /** BED of confident regions. */
  readonly regions: string;
  /** BED of what the exome assay captures. */
  readonly exome: string;
  /** GA4GH list of stratification regions. */
  readonly strata: string;
}

/** Places are never looked for this close to a contig's end, where a repeat could run over it. */
const END_MARGIN = 1000;

/**
 * Writes the files that stay the same all year into a folder: reference, truth set, confident regions, exome targets and
 * strata. The same seed gives the same files.
 */
export function generateGenome(folder: string, seed: number): Genome {
  mkdirSync(folder, { recursive: true });
  const random = new Random(seed);
  const names = genomeModel.contigLengths.map((length, place) => ({ name: `chr${place + 1}`, length }));
  const reference = new ReferenceOutput(join(folder, "reference.fa"));
  const truth = new CallOutput(join(folder, "truth.vcf.gz"), "NX1", names);
  const regions = new ConfidentRegions(random, join(folder, "confident.bed"));
  const exome = new TextOutput(join(folder, "exome.bed"));
  const contigs: Contig[] = [];
  const sites: Site[] = [];
  for (const { name, length } of names) {
    const bases = generateContig(random, length);
    contigs.push({ name, bases });
    reference.add(name, bases);
    regions.startContig(name);
    const targets = chooseTargets(random, length);
    for (const [start, end] of targets) exome.text(`${name}\t${start}\t${end}\n`);
    for (const site of placeSites(random, { name, bases }, { regions, targets })) {
      sites.push(site);
      if (site.kind === "truth") writeTruth(truth, site);
    }
    regions.endContig(length);
  }
  reference.close();
  truth.close();
  regions.close();
  exome.close();
  return {
    contigs,
    sites,
    reference: join(folder, "reference.fa"),
    truth: join(folder, "truth.vcf.gz"),
    regions: join(folder, "confident.bed"),
    exome: join(folder, "exome.bed"),
    strata: writeStrata(folder, contigs),
  };
}

interface Regions {
  readonly regions: ConfidentRegions;
  readonly targets: readonly (readonly [start: number, end: number])[];
}

/** Sites one after the other, each clear of the one before however it is written. */
function* placeSites(random: Random, { name, bases }: Contig, { regions, targets }: Regions): Generator<Site> {
  const end = bases.length - unknownEnd(bases.length) - END_MARGIN;
  let target = 0;
  for (let free = unknownEnd(bases.length); ; ) {
    const at = free + 20 + Math.floor(random.exponential(genomeModel.meanDistance));
    if (at >= end) return;
    const event = chooseEvent(random, bases, free, at, { lookAhead: 100, compoundShare: 0 });
    if (event === null) {
      free = at + 25;
      continue;
    }
    regions.passGap(free, event.start);
    while (target < targets.length && targets[target][1] <= event.start) target++;
    const isCaptured = target < targets.length && targets[target][0] <= event.start;
    const site = describeSite(random, { name, bases }, event, Math.max(free, event.start - 3));
    yield { ...site, isCaptured };
    free = Math.max(event.end, ...[...site.written, ...(site.wrong ?? [])].map(endOf)) + 2;
  }
}

function describeSite(random: Random, { name, bases }: Contig, event: Event, from: number): Omit<Site, "isCaptured"> {
  return {
    contig: name,
    kind: random.weighted(genomeModel.siteKinds) satisfies SiteKind,
    class: classOf(event),
    event,
    difficulty: normal(random),
    written: represent(random, bases, event, random.chance(genomeModel.shiftedIndels), from).calls,
    wrong: injectError(random, bases, event, "allele_error", from)?.calls ?? null,
  };
}

function endOf({ start, ref }: Call): number {
  return start + ref.length;
}

function classOf({ calls: [call] }: Event): Site["class"] {
  return call.ref.length === 1 && call.alts.every((alt) => alt.length === 1) ? "SNV" : "INDEL";
}

function writeTruth(truth: CallOutput, { contig, event }: Site): void {
  for (const call of event.calls) {
    truth.add(contig, call, { qual: 50, genotypeQuality: 60, filter: "PASS", phased: false });
  }
}

function chooseTargets(random: Random, length: number): [start: number, end: number][] {
  const { meanTarget, meanGap } = genomeModel.exome;
  const targets: [number, number][] = [];
  for (let at = Math.floor(random.exponential(meanGap)); at < length; ) {
    const end = Math.min(length, at + 100 + Math.floor(random.exponential(meanTarget)));
    targets.push([at, end]);
    at = end + 100 + Math.floor(random.exponential(meanGap));
  }
  return targets;
}
