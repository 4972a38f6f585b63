import { BgzfEncoder, type OutputFiles, TabixBuilder } from "@touchstone/formats";
import type { Contig } from "../reference/contig.ts";

/** A line of a VCF, sorted by position within its contig. */
export interface VariantLine {
  readonly contig: string;
  /** 0-based. */
  readonly start: number;
  readonly id: string | null;
  readonly ref: string;
  readonly alts: readonly string[];
  /** `.` where it is left out. */
  readonly info?: string;
  /** A phased or unphased genotype of the file's sample. */
  readonly genotype?: string;
}

/** What a VCF holds beside its lines. */
export interface VariantFileHeader {
  readonly contigs: readonly Contig[];
  /** Definitions of INFO keys, whole lines. */
  readonly infos?: readonly string[];
  /** Name of the sample; without one the file lists sites alone. */
  readonly sample?: string;
}

/** Writes a BGZF VCF and its .tbi. The header has nothing that htsjdk refuses. */
export function writeVariants(
  files: OutputFiles,
  name: string,
  header: VariantFileHeader,
  lines: Iterable<VariantLine>,
): void {
  const file = files.create(name);
  const encoder = new BgzfEncoder((block) => file.write(block));
  const index = new TabixBuilder();
  encoder.write(Buffer.from(headerText(header)));
  for (const line of lines) {
    const from = encoder.virtualOffset;
    encoder.write(Buffer.from(`${lineText(line)}\n`));
    index.add(line.contig, line.start, line.start + line.ref.length, from, encoder.virtualOffset);
  }
  encoder.end();
  file.close();
  files.write(`${name}.tbi`, index.toBytes());
}

function headerText({ contigs, infos = [], sample }: VariantFileHeader): string {
  const columns = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"];
  if (sample !== undefined) columns.push("FORMAT", sample);
  const lines = [
    "##fileformat=VCFv4.2",
    '##FILTER=<ID=PASS,Description="All filters passed">',
    ...contigs.map(({ name, bases }) => `##contig=<ID=${name},length=${bases.length}>`),
    ...infos,
    ...(sample === undefined ? [] : ['##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">']),
    columns.join("\t"),
  ];
  return `${lines.join("\n")}\n`;
}

function lineText({ contig, start, id, ref, alts, info, genotype }: VariantLine): string {
  const columns = [contig, start + 1, id ?? ".", ref, alts.join(","), ".", "PASS", info ?? "."];
  if (genotype !== undefined) columns.push("GT", genotype);
  return columns.join("\t");
}
