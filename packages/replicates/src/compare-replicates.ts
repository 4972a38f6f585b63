import { realpathSync } from "node:fs";
import {
  type BedRegions,
  BGZF_EOF,
  createVcfColumns,
  deflateBlock,
  FastaReader,
  type FileIdentity,
  FormatError,
  identifyFileInBackground,
  OutputFiles,
  openSpooled,
  readBed,
} from "@touchstone/formats";
import { Tally } from "./accumulate/tally.ts";
import { VariantCells } from "./accumulate/variant-cells.ts";
import { ReplicatesError } from "./error.ts";
import type { RangeResult, RangeSettings, RangeTask } from "./merge/range-task.ts";
import type { ReplicateOptions, ReplicatesResult } from "./options.ts";
import { variantTableHeader } from "./output/variant-rows.ts";
import { noDepth, type OpenReplicate, openReplicate } from "./plan/open-replicate.ts";
import { planRanges } from "./plan/plan-ranges.ts";
import { runNames } from "./plan/run-names.ts";
import { DepthSource, depthSourceNames } from "./read/depth-source.ts";
import { loadRecords } from "./read/load-records.ts";
import { finishReport } from "./report/finish-report.ts";
import type { RunReport } from "./report/reproducibility-report.ts";
import { openMergePool } from "./workers/merge-pool.ts";
import { comparisonAborted, mergeRanges } from "./workers/merge-ranges.ts";

/**
 * Compares the variant allele fractions of replicate call sets and writes all output files under the prefix
 * `options.out`.
 *
 * @throws FormatError for what is wrong with an input file; ReplicatesError for what cannot be compared. No file
 *   remains beside the prefix then.
 */
export async function compareReplicates(options: ReplicateOptions): Promise<ReplicatesResult> {
  const startedAt = new Date();
  requireReplicates(options);
  const files = new OutputFiles(options.out);
  const opened: { close(): void }[] = [];
  try {
    const inputs = await openInputs(options, files, opened);
    // The threads that merge leave this one time to hash.
    const identities = identifyInputs(options);
    identities.catch(() => undefined);
    const merged = await mergeAll(options, inputs, files);
    const { runs: runFiles, regions, reference } = await identities;
    if (options.signal?.aborted) throw comparisonAborted();
    return await finishReport({
      options,
      files,
      startedAt,
      kind: "variants",
      runs: runReports(inputs, merged, runFiles),
      inputs: { regions, reference, table: null },
      reportedOptions: reportedOptions(options),
      normalisation: options.reference === undefined ? "trimmed only" : "trimmed and left-aligned",
      tally: merged.tally,
      strata: merged.cells.strata(),
      groupOf: (cell) => merged.cells.typeOf(cell),
      warnings: inputs.warnings,
    });
  } finally {
    files.discard();
    for (const file of opened) file.close();
  }
}

function requireReplicates({ replicates, samples }: ReplicateOptions): void {
  if (replicates.length < 2) {
    const given = replicates.length === 0 ? "no replicate" : `one replicate, ${replicates[0]}`;
    throw new ReplicatesError("TS_REPLICATES_TOO_FEW", `${given}: reproducibility is between two runs or more`);
  }
  const seen = new Map<string, string>();
  replicates.forEach((path, number) => {
    const identity = `${realPath(path)}\n${sampleOf(samples, number) ?? ""}`;
    if (seen.has(identity)) {
      const message = `${path} is given twice: a run agrees with itself`;
      throw new ReplicatesError("TS_REPLICATES_TOO_FEW", message, { file: path });
    }
    seen.set(identity, path);
  });
}

/** The path without symbolic links; of a file that is not there, whoever opens it says so. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** No sample, one for all replicates, or one each. */
function sampleOf(samples: readonly string[], number: number): string | undefined {
  return samples.length === 1 ? samples[0] : samples[number];
}

interface Inputs {
  readonly runs: readonly OpenReplicate[];
  readonly names: readonly string[];
  readonly reference: FastaReader | null;
  readonly regions: BedRegions | null;
  readonly contigs: readonly string[];
  readonly warnings: readonly string[];
}

