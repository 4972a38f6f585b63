import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chooseEvent, type Event, generateContig, Random, unknownEnd } from "@touchstone/simulation";
import { ConfidentRegions } from "./confident-regions.ts";
import { Oracle } from "./oracle.ts";
import type { ErrorRates, GeneratedPair, PairOptions } from "./pair-options.ts";
import { PairWriter } from "./pair-writer.ts";
import { ReferenceOutput } from "./reference-output.ts";

/** As in a call set of good quality. */
const defaultErrorRates: ErrorRates = { dropped: 0.0096, gt_error: 0.0045, allele_error: 0.002, extra: 0.0107 };
const meanGroup = 6;
/** No event is placed this close to the last known base, so that looking ahead for a repeat stays on the contig. */
const endMargin = 1000;

/** Generates a reference, truth calls on it, and query calls that agree with them but for representation and known errors. */
export function generatePair(options: PairOptions): GeneratedPair {
  mkdirSync(options.folder, { recursive: true });
  return new PairGenerator(options).run();
}

/** Places the events: how many on each contig, and how far apart. */
class PairGenerator {
  readonly #options: PairOptions;
  readonly #random: Random;
  readonly #contigs: readonly { name: string; length: number }[];
  readonly #pair: GeneratedPair;
  readonly #writer: PairWriter;
  readonly #regions: ConfidentRegions;
  #eventsLeft: number;
  #extrasLeft: number;
  #bases: Uint8Array = new Uint8Array(0);

  constructor(options: PairOptions) {
    this.#options = options;
    this.#random = new Random(options.seed);
    this.#contigs = options.contigLengths.map((length, i) => ({ name: `chr${i + 1}`, length }));
    const rates = { ...defaultErrorRates, ...options.errorRates };
    this.#pair = pairIn(options.folder, options.plain ? "vcf" : "vcf.gz");
    this.#writer = new PairWriter(this.#random, this.#pair, this.#contigs, { rates, phased: options.phased ?? false });
    this.#regions = new ConfidentRegions(this.#random, this.#pair.regions);
    this.#eventsLeft = options.eventCount;
    this.#extrasLeft = Math.round(options.eventCount * rates.extra);
  }

  run(): GeneratedPair {
    const reference = new ReferenceOutput(this.#pair.reference);
    let basesLeft = this.#contigs.reduce((sum, { length }) => sum + length, 0);
    for (const { name, length } of this.#contigs) {
      this.#bases = generateContig(this.#random, length);
      reference.add(name, this.#bases);
      this.#writer.startContig(name, this.#bases);
      this.#regions.startContig(name);
      this.#placeEvents(basesLeft);
      this.#regions.endContig(length);
      basesLeft -= length;
    }
    reference.close();
    this.#writer.close();
    this.#regions.close();
    this.#pair.oracle.write(join(this.#options.folder, "oracle.tsv"));
    return this.#pair;
  }

  /** @param basesLeft bases of this contig and those that follow: this contig gets its share of the events that are left. */
  #placeEvents(basesLeft: number): void {
    const length = this.#bases.length;
    const end = length - unknownEnd(length) - endMargin;
    let places = Math.round((this.#eventsLeft + this.#extrasLeft) * (length / basesLeft));
    for (let free = unknownEnd(length); places > 0; places--) {
      const event = this.#eventAfter(free, free + this.#nextDistance(end - free, places));
      if (event === null) break;
      this.#writer.setConfident(this.#regions.passGap(free, event.start));
      const isExtra = this.#random.chance(this.#extrasLeft / (this.#extrasLeft + this.#eventsLeft));
      if (isExtra) this.#extrasLeft--;
      else this.#eventsLeft--;
      free = isExtra ? this.#writer.addExtra(event) : this.#writer.addEvent(event, Math.max(free, event.start - 3));
    }
  }

  /** Bases to the next event: in a group a few, otherwise so that the places left fill the rest of the contig evenly. */
  #nextDistance(rest: number, places: number): number {
    if (this.#options.dense && !this.#random.chance(1 / meanGroup)) return this.#random.between(0, 12);
    const drawn = this.#random.exponential((0.97 * rest) / places) * (this.#options.dense ? meanGroup : 1);
    return Math.floor(Math.min(drawn, Math.max(0, rest / 2)));
  }

  #eventAfter(free: number, from: number): Event | null {
    const choice = this.#options.dense ? { lookAhead: 12, compoundShare: 0.05 } : { lookAhead: 100, compoundShare: 0 };
    for (let at = from; at < this.#bases.length; at += 25) {
      const event = chooseEvent(this.#random, this.#bases, free, at, choice);
      if (event !== null) return event;
    }
    return null;
  }
}

function pairIn(folder: string, suffix: string): GeneratedPair {
  return {
    reference: join(folder, "reference.fa"),
    truth: join(folder, `truth.${suffix}`),
    query: join(folder, `query.${suffix}`),
    regions: join(folder, "confident.bed"),
    oracle: new Oracle(),
  };
}
