import { setImmediate } from "node:timers/promises";
import { BgzfEncoder, type OutputFile, type OutputFiles } from "@touchstone/formats";
import type { Individual } from "../individual/individual.ts";
import { Random } from "../random/random.ts";
import { randomOf } from "../random/random-of.ts";
import type { Contig } from "../reference/contig.ts";
import type { ReadOptions } from "./read-options.ts";
import type { Read } from "./sequence-fragment.ts";
import { type ReadPair, simulatePairs } from "./simulate-pairs.ts";

/** What is sequenced, and how. */
export interface SequencingRun {
  readonly contigs: readonly Contig[];
  readonly individual: Individual;
  /** Another seed gives a replicate: other molecules of the same individual. */
  readonly seed: number;
  readonly options: ReadOptions;
  /** As it stands in the names of reads. */
  readonly instrument: string;
}

/** The files of one lane, and how many pairs they hold. */
export interface LaneFiles {
  /** 1-based. */
  readonly lane: number;
  readonly first: string;
  readonly second: string;
  readonly pairs: number;
}

const PAIRS_AT_ONCE = 1000;
/** Fast, and hardly larger than the default. */
const COMPRESSION_LEVEL = 4;
const LOWEST_CHARACTER = 33;
const INDEX = "ATCACG";

/**
 * Writes paired FASTQ files, `<prefix>_L001_R1.fastq.gz` and so on, lane by lane. Names of reads tell the place of a cluster on
 * the flow cell as Illumina's do, and nothing of where the read comes from.
 *
 * @returns the lanes with the names of their files relative to `files`.
 * @throws SimulationError as `simulatePairs`; FormatError `TS_OUTPUT_UNWRITABLE`.
 */
export async function writeReads(files: OutputFiles, prefix: string, run: SequencingRun): Promise<LaneFiles[]> {
  const flowCell = flowCellName(run.seed);
  const writers = Array.from({ length: run.options.lanes }, (_, place) => new LaneWriter(files, prefix, place + 1));
  let count = 0;
  for (const pair of simulatePairs(new Random(run.seed), run.contigs, run.individual, run.options)) {
    writers[pair.lane - 1].write(`${run.instrument}:${(run.seed % 999) + 1}:${flowCell}`, pair);
    if (++count % PAIRS_AT_ONCE === 0) await setImmediate();
  }
  return writers.map((writer) => writer.close());
}

class LaneWriter {
  readonly #lane: number;
  readonly #names: readonly [string, string];
  readonly #files: readonly OutputFile[];
  readonly #encoders: readonly BgzfEncoder[];
  #pairs = 0;

  constructor(files: OutputFiles, prefix: string, lane: number) {
    this.#lane = lane;
    const name = (read: 1 | 2) => `${prefix}_L00${lane}_R${read}.fastq.gz`;
    this.#names = [name(1), name(2)];
    this.#files = this.#names.map((path) => files.create(path));
    this.#encoders = this.#files.map((file) => new BgzfEncoder((block) => file.write(block), COMPRESSION_LEVEL));
  }

  write(run: string, { lane, cluster: { tile, x, y }, first, second }: ReadPair): void {
    const name = `${run}:${lane}:${tile}:${x}:${y}`;
    this.#encoders[0].write(fastq(`${name} 1:N:0:${INDEX}`, first));
    this.#encoders[1].write(fastq(`${name} 2:N:0:${INDEX}`, second));
    this.#pairs++;
  }

  close(): LaneFiles {
    for (const encoder of this.#encoders) encoder.end();
    for (const file of this.#files) file.close();
    const [first, second] = this.#names;
    return { lane: this.#lane, first, second, pairs: this.#pairs };
  }
}

function fastq(name: string, { bases, qualities }: Read): Buffer {
  const characters = qualities.map((quality) => quality + LOWEST_CHARACTER);
  return Buffer.concat([Buffer.from(`@${name}\n`), bases, Buffer.from("\n+\n"), characters, Buffer.from("\n")]);
}

/** As long as Illumina's names are. */
function flowCellName(seed: number): string {
  const random = randomOf(seed, "flow cell");
  return `H${Array.from({ length: 8 }, () => random.pick([..."ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"])).join("")}`;
}