/** @param opened gets every file that the caller has to close, also when a later one cannot be opened */
async function openInputs(options: ReplicateOptions, files: OutputFiles, opened: { close(): void }[]): Promise<Inputs> {
  const runs: OpenReplicate[] = [];
  for (const [number, path] of options.replicates.entries()) {
    const spoolPath = files.temporaryPath(`.replicate-${number + 1}.vcf`);
    const run = await openReplicate(path, sampleOf(options.samples, number), spoolPath);
    opened.push(run.file);
    runs.push(run);
  }
  let reference: FastaReader | null = null;
  if (options.reference !== undefined) {
    reference = await openSpooled(options.reference, files.temporaryPath(".reference.fa"), FastaReader.open);
    opened.push(reference);
  }
  const contigs = orderContigs(runs, reference);
  const regions = options.regions === undefined ? null : readRegions(options.regions, contigs);
  const warnings = [...(reference?.warnings ?? []), ...namingWarnings(runs)];
  return { runs, names: runNames(runs), reference, regions, contigs, warnings };
}

/** The reference's order where there is one, else that in which the headers name them. */
function orderContigs(runs: readonly OpenReplicate[], reference: FastaReader | null): string[] {
  const used = new Set(runs.flatMap(({ spans }) => [...spans.keys()]));
  if (reference === null) return [...new Set(runs.flatMap(({ contigs }) => contigs))].filter((name) => used.has(name));
  for (const { path, spans } of runs) {
    for (const name of spans.keys()) {
      if (reference.contigNumber(name) >= 0) continue;
      const message = `${path} has records on ${name}, which ${reference.path} does not have`;
      throw new ReplicatesError("TS_CONTIG_UNKNOWN", message, { file: path, contig: name });
    }
  }
  return reference.contigs.map(({ name }) => name).filter((name) => used.has(name));
}

function readRegions(path: string, contigs: readonly string[]): BedRegions {
  const regions = readBed(path);
  if (regions.size === 0) throw new FormatError("TS_FILE_EMPTY", `${path} holds no intervals`, { file: path });
  if (contigs.length > 0 && !contigs.some((name) => regions.has(name))) {
    const message = `${path} has intervals on ${[...regions.keys()][0]}, the replicates records on ${contigs[0]}`;
    throw new ReplicatesError("TS_CONTIG_UNKNOWN", `${message}: no contig in common`, { file: path });
  }
  return regions;
}

function namingWarnings([first, ...others]: readonly OpenReplicate[]): string[] {
  return others
    .filter(({ spans }) => spans.size > 0 && first.spans.size > 0 && ![...spans.keys()].some((n) => first.spans.has(n)))
    .map(({ path }) => `${path} and ${first.path} have records on no contig in common: are contigs named alike?`);
}

/** What all ranges together give. */
interface Merged {
  readonly tally: Tally;
  readonly cells: VariantCells;
  /** By run and `DepthSource`. */
  readonly sources: readonly Int32Array[];
  readonly unresolved: readonly number[];
}

