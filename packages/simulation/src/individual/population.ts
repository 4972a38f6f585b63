import type { Random } from "../random/random.ts";
import type { Contig } from "../reference/contig.ts";
import { unknownEnd } from "../reference/generate-contig.ts";
import type { Call } from "../variants/call.ts";
import { chooseEvent, type Event } from "../variants/event.ts";
import { carriedCall } from "./carried-call.ts";
import type { Individual } from "./individual.ts";

/** A place where people differ. */
export interface VariantSite {
  /** Every allele that is known there. Two calls of one site overlap and lie on different haplotypes. */
  readonly calls: readonly Call[];
  /** Share of haplotypes that do not hold the reference: above 0, below 1. */
  readonly frequency: number;
}

/** Where people differ, by contig, in order of position. Sites do not touch, however their alleles are written. */
export type Population = ReadonlyMap<string, readonly VariantSite[]>;

/** How sites are generated. */
export interface PopulationOptions {
  /** Bases between one site and the next, on average. */
  readonly meanDistance: number;
  /** Calls that are sites already; others are placed between them. */
  readonly given?: ReadonlyMap<string, readonly Call[]>;
}

/** Where a deletion on one haplotype overlaps an SNV on the other. */
const COMPOUND_SHARE = 0.01;
const LOOK_AHEAD = 100;
/** No site is placed this close to the end of a contig, where a repeat could run over it. */
const END_MARGIN = 500;
/** Bases that stay free between two sites, so that each can be written otherwise without touching the other. */
const SPACING = 10;

/** Generates the sites of a population: SNVs, insertions, deletions, MNPs, complex and multi-allelic ones. */
export function generatePopulation(random: Random, contigs: readonly Contig[], options: PopulationOptions): Population {
  const population = new Map<string, readonly VariantSite[]>();
  for (const contig of contigs) {
    const given = siteRuns(options.given?.get(contig.name) ?? []);
    population.set(contig.name, [...placeSites(random, contig, given, options.meanDistance)]);
  }
  return population;
}

/** Somebody of the population: each haplotype holds an allele of a site as often as its frequency says. */
export function drawIndividual(random: Random, name: string, population: Population): Individual {
  const calls = new Map<string, readonly Call[]>();
  for (const [contig, sites] of population)
    calls.set(
      contig,
      sites.flatMap((site) => drawSite(random, site)),
    );
  return { name, calls };
}

/** On each haplotype the reference or one allele; calls of which nothing is carried are left out. */
function drawSite(random: Random, { calls, frequency }: VariantSite): Call[] {
  const carried = calls.map((): [number, number] => [0, 0]);
  for (const haplotype of [0, 1] as const) {
    if (!random.chance(frequency)) continue;
    const place = random.between(0, calls.length - 1);
    carried[place][haplotype] = random.between(1, calls[place].alts.length);
  }
  return calls.flatMap((call, place) => carriedCall(call, carried[place]) ?? []);
}

function* placeSites(
  random: Random,
  { bases }: Contig,
  given: readonly (readonly Call[])[],
  meanDistance: number,
): Generator<VariantSite> {
  const edge = unknownEnd(bases.length);
  let free = Math.max(1, edge);
  for (const calls of [...given, []]) {
    const until = calls.length === 0 ? bases.length - edge - END_MARGIN : calls[0].start - SPACING;
    for (const event of placeEvents(random, bases, { free, until, meanDistance })) {
      yield { calls: event.calls, frequency: drawFrequency(random, event.calls) };
    }
    if (calls.length > 0) yield { calls, frequency: drawFrequency(random, calls) };
    free = Math.max(...calls.map(endOf)) + SPACING;
  }
}

/** From rare to common; where there are several alleles, the reference is the rare one. */
function drawFrequency(random: Random, calls: readonly Call[]): number {
  const isMultiAllelic = calls.some(({ alts }) => alts.length > 1);
  return isMultiAllelic ? 0.6 + 0.35 * random.fraction() : 0.05 + 0.9 * random.fraction();
}

function* placeEvents(
  random: Random,
  bases: Uint8Array,
  { free, until, meanDistance }: { free: number; until: number; meanDistance: number },
): Generator<Event> {
  for (let from = free, at = free; ; ) {
    at += SPACING + Math.floor(random.exponential(meanDistance - SPACING));
    if (at >= until) return;
    const event = chooseEvent(random, bases, from, at, { lookAhead: LOOK_AHEAD, compoundShare: COMPOUND_SHARE });
    if (event === null || event.end >= until) continue;
    yield event;
    from = at = event.end + SPACING;
  }
}

/** Calls that overlap are one site. */
function siteRuns(calls: readonly Call[]): Call[][] {
  const runs: Call[][] = [];
  let end = 0;
  for (const call of calls) {
    const run = runs.at(-1);
    if (run !== undefined && call.start < end) run.push(call);
    else runs.push([call]);
    end = Math.max(end, endOf(call));
  }
  return runs;
}

function endOf({ start, ref }: Call): number {
  return start + ref.length;
}
