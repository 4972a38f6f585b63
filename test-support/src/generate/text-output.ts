import { closeSync, openSync, writeSync } from "node:fs";
import { BGZF_EOF, BLOCK_TEXT_SIZE, deflateBlock } from "@touchstone/formats";

const bufferedBytes = 1 << 20;

/** Writes a text file piece by piece in bounded memory; as BGZF when its name ends in `.gz`. */
export class TextOutput {
  readonly #descriptor: number;
  readonly #packed: boolean;
  readonly #buffer = Buffer.allocUnsafe(bufferedBytes);
  #held = 0;

  constructor(path: string) {
    this.#descriptor = openSync(path, "w");
    this.#packed = path.endsWith(".gz");
  }

  text(text: string): void {
    if (this.#held + 3 * text.length > bufferedBytes) this.#flush();
    this.#held += this.#buffer.write(text, this.#held, "utf8");
  }

  /** @param bytes less than 1 MiB. */
  bytes(bytes: Uint8Array): void {
    if (this.#held + bytes.length > bufferedBytes) this.#flush();
    this.#buffer.set(bytes, this.#held);
    this.#held += bytes.length;
  }

  close(): void {
    this.#flush();
    if (this.#packed) writeSync(this.#descriptor, BGZF_EOF);
    closeSync(this.#descriptor);
  }

  #flush(): void {
    const text = this.#buffer.subarray(0, this.#held);
    for (let at = 0; this.#packed && at < text.length; at += BLOCK_TEXT_SIZE) {
      writeSync(this.#descriptor, deflateBlock(text.subarray(at, at + BLOCK_TEXT_SIZE), 6));
    }
    if (!this.#packed) writeSync(this.#descriptor, text);
    this.#held = 0;
  }
}
