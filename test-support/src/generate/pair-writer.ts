import type { Call, Event, Kind, Random } from "@touchstone/simulation";
import { CallOutput } from "./call-output.ts";
import { type InjectedError, injectError } from "./inject-error.ts";
import type { Oracle } from "./oracle.ts";
import type { ErrorRates, GeneratedPair } from "./pair-options.ts";
import { represent } from "./represent.ts";

const shiftedIndelShare = 0.15;
const filteredShare = 0.0137;

/** Writes events as truth records and as what a caller makes of them, and counts both. */
export class PairWriter {
  readonly #random: Random;
  readonly #oracle: Oracle;
  readonly #rates: ErrorRates;
  readonly #phased: boolean;
  readonly #truth: CallOutput;
  readonly #query: CallOutput;
  #indels = 0;
  #shifted = 0;
  #contig = "";
  #bases: Uint8Array = new Uint8Array(0);
  #confident = false;

  constructor(
    random: Random,
    pair: GeneratedPair,
    contigs: readonly { readonly name: string; readonly length: number }[],
    choices: { readonly rates: ErrorRates; readonly phased: boolean },
  ) {
    this.#random = random;
    this.#oracle = pair.oracle;
    this.#rates = choices.rates;
    this.#phased = choices.phased;
    this.#truth = new CallOutput(pair.truth, "TRUTH", contigs);
    this.#query = new CallOutput(pair.query, "QUERY", contigs);
  }

  startContig(name: string, bases: Uint8Array): void {
    this.#contig = name;
    this.#bases = bases;
  }

  /** Tells whether the events that follow lie in confident regions. */
  setConfident(confident: boolean): void {
    this.#confident = confident;
  }

  close(): void {
    this.#truth.close();
    this.#query.close();
    this.#oracle.add("truth.total", this.#truth.recordCount);
    this.#oracle.add("query.records", this.#query.recordCount);
  }

  /** A call of what is not there; returns where it ends. */
  addExtra(event: Event): number {
    const [call] = event.calls;
    const filter = this.#random.chance(0.3) ? "LowQ" : "PASS";
    this.#oracle.add(`fp.${event.kind}`);
    this.#countWrong("FP", filter, 1);
    this.#addQuery(call, filter === "LowQ" ? this.#random.between(1, 19) : this.#random.between(20, 400), filter);
    return event.end;
  }

  /** @param from first base that belongs to no other event. Returns where the event and what the query made of it ends. */
  addEvent(event: Event, from: number): number {
    for (const call of event.calls) {
      const phased = this.#phased || this.#random.chance(0.4);
      this.#truth.add(this.#contig, call, { qual: 50, genotypeQuality: 60, filter: "PASS", phased });
      this.#oracle.add(`truth.${kindOf(call, event.kind)}`);
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
    this.#oracle.add(error);
    for (const call of event.calls) this.#oracle.add(`exp.FN.${kindOf(call, event.kind)}`);
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
    if (representation !== null) this.#oracle.add(`rep.${representation}`);
    for (const call of event.calls) this.#oracle.add(`kept.${kindOf(call, event.kind)}`);
    if (filter === "LowQ") {
      this.#oracle.add("kept_but_filtered", event.calls.length);
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
    this.#query.add(this.#contig, call, {
      qual,
      genotypeQuality: this.#random.between(20, 99),
      filter,
      phased: this.#phased,
    });
    if (this.#confident) this.#oracle.add("inside.query");
  }

  #countWrong(label: "FN" | "FP", filter: "PASS" | "LowQ", count: number): void {
    this.#oracle.add(`exp.${label}`, count);
    if (filter === "PASS") this.#oracle.add(`exp.pass.${label}`, count);
    if (this.#confident) this.#oracle.add(`inside.${label}`, count);
  }
}

/** The records of an event that has several need not be of its kind. */
function kindOf(call: Call, eventKind: Kind): Kind {
  return call.ref.length === 1 && call.alts.every((alt) => alt.length === 1) ? "SNP" : eventKind;
}
