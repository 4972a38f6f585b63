import { writeFileSync } from "node:fs";
import { type FastaIndexEntry, formatFai } from "@touchstone/formats";
import { TextOutput } from "./text-output.ts";

const lineBases = 60;

/** Writes a FASTA file contig by contig, and its .fai. */
export class ReferenceOutput {
  readonly #path: string;
  readonly #output: TextOutput;
  readonly #entries: FastaIndexEntry[] = [];
  #offset = 0;

  constructor(path: string) {
    this.#path = path;
    this.#output = new TextOutput(path);
  }

  add(name: string, bases: Uint8Array): void {
    this.#output.text(`>${name}\n`);
    this.#offset += name.length + 2;
    this.#entries.push({ name, length: bases.length, offset: this.#offset, lineBases, lineBytes: lineBases + 1 });
    for (let at = 0; at < bases.length; at += lineBases) {
      this.#output.bytes(bases.subarray(at, at + lineBases));
      this.#output.text("\n");
    }
    this.#offset += bases.length + Math.ceil(bases.length / lineBases);
  }

  close(): void {
    this.#output.close();
    writeFileSync(`${this.#path}.fai`, formatFai(this.#entries));
  }
}
