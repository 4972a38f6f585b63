import { BgzfEncoder } from "../src/bgzf/bgzf-encoder.ts";
import { END_OF_FILE } from "../src/bgzf/virtual-position.ts";
import { TabixBuilder } from "../src/tabix/tabix-builder.ts";

/** A record of a generated VCF; `start0` is POS - 1. */
export interface TestRecord {
  readonly contig: string;
  readonly start0: number;
  readonly end0: number;
}

/** A BGZF VCF in memory with the virtual position of each record. */
export interface TestVcf {
  readonly bytes: Buffer;
  readonly header: string;
  readonly lines: string[];
  readonly recordsStart: number;
  /** Where each record starts, and END_OF_FILE. */
  readonly positions: number[];
  /** Builds the index; the records must be sorted. */
  readonly index: () => TabixBuilder;
}

/** Numbers that look random and never change; `next(n)` is in 0..n-1. */
export function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 4) % limit;
  };
}

/** `count` sorted records a contig, some long, over `span` bases. */
export function generateRecords(contigs: readonly string[], count: number, span: number, seed: number): TestRecord[] {
  const next = numbers(seed);
  return contigs.flatMap((contig) =>
    Array.from({ length: count }, () => next(span))
      .sort((a, b) => a - b)
      .map((start0) => ({ contig, start0, end0: start0 + 1 + (next(50) === 0 ? next(3000) : next(4)) })),
  );
}

/** The records as a VCF whose REF is as long as the record; `blockEnds` says after which records a block ends. */
export function vcfOf(records: readonly TestRecord[], endsBlock: (record: number) => boolean = () => false): TestVcf {
  const contigs = [...new Set(records.map(({ contig }) => contig))];
  const header = `##fileformat=VCFv4.2\n${contigs
    .map((contig) => `##contig=<ID=${contig},length=536870912>\n`)
    .join("")}#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n`;
  const blocks: Buffer[] = [];
  const encoder = new BgzfEncoder((block) => blocks.push(block));
  encoder.write(Buffer.from(header));
  const recordsStart = encoder.virtualOffset;
  const lines = records.map(({ contig, start0, end0 }, i) => {
    return `${contig}\t${start0 + 1}\tr${i}\t${"A".repeat(end0 - start0)}\tC\t.\tPASS\t.`;
  });
  const positions: number[] = [];
  const ends: number[] = [];
  lines.forEach((line, i) => {
    positions.push(encoder.virtualOffset);
    encoder.write(Buffer.from(`${line}\n`));
    ends.push(encoder.virtualOffset);
    if (endsBlock(i)) encoder.endBlock();
  });
  encoder.end();
  const index = (): TabixBuilder => {
    const builder = new TabixBuilder();
    records.forEach(({ contig, start0, end0 }, i) => {
      builder.add(contig, start0, end0, positions[i], ends[i]);
    });
    return builder;
  };
  return { bytes: Buffer.concat(blocks), header, lines, recordsStart, positions: [...positions, END_OF_FILE], index };
}
