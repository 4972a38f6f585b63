import { BGZF_EOF, BgzfEncoder, FastaReader, TabixBuilder } from "@touchstone/formats";
import { Tally } from "./count/tally.ts";
import { ConcordanceError } from "./error.ts";
import type { ComparisonOptions, ComparisonResult } from "./options.ts";
import { OutputFiles } from "./output/output-files.ts";
import { comparisonProvenance } from "./output/provenance.ts";
import { referenceDigests } from "./output/reference-digests.ts";
import { comparisonHeader } from "./output/vcf-header.ts";
import { ContigNames } from "./plan/contig-names.ts";
import { type LoadedRegions, loadRegions } from "./plan/load-regions.ts";
import { type OpenCallSet, openCallSet } from "./plan/open-call-set.ts";
import { openSpooled } from "./plan/open-spooled.ts";
import { makeTask, planRanges } from "./plan/plan-ranges.ts";
import { regionSizes } from "./plan/region-sizes.ts";
import type { PhaseRelation, RangeResult, RefMismatch } from "./range/range-task.ts";
import { parseScoreField, requireScoreField, type ScoreField } from "./range/scores.ts";
import type { RangeSettings } from "./range/solve-range.ts";
import { NOT_ASSESSED_REASONS } from "./records/reasons.ts";
import { loadJeffreysInterval } from "./report/interval.ts";
import { buildMetrics } from "./report/metrics.ts";
import { countPhaseErrors } from "./report/phase-errors.ts";
import { reportFiles } from "./report/report-files.ts";
import type { ReportInput } from "./report/report-input.ts";
import type { SideSpec } from "./workers/open-files.ts";
import { openRangePool } from "./workers/range-pool.ts";
import { comparisonAborted, solveRanges } from "./workers/solve-ranges.ts";

/** Inputs of a comparison, open and checked. */
interface OpenInputs {
  readonly truth: OpenCallSet;
  readonly query: OpenCallSet;
  readonly reference: FastaReader;
  readonly regions: LoadedRegions;
}

/** What the ranges added up to. */
interface Collected {
  readonly tally: Tally;
  readonly phase: PhaseRelation[];
  truthRecords: number;
  queryRecords: number;
  mismatchCount: number;
  readonly mismatches: RefMismatch[];
}

/**
 * Compares a query call set with a truth call set and writes all output files under the prefix `options.out`.
 *
 * @throws FormatError for what is wrong with an input file; ConcordanceError for what cannot be compared or written.
 *   Nothing remains beside the prefix then.
 */
export async function compare(options: ComparisonOptions): Promise<ComparisonResult> {
  const startedAt = new Date();
  const scoreField = parseScoreField(options.scoreField ?? "QUAL");
  const files = new OutputFiles(options.out);
  const opened: { close(): void }[] = [];
  try {
    const inputs = await openInputs(options, scoreField, files, opened);
    const collected = await solve(options, inputs, scoreField, files);
    refuseMismatches(options, collected);
    return await report(options, inputs, collected, { scoreField, startedAt }, files);
  } finally {
    files.discard();
    for (const file of opened) file.close();
  }
}

/** @param opened gets every file that the caller has to close, also when a later one cannot be opened */
async function openInputs(
  options: ComparisonOptions,
  scoreField: ScoreField,
  files: OutputFiles,
  opened: { close(): void }[],
): Promise<OpenInputs> {
  const reference = await openSpooled(options.reference, files.temporaryPath(".reference.fa"), FastaReader.open);
  opened.push(reference);
  const referenceNames = reference.contigs.map(({ name }) => name);
  const names = new ContigNames(referenceNames, options.renameContigs);
  const { match } = options;
  const truth = await openCallSet({
    path: options.truth,
    role: "truth",
    sample: options.truthSample,
    match,
    names,
    spoolPath: files.temporaryPath(".truth.vcf"),
  });
  opened.push(truth.file);
  const query = await openCallSet({
    path: options.query,
    role: "query",
    sample: options.querySample,
    match,
    names,
    spoolPath: files.temporaryPath(".query.vcf"),
  });
  opened.push(query.file);
  requireScoreField(scoreField, query);
  return { truth, query, reference, regions: loadRegions(options, referenceNames, names) };
}