/** Merges all ranges and writes P.variants.tsv.gz. */
async function mergeAll(options: ReplicateOptions, inputs: Inputs, files: OutputFiles): Promise<Merged> {
  const { runs, reference } = inputs;
  const tasks = planRanges(runs, inputs.contigs, inputs.regions);
  const cells = new VariantCells(options.vafBins);
  const tally = new Tally(runs.length, cells.count, options.samplePoints);
  const sources = runs.map(() => new Int32Array(depthSourceNames.length));
  const unresolved = runs.map(() => 0);
  const table = files.create(".variants.tsv.gz");
  table.write(deflateBlock(Buffer.from(variantTableHeader(inputs.names)), options.compressionLevel));
  const specification = {
    runs: runs.map(({ path, textPath, spans, sampleColumn, sampleCount, hasReferenceBlocks }) => {
      return { path, textPath, spans, sampleColumn, sampleCount, hasReferenceBlocks };
    }),
    reference: reference === null ? null : { path: reference.path, index: reference.index },
  };
  const pool = openMergePool(options.threads, tasks.length, specification, rangeSettings(options));
  let before: { readonly task: RangeTask; readonly result: RangeResult } | null = null;
  try {
    await mergeRanges({
      tasks,
      pool,
      take: (result, task) => {
        if (before !== null && before.task.contig === task.contig) requireNoGap(runs, before, result, task);
        before = { task, result };
        for (const block of result.blocks) table.write(block);
        tally.add(result.part);
        result.runs.forEach((counts, run) => {
          for (let source = 0; source < counts.sources.length; source++) sources[run][source] += counts.sources[source];
          unresolved[run] += counts.unresolved;
        });
      },
      onProgress: (done, total) => options.onProgress?.({ done, total, phase: "merge" }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  } finally {
    await pool.close();
  }
  table.write(BGZF_EOF);
  table.close();
  for (const [run, { path }] of runs.entries()) requireSomeDepth(path, sources[run]);
  return { tally, cells, sources, unresolved };
}

function rangeSettings(options: ReplicateOptions): RangeSettings {
  const { minimumDepth, vafDenominator, includeImputed, allRecords, vafBins } = options;
  const { leastCvMean, samplePoints, seed, compressionLevel } = options;
  return {
    ...{ minimumDepth, denominator: vafDenominator, includeImputed, allRecords, vafBins },
    ...{ leastCvMean, samplePoints, seed, compressionLevel },
  };
}

/**
 * Ranges are found by bisecting, which leaves out lines only where positions fall: whoever reads what was left out
 * comes across the place.
 */
function requireNoGap(
  runs: readonly OpenReplicate[],
  before: { readonly task: RangeTask; readonly result: RangeResult },
  result: RangeResult,
  task: RangeTask,
): void {
  runs.forEach((run, number) => {
    if (result.runs[number].readFrom <= before.result.runs[number].readTo) return;
    loadRecords(run, task.contig, -1, Number.POSITIVE_INFINITY, createVcfColumns());
    const message = `${run.path}: records of ${task.contig} before ${task.from + 1} are not in order`;
    throw new ReplicatesError("TS_VCF_UNSORTED", message, { file: run.path, contig: task.contig });
  });
}

/** Fields may be declared and yet stand in no record. */
function requireSomeDepth(path: string, sources: Int32Array): void {
  const [without, ...used] = sources;
  if (without > 0 && used.every((count) => count === 0)) throw noDepth(path, `none of its ${without} records has them`);
}

interface Identities {
  readonly runs: readonly FileIdentity[];
  readonly regions: FileIdentity | null;
  readonly reference: FileIdentity | null;
}

async function identifyInputs({ replicates, regions, reference }: ReplicateOptions): Promise<Identities> {
  const runs: FileIdentity[] = [];
  for (const path of replicates) runs.push(await identifyFileInBackground(path));
  return {
    runs,
    regions: regions === undefined ? null : await identifyFileInBackground(regions),
    reference: reference === undefined ? null : await identifyFileInBackground(reference),
  };
}

function runReports({ runs, names }: Inputs, merged: Merged, files: readonly FileIdentity[]): RunReport[] {
  return runs.map(({ sample, hasReferenceBlocks }, run) => ({
    name: names[run],
    file: files[run],
    sample,
    depthSources: Object.fromEntries(
      depthSourceNames
        .map((name, source) => [name, merged.sources[run][source]] as const)
        .filter(([, count], source) => count > 0 || source === DepthSource.none),
    ),
    unresolvedAlleles: merged.unresolved[run],
    hasReferenceBlocks,
  }));
}

function reportedOptions(options: ReplicateOptions): Readonly<Record<string, unknown>> {
  const { minimumDepth, vafDenominator, includeImputed, allRecords, vafBins, leastCvMean, samplePoints, seed } =
    options;
  return { minimumDepth, vafDenominator, includeImputed, allRecords, vafBins, leastCvMean, samplePoints, seed };
}
