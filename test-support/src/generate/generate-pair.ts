import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Call, type Kind, kinds } from "./call.ts";
import { CallOutput } from "./call-output.ts";
import { ConfidentRegions } from "./confident-regions.ts";
import { generateContig, unknownEnd } from "./contig.ts";
import { chooseEvent, type Event } from "./event.ts";
import { type InjectedError, injectError } from "./inject-error.ts";
import { Oracle } from "./oracle.ts";
import { Random } from "./random.ts";
import { ReferenceOutput } from "./reference-output.ts";
import { represent } from "./represent.ts";

/** What to generate; the same options give the same files, byte by byte. */
export interface PairOptions {
  /** Folder that gets reference.fa, reference.fa.fai, truth.vcf.gz, query.vcf.gz, confident.bed and oracle.tsv. */
  readonly folder: string;
  readonly seed: number;
  /** Lengths of chr1, chr2 and so on. */
  readonly contigLengths: readonly number[];
  /** Number of places with a variant; some hold two truth records when `dense`. */
  readonly eventCount: number;
  /** Shares of the events that the query gets wrong, and extra calls per event. */
  readonly errorRates?: Partial<ErrorRates>;
  /** Events lie in groups of about 6, a few bases apart, and some truth records overlap. */
  readonly dense?: boolean;
  /** Plain VCF instead of BGZF (files are then named truth.vcf and query.vcf). */
  readonly plain?: boolean;
  /** Phased genotypes in both files, so that a test can replay the haplotypes. */
  readonly phased?: boolean;
}

export interface ErrorRates {
  readonly dropped: number;
  readonly gt_error: number;
  readonly allele_error: number;
  readonly extra: number;
}

/** The files of a pair and what is in them. */
export interface GeneratedPair {
  readonly reference: string;
  readonly truth: string;
  readonly query: string;
  readonly regions: string;
  /**
   * Counts as in oracle.tsv. `exp.FN`, `exp.FP`: records that a comparison of all records must find wrong; `exp.pass.*`: of PASS
   * records alone; `inside.*`: of all records in confident.bed alone.
   */
  readonly oracle: Oracle;
}

/** As in a call set of good quality. */
const defaultErrorRates: ErrorRates = { dropped: 0.0096, gt_error: 0.0045, allele_error: 0.002, extra: 0.0107 };
const shiftedIndelShare = 0.15;
const filteredShare = 0.0137;
const meanGroup = 6;
/** No event is placed this close to the last known base, so that looking ahead for a repeat stays on the contig. */
const endMargin = 1000;

/** Generates a reference, truth calls on it, and query calls that agree with them but for representation and known errors. */
export function generatePair(options: PairOptions): GeneratedPair {
  mkdirSync(options.folder, { recursive: true });
  return new PairGenerator(options).run();
}

class PairGenerator {
  readonly #options: PairOptions;
  readonly #random: Random;
  readonly #rates: ErrorRates;
  readonly #contigs: readonly { name: string; length: number }[];
  readonly #oracle = new Oracle();
  readonly #pair: GeneratedPair;
  readonly #truth: CallOutput;
  readonly #query: CallOutput;
  readonly #regions: ConfidentRegions;
  #eventsLeft: number;
  #extrasLeft: number;
  #indels = 0;
  #shifted = 0;
  #contig = "";
  #bases: Uint8Array = new Uint8Array(0);
  #confident = false;

