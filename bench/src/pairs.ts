import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { generatePair, type PairOptions } from "@touchstone/test-support";

/** A generated pair on disk and how many records it has. */
export interface BenchmarkPair {
  readonly name: string;
  readonly folder: string;
  readonly reference: string;
  readonly truth: string;
  readonly query: string;
  readonly regions: string;
  readonly contigs: readonly { readonly name: string; readonly length: number }[];
  /** Counts of oracle.tsv. */
  readonly counts: ReadonlyMap<string, number>;
}

/** How a pair is generated, and what must come out: a benchmark of other data than it names is worth nothing. */
interface PairSpecification extends Pick<PairOptions, "seed" | "contigLengths" | "eventCount"> {
  readonly truthRecords: number;
  readonly queryRecords: number;
}

const specifications = {
  standard: {
    seed: 160,
    contigLengths: [56_000_000, 43_200_000, 35_200_000, 25_600_000],
    eventCount: 309_000,
    truthRecords: 309_000,
    queryRecords: 327_335,
  },
  tenfold: {
    seed: 1600,
    contigLengths: Array.from({ length: 40 }, () => 40_000_000),
    eventCount: 3_090_000,
    truthRecords: 3_090_000,
    queryRecords: 3_271_942,
  },
} satisfies Record<string, PairSpecification>;

export type PairName = keyof typeof specifications;

/** The pair of that name, generated below `folder` unless it is there already. */
export function pairNamed(name: PairName, folder: string): BenchmarkPair {
  const specification: PairSpecification = specifications[name];
  const pairFolder = join(folder, name);
  const oracle = join(pairFolder, "oracle.tsv");
  // The oracle is written last: with it, the pair is complete.
  if (!existsSync(oracle) || !matches(readCounts(oracle), specification)) {
    rmSync(pairFolder, { recursive: true, force: true });
    generatePair({ ...specification, folder: pairFolder });
  }
  const counts = readCounts(oracle);
  if (!matches(counts, specification)) {
    const found = `${counts.get("truth.total")} truth and ${counts.get("query.records")} query records`;
    throw new Error(
      `the pair ${name} has ${found}; it was to have ${specification.truthRecords} and ${specification.queryRecords}`,
    );
  }
  return {
    name,
    folder: pairFolder,
    reference: join(pairFolder, "reference.fa"),
    truth: join(pairFolder, "truth.vcf.gz"),
    query: join(pairFolder, "query.vcf.gz"),
    regions: join(pairFolder, "confident.bed"),
    contigs: specification.contigLengths.map((length, i) => ({ name: `chr${i + 1}`, length })),
    counts,
  };
}

function matches(counts: ReadonlyMap<string, number>, specification: PairSpecification): boolean {
  const { truthRecords, queryRecords } = specification;
  return counts.get("truth.total") === truthRecords && counts.get("query.records") === queryRecords;
}

function readCounts(oracle: string): Map<string, number> {
  const lines = readFileSync(oracle, "utf8").trimEnd().split("\n");
  return new Map(lines.map((line) => line.split("\t")).map(([name, count]) => [name, Number(count)]));
}
