import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Call, Edit } from "@touchstone/simulation";
import { basesOf, callOf, generateContig, Random } from "@touchstone/simulation";
import { CallOutput } from "./call-output.ts";
import { ReferenceOutput } from "./reference-output.ts";

/** A repeat full of overlapping variants, in both call sets. */
export interface RepeatClusterOptions {
  /** Folder that gets reference.fa, reference.fa.fai, truth.vcf.gz and query.vcf.gz. */
  readonly folder: string;
  readonly seed: number;
  /** Records of each call set, all within the repeat. */
  readonly variantCount: number;
  readonly repeatLength: number;
}

/** The files of the cluster. */
export interface RepeatCluster {
  readonly reference: string;
  readonly truth: string;
  readonly query: string;
}

const contigLength = 20_000;
const repeatStart = 9000;
const unit = "ACTC";

/**
 * Generates the hardest case for a search over haplotypes: deletions, insertions and SNVs that overlap each other, unphased and
 * mostly heterozygous, in a tandem repeat where each of them can be written in hundreds of places. A third of the truth
 * records are in the query as they are; the others are independent.
 */
export function generateRepeatCluster(options: RepeatClusterOptions): RepeatCluster {
  mkdirSync(options.folder, { recursive: true });
  const random = new Random(options.seed);
  const bases = generateContig(random, contigLength);
  for (let i = 0; i < options.repeatLength; i++) bases[repeatStart + i] = unit.charCodeAt(i % unit.length);
  const reference = join(options.folder, "reference.fa");
  const output = new ReferenceOutput(reference);
  output.add("chr1", bases);
  output.close();
  const truthCalls = chooseCalls(random, bases, options, []);
  const queryCalls = chooseCalls(
    random,
    bases,
    options,
    truthCalls.filter(() => random.chance(1 / 3)),
  );
  const truth = join(options.folder, "truth.vcf.gz");
  const query = join(options.folder, "query.vcf.gz");
  writeCalls(truth, "TRUTH", truthCalls);
  writeCalls(query, "QUERY", queryCalls);
  return { reference, truth, query };
}

function chooseCalls(random: Random, bases: Uint8Array, options: RepeatClusterOptions, given: readonly Call[]): Call[] {
  const calls = new Map(given.map((call) => [keyOf(call), call]));
  while (calls.size < options.variantCount) {
    const call = chooseCall(random, bases, options.repeatLength);
    calls.set(keyOf(call), call);
  }
  return [...calls.values()].sort((a, b) => a.start - b.start || a.ref.length - b.ref.length);
}

function chooseCall(random: Random, bases: Uint8Array, repeatLength: number): Call {
  const start = repeatStart + random.between(1, repeatLength - 60);
  const haplotypes: [number, number] = random.pick([
    [0, 1],
    [1, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]);
  if (random.chance(0.2)) {
    const ref = basesOf(bases, start, start + 1);
    return { start, ref, alts: [random.pick([..."ACGT"].filter((base) => base !== ref))], haplotypes };
  }
  const text = basesOf(bases, start, start + unit.length * random.between(1, 10));
  const edit: Edit = random.chance(0.6)
    ? { start, removed: text, inserted: "" }
    : { start, removed: "", inserted: text };
  return callOf(bases, edit, haplotypes);
}

function keyOf(call: Call): string {
  return `${call.start} ${call.ref} ${call.alts[0]}`;
}

function writeCalls(path: string, sample: string, calls: readonly Call[]): void {
  const output = new CallOutput(path, sample, [{ name: "chr1", length: contigLength }]);
  for (const call of calls) output.add("chr1", call, { qual: 100, genotypeQuality: 60, filter: "PASS", phased: false });
  output.close();
}
