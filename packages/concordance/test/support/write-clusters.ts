import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { GenotypedRecord } from "@touchstone/test-support";
import type { SmallCluster } from "./small-clusters.ts";

/** A pair of call sets made of clusters. */
export interface ClusterFiles {
  readonly reference: string;
  readonly truth: string;
  readonly query: string;
  /** 0-based place of each cluster on the contig. */
  readonly starts: readonly number[];
}

/** Keeps neighbouring clusters apart; no unit of it repeats. */
const SPACER = "ACGTCATGGATTCGCCTAAGTACCAGTTGAGCTATCGTGCAATGTCCGAATCTTGGCACTAGGATCCATAGTCTGACGTTCAACGGTGATACGCTTGTCC";

/** Writes all clusters on one contig, far enough apart to be independent. */
export function writeClusters(folder: string, clusters: readonly SmallCluster[]): ClusterFiles {
  const lines = { truth: [] as string[], query: [] as string[] };
  const starts: number[] = [];
  let sequence = SPACER;
  for (const { reference, truth, query } of clusters) {
    starts.push(sequence.length);
    lines.truth.push(...truth.map((record) => lineOf(record, sequence.length)));
    lines.query.push(...query.map((record) => lineOf(record, sequence.length)));
    sequence += reference + SPACER;
  }
  const files = {
    reference: join(folder, "reference.fa"),
    truth: join(folder, "truth.vcf"),
    query: join(folder, "query.vcf"),
    starts,
  };
  writeFileSync(files.reference, `>chr1\n${sequence}\n`);
  for (const side of ["truth", "query"] as const) {
    const header = `##fileformat=VCFv4.2\n##contig=<ID=chr1,length=${sequence.length}>\n`;
    const columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS\n";
    writeFileSync(files[side], `${header}${columns}${lines[side].join("\n")}\n`);
  }
  return files;
}

function lineOf(record: GenotypedRecord, offset: number): string {
  const { position, reference, alternates, genotype } = record;
  return ["chr1", position + offset, ".", reference, alternates.join(), ".", ".", ".", "GT", genotype.join("/")].join(
    "\t",
  );
}