  constructor(options: PairOptions) {
    this.#options = options;
    this.#random = new Random(options.seed);
    this.#rates = { ...defaultErrorRates, ...options.errorRates };
    this.#contigs = options.contigLengths.map((length, i) => ({ name: `chr${i + 1}`, length }));
    const suffix = options.plain ? "vcf" : "vcf.gz";
    const inFolder = (name: string): string => join(options.folder, name);
    this.#pair = {
      reference: inFolder("reference.fa"),
      truth: inFolder(`truth.${suffix}`),
      query: inFolder(`query.${suffix}`),
      regions: inFolder("confident.bed"),
      oracle: this.#oracle,
    };
    this.#truth = new CallOutput(this.#pair.truth, "TRUTH", this.#contigs);
    this.#query = new CallOutput(this.#pair.query, "QUERY", this.#contigs);
    this.#regions = new ConfidentRegions(this.#random, this.#pair.regions);
    this.#eventsLeft = options.eventCount;
    this.#extrasLeft = Math.round(options.eventCount * this.#rates.extra);
  }

  run(): GeneratedPair {
    const reference = new ReferenceOutput(this.#pair.reference);
    let basesLeft = this.#contigs.reduce((sum, { length }) => sum + length, 0);
    for (const { name, length } of this.#contigs) {
      this.#contig = name;
      this.#bases = generateContig(this.#random, length);
      reference.add(name, this.#bases);
      this.#placeEvents(basesLeft);
      basesLeft -= length;
    }
    reference.close();
    this.#truth.close();
    this.#query.close();
    this.#regions.close();
    this.#oracle.add("truth.total", this.#truth.recordCount);
    this.#oracle.add("query.records", this.#query.recordCount);
    this.#oracle.write(join(this.#options.folder, "oracle.tsv"));
    return this.#pair;
  }

  /** @param basesLeft bases of this contig and those that follow: this contig gets its share of the events that are left. */
  #placeEvents(basesLeft: number): void {
    const length = this.#bases.length;
    const end = length - unknownEnd(length) - endMargin;
    let places = Math.round((this.#eventsLeft + this.#extrasLeft) * (length / basesLeft));
    this.#regions.startContig(this.#contig);
    for (let free = unknownEnd(length); places > 0; places--) {
      const event = this.#eventAfter(free, free + this.#nextDistance(end - free, places));
      if (event === null) break;
      this.#confident = this.#regions.passGap(free, event.start);
      const isExtra = this.#random.chance(this.#extrasLeft / (this.#extrasLeft + this.#eventsLeft));
      free = isExtra ? this.#addExtra(event) : this.#addEvent(event, Math.max(free, event.start - 3));
    }
    this.#regions.endContig(length);
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

  /** A call of what is not there; returns where it ends. */
  #addExtra(event: Event): number {
    this.#extrasLeft--;
    const [call] = event.calls;
    const filter = this.#random.chance(0.3) ? "LowQ" : "PASS";
    this.#count(`fp.${event.kind}`, 1);
    this.#countWrong("FP", filter, 1);
    this.#addQuery(call, filter === "LowQ" ? this.#random.between(1, 19) : this.#random.between(20, 400), filter);
    return event.end;
  }

  /** @param from first base that belongs to no other event. Returns where the event and what the query made of it ends. */
  #addEvent(event: Event, from: number): number {
    this.#eventsLeft--;
    for (const call of event.calls) {
      const phased = this.#options.phased || this.#random.chance(0.4);
      this.#truth.add(this.#contig, call, { qual: 50, genotypeQuality: 60, filter: "PASS", phased });
      this.#count(`truth.${kindOf(call, event.kind)}`, 1);
    }
    if (this.#confident) this.#oracle.add("inside.truth", event.calls.length);
    if (event.kind === "INDEL") this.#indels++;
    const error = this.#chooseError();
    const wrong = error === null ? null : injectError(this.#random, this.#bases, event, error, from);
    if (error !== null && wrong !== null) return this.#addWrong(event, error, wrong);
    return this.#addRight(event, from);
  }

  #addWrong(event: Event, error: InjectedError, wrong: { calls: readonly Call[]; end: number }): number {
    const filter = this.#random.chance(0.1) ? "LowQ" : "PASS";
    this.#count(error, 1);
    for (const call of event.calls) this.#count(`exp.FN.${kindOf(call, event.kind)}`, 1);
    this.#countWrong("FN", "PASS", event.calls.length);
    this.#countWrong("FP", filter, wrong.calls.length);
    for (const call of wrong.calls) this.#addQuery(call, this.#random.between(filter === "LowQ" ? 1 : 20, 900), filter);
    return wrong.end;
  }

  #addRight(event: Event, from: number): number {
    const shift = this.#shifted < shiftedIndelShare * this.#indels;
    const { calls, representation } = represent(this.#random, this.#bases, event, shift, from);
    const filter = this.#random.chance(filteredShare) ? "LowQ" : "PASS";
    if (representation === "rightshift") this.#shifted++;
    if (representation !== null) this.#count(`rep.${representation}`, 1);
    for (const call of event.calls) this.#count(`kept.${kindOf(call, event.kind)}`, 1);
    if (filter === "LowQ") {
      this.#count("kept_but_filtered", event.calls.length);
      this.#oracle.add("exp.pass.FN", event.calls.length);
    }
    const qual = this.#random.between(filter === "LowQ" ? 1 : 100, 2000);
    for (const call of calls) this.#addQuery(call, qual, filter);
    return event.end;
  }

  #chooseError(): InjectedError | null {
    const { dropped, gt_error, allele_error } = this.#rates;
    const drawn = this.#random.fraction();
    if (drawn < dropped) return "dropped";
    if (drawn < dropped + gt_error) return "gt_error";
    return drawn < dropped + gt_error + allele_error ? "allele_error" : null;
  }

  #addQuery(call: Call, qual: number, filter: "PASS" | "LowQ"): void {
    const phased = this.#options.phased ?? false;
    this.#query.add(this.#contig, call, { qual, genotypeQuality: this.#random.between(20, 99), filter, phased });
    if (this.#confident) this.#oracle.add("inside.query");
  }

  #countWrong(label: "FN" | "FP", filter: "PASS" | "LowQ", count: number): void {
    this.#oracle.add(`exp.${label}`, count);
    if (filter === "PASS") this.#oracle.add(`exp.pass.${label}`, count);
    if (this.#confident) this.#oracle.add(`inside.${label}`, count);
  }

  #count(name: string, count: number): void {
    this.#oracle.add(name, count);
  }
}

/** The records of an event that has several need not be of its kind. */
function kindOf(call: Call, eventKind: Kind): Kind {
  return call.ref.length === 1 && call.alts.every((alt) => alt.length === 1) ? kinds[0] : eventKind;
}
