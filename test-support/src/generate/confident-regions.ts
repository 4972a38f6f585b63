import type { Random } from "@touchstone/simulation";
import { TextOutput } from "./text-output.ts";

const meanRegion = 32_000;
const meanGap = 2_100;

/** Writes confident regions that cover about 93 % of the contigs. Their edges lie between events: no record crosses one. */
export class ConfidentRegions {
  readonly #random: Random;
  readonly #output: TextOutput;
  #contig = "";
  #inside = false;
  #start = 0;
  #nextEdge = 0;

  constructor(random: Random, path: string) {
    this.#random = random;
    this.#output = new TextOutput(path);
  }

  startContig(name: string): void {
    this.#contig = name;
    this.#inside = false;
    this.#nextEdge = 2000;
  }

  /** Tells that [from, to) belongs to no event, and whether what follows is confident. */
  passGap(from: number, to: number): boolean {
    // Two bases on each side keep the edge clear of the base before an indel.
    const edge = (from + to) >> 1;
    if (from >= this.#nextEdge && to - from >= 6) this.#turn(edge);
    return this.#inside;
  }

  endContig(length: number): void {
    if (this.#inside) this.#turn(length);
  }

  close(): void {
    this.#output.close();
  }

  #turn(at: number): void {
    if (this.#inside) this.#output.text(`${this.#contig}\t${this.#start}\t${at}\n`);
    this.#inside = !this.#inside;
    this.#start = at;
    this.#nextEdge = at + 500 + Math.floor(this.#random.exponential(this.#inside ? meanRegion : meanGap));
  }
}
