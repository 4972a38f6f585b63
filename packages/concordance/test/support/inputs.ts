import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { BGZF_EOF, deflateBlock } from "@touchstone/formats";
import { Random } from "@touchstone/test-support";
import { temporaryFolder } from "./run-comparison.ts";

/** What stands in the header of a VCF file. */
export interface HeaderOptions {
  readonly contigs?: readonly string[];
  readonly samples?: readonly string[];
  /** `##` lines. */
  readonly meta?: readonly string[];
}

/** How a text is written to its file. */
export type Packing = "plain" | "bgzf" | "gzip";

/** Sequences by name; the same every time. */
export function randomContigs(lengths: Readonly<Record<string, number>>, seed = 5): Record<string, string> {
  const random = new Random(seed);
  return Object.fromEntries(
    Object.entries(lengths).map(([name, length]) => [
      name,
      Array.from({ length }, () => "ACGT"[random.between(0, 3)]).join(""),
    ]),
  );
}

export function fastaOf(contigs: Readonly<Record<string, string>>): string {
  return Object.entries(contigs)
    .map(([name, sequence]) => `>${name}\n${sequence.replace(/.{1,60}/g, "$&\n")}`)
    .join("");
}

/**
 * Text of a VCF file. A record is `CHROM POS REF ALT`, then as many genotypes as there are samples; or a whole line
 * with its tabs.
 */
export function vcfOf(
  records: readonly string[],
  { contigs = ["chr1"], samples = ["S"], meta = [] }: HeaderOptions = {},
) {
  const columns = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"];
  return [
    "##fileformat=VCFv4.2",
    ...contigs.map((name) => `##contig=<ID=${name}>`),
    ...meta,
    [...columns, ...(samples.length > 0 ? ["FORMAT", ...samples] : [])].join("\t"),
    ...records.map((record) => (record.includes("\t") ? record : lineOf(record))),
    "",
  ].join("\n");
}

function lineOf(record: string): string {
  const [contig, position, ref, alt, ...genotypes] = record.split(" ");
  const samples = genotypes.length > 0 ? ["GT", ...genotypes] : [];
  return [contig, position, ".", ref, alt, "30", "PASS", ".", ...samples].join("\t");
}

/** Bytes of a text as BGZF, in blocks of `blockSize` bytes of text, and where each starts. */
export function bgzfOf(text: string, blockSize = 5_000): { bytes: Buffer; blockStarts: number[] } {
  const blocks: Buffer[] = [];
  const content = Buffer.from(text);
  for (let at = 0; at < content.length; at += blockSize)
    blocks.push(deflateBlock(content.subarray(at, at + blockSize), 1));
  let start = 0;
  const blockStarts = blocks.map((block) => {
    start += block.length;
    return start - block.length;
  });
  return { bytes: Buffer.concat([...blocks, BGZF_EOF]), blockStarts };
}

/** Writes a file to a folder of its own and returns its path. */
export function writeInput(name: string, content: string | Uint8Array, packing: Packing = "plain"): string {
  const path = join(temporaryFolder(), name);
  const pack = { plain: (text: string) => text, bgzf: (text: string) => bgzfOf(text).bytes, gzip: gzipSync };
  writeFileSync(path, typeof content === "string" ? pack[packing](content) : content);
  return path;
}

/** The short form of a SNP at a 1-based position. */
export function snp(
  contigs: Readonly<Record<string, string>>,
  contig: string,
  position: number,
  genotype = "0/1",
): string {
  const base = contigs[contig][position - 1];
  return `${contig} ${position} ${base} ${base === "A" ? "C" : "A"} ${genotype}`.trimEnd();
}
