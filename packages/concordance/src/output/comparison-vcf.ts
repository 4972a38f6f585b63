import { BGZF_EOF, BgzfEncoder, type OutputFile, type OutputFiles, TabixBuilder } from "@touchstone/formats";
import type { RangeResult } from "../range/range-task.ts";

/** P.vcf.gz and its index, joined from the blocks that the ranges made. */
export class ComparisonVcf {
  readonly #files: OutputFiles;
  readonly #file: OutputFile;
  readonly #index = new TabixBuilder();
  #sizeBytes = 0;

  constructor(files: OutputFiles, header: string, compressionLevel: number) {
    this.#files = files;
    this.#file = files.create(".vcf.gz");
    const encoder = new BgzfEncoder((block) => this.#write(block), compressionLevel);
    encoder.write(Buffer.from(header));
    encoder.endBlock();
  }

  append({ blocks, index }: RangeResult): void {
    this.#index.append(index, this.#sizeBytes);
    for (const block of blocks) this.#write(block);
  }

  /** Closes the file; writes the index unless the contigs are too long for one. */
  finish(indexed: boolean): void {
    this.#write(BGZF_EOF);
    this.#file.close();
    if (indexed) this.#files.write(".vcf.gz.tbi", this.#index.toBytes());
  }

  #write(block: Uint8Array): void {
    this.#file.write(block);
    this.#sizeBytes += block.length;
  }
}
