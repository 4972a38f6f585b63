import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";

/** Hashes of a file by every algorithm that checksums are published in, in lower-case hexadecimal digits. */
export interface Digests {
  readonly md5: string;
  readonly sha256: string;
}

/** Makes digests of bytes as they come. */
export class Digester {
  readonly #md5: Hash = createHash("md5");
  readonly #sha256: Hash = createHash("sha256");

  update(bytes: Uint8Array): void {
    this.#md5.update(bytes);
    this.#sha256.update(bytes);
  }

  /** Of all bytes so far. */
  digests(): Digests {
    return { md5: this.#md5.copy().digest("hex"), sha256: this.#sha256.copy().digest("hex") };
  }
}

/** A digester that has read a file. */
export async function digesterOf(path: string): Promise<Digester> {
  const digester = new Digester();
  for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 })) digester.update(bytes as Buffer);
  return digester;
}

export async function digestFile(path: string): Promise<Digests> {
  return (await digesterOf(path)).digests();
}