async function solve(
  options: ComparisonOptions,
  inputs: OpenInputs,
  scoreField: ScoreField,
  files: OutputFiles,
): Promise<Collected> {
  const { truth, query, reference, regions } = inputs;
  const ranges = planRanges(truth, query, reference);
  const settings: RangeSettings = {
    match: options.match,
    strictPloidy: options.ploidy === "strict",
    respectPhase: options.phase === "respect",
    allRecords: options.allRecords,
    scoreField,
    compressionLevel: options.compressionLevel,
    check: options.check,
  };
  // Its module takes a tenth of a second to load: time that this thread would spend waiting for the others.
  void loadJeffreysInterval();
  const writer = new ComparisonVcf(files, comparisonHeader(reference.contigs, truth, query), options.compressionLevel);
  const pool = openRangePool(
    options.threads,
    ranges.length,
    { truth: sideSpec(truth), query: sideSpec(query), reference: reference.path, referenceIndex: reference.index },
    settings,
  );
  const collected: Collected = {
    tally: new Tally(regions.strata.length),
    phase: [],
    truthRecords: 0,
    queryRecords: 0,
    mismatchCount: 0,
    mismatches: [],
  };
  try {
    await solveRanges({
      ranges,
      pool,
      makeTask: (range, number) => makeTask(range, number, reference.contigs[range.contig].name, regions),
      take: (result) => {
        writer.append(result);
        collect(collected, result);
      },
      onProgress: (done, total) => options.onProgress?.({ done, total, phase: "compare" }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  } finally {
    await pool.close();
  }
  writer.finish();
  return collected;
}

function sideSpec(callSet: OpenCallSet): SideSpec {
  const { path, textPath, spans, sampleColumn, header } = callSet;
  return { path, textPath, spans, sampleColumn, sampleCount: header.samples.length };
}

function collect(collected: Collected, result: RangeResult): void {
  collected.tally.merge(result.tally);
  collected.phase.push(...result.phase);
  collected.truthRecords += result.truthRecords;
  collected.queryRecords += result.queryRecords;
  collected.mismatchCount += result.mismatchCount;
  for (const mismatch of result.mismatches) if (collected.mismatches.length < 5) collected.mismatches.push(mismatch);
}

/** P.vcf.gz and its index, joined from the blocks that the ranges made. */
class ComparisonVcf {
  readonly #files: OutputFiles;
  readonly #file: ReturnType<OutputFiles["create"]>;
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

  finish(): void {
    this.#write(BGZF_EOF);
    this.#file.close();
    this.#files.write(".vcf.gz.tbi", this.#index.toBytes());
  }

  #write(block: Uint8Array): void {
    this.#file.write(block);
    this.#sizeBytes += block.length;
  }
}

/** @throws ConcordanceError TS_REF_MISMATCH unless mismatches are to be skipped */
function refuseMismatches(options: ComparisonOptions, { mismatchCount, mismatches }: Collected): void {
  if (mismatchCount === 0 || options.refMismatch === "skip") return;
  const [first] = mismatches;
  const listed = mismatches.map(
    ({ file, contig, position, recorded, reference }) =>
      `  ${file} ${contig}:${position} REF ${recorded}, reference ${reference}`,
  );
  const records = mismatchCount === 1 ? "record has a REF" : "records have a REF";
  throw new ConcordanceError(
    "TS_REF_MISMATCH",
    [`${mismatchCount} ${records} that ${options.reference} does not have there:`, ...listed].join("\n"),
    { file: first.file, contig: first.contig, position: first.position },
  );
}

/** Writes the tables, metrics.json and provenance.json, and gives all files their names. */
async function report(
  options: ComparisonOptions,
  inputs: OpenInputs,
  collected: Collected,
  run: { readonly scoreField: ScoreField; readonly startedAt: Date },
  files: OutputFiles,
): Promise<ComparisonResult> {
  const { truth, query, reference, regions } = inputs;
  const contigs = comparedContigs(inputs);
  const input: ReportInput = {
    tally: collected.tally,
    ...regionSizes(
      regions,
      contigs.map((contig) => reference.contigs[contig]),
    ),
    scoreField: run.scoreField.name,
    allRecords: options.allRecords,
    reasons: NOT_ASSESSED_REASONS,
    ...(options.phase === "respect" ? { phase: countPhaseErrors(collected.phase) } : {}),
  };
  for (const { suffix, content } of await reportFiles(input)) files.write(suffix, content);
  const metrics = await buildMetrics(input);
  files.write(".metrics.json", `${JSON.stringify(metrics, null, 2)}\n`);
  const provenance = comparisonProvenance(options, {
    truthSample: truth.sample,
    querySample: query.sample,
    scoreField: run.scoreField.name,
    startedAt: run.startedAt,
    contigs: referenceDigests(reference, options.reference, contigs),
    strata: regions.stratifications,
  });
  files.write(".provenance.json", `${JSON.stringify(provenance, null, 2)}\n`);
  if (options.signal?.aborted) throw comparisonAborted();
  const warnings = [...reference.warnings, ...truth.warnings, ...query.warnings];
  return { metrics, warnings, files: files.commit() };
}

/** Contigs on which one side has records, by number. */
function comparedContigs({ truth, query }: OpenInputs): number[] {
  return [...new Set([...truth.spans.keys(), ...query.spans.keys()])].sort((first, second) => first - second);
}
