import { OutputFiles } from "@touchstone/formats";
import type { ComparisonOptions, ComparisonResult } from "./options.ts";
import { ComparisonVcf } from "./output/comparison-vcf.ts";
import { comparisonProvenance } from "./output/provenance.ts";
import { referenceDigests } from "./output/reference-digests.ts";
import { comparisonHeader } from "./output/vcf-header.ts";
import { type LoadedRegions, loadRegions } from "./plan/load-regions.ts";
import type { OpenCallSet } from "./plan/open-call-set.ts";
import { comparedContigs, type OpenInputs, openInputs } from "./plan/open-inputs.ts";
import { makeTask, planRanges } from "./plan/plan-ranges.ts";
import { type RegionSizes, regionSizes } from "./plan/region-sizes.ts";
import { CollectedRanges } from "./range/collected-ranges.ts";
import type { RangeSettings } from "./range/range-settings.ts";
import { parseScoreField, type ScoreField } from "./range/scores.ts";
import { NOT_ASSESSED_REASONS } from "./records/reasons.ts";
import { assessmentWarnings } from "./report/assessment-warnings.ts";
import { loadProportions } from "./report/interval.ts";
import { buildMetrics } from "./report/metrics.ts";
import { countPhaseErrors } from "./report/phase-errors.ts";
import { type ReportFile, reportFiles } from "./report/report-files.ts";
import type { ReportInput } from "./report/report-input.ts";
import type { SideSpec } from "./workers/open-files.ts";
import { createRangePool, type RangePool } from "./workers/range-pool.ts";
import { comparisonAborted, solveRanges } from "./workers/solve-ranges.ts";
import { workerCount } from "./workers/worker-count.ts";

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
  const pool = createRangePool(workerCount(options));
  try {
    const inputs = await openInputs(options, scoreField, files, opened);
    const solved = await solve(options, inputs, scoreField, files, pool);
    // Workers take a while to end: they do so while the reports are made.
    void pool.close();
    if (options.refMismatch === "error") solved.collected.refuseMismatches(options.reference);
    return await report(options, inputs, solved, { scoreField, startedAt }, files);
  } finally {
    await pool.close();
    files.discard();
    for (const file of opened) file.close();
  }
}

/** What solving all ranges gives, beside P.vcf.gz. */
interface Solved {
  readonly collected: CollectedRanges;
  readonly regions: LoadedRegions;
  readonly sizes: RegionSizes;
}

/** Loads the regions, solves all ranges and writes P.vcf.gz. */
async function solve(
  options: ComparisonOptions,
  inputs: OpenInputs,
  scoreField: ScoreField,
  files: OutputFiles,
  pool: RangePool,
): Promise<Solved> {
  const { truth, query, reference } = inputs;
  const ranges = planRanges(truth, query, reference);
  const settings: RangeSettings = {
    match: options.match,
    strictPloidy: options.ploidy === "strict",
    respectPhase: options.phase === "respect",
    allRecords: options.allRecords,
    scoreField,
    compressionLevel: options.compressionLevel,
    check: options.check,
    indexed: tooLongToIndex(inputs) === null,
  };
  // Its module takes a tenth of a second to load: time that this thread would spend waiting for the others.
  loadProportions().catch(() => undefined);
  const side = { truth: sideSpec(truth), query: sideSpec(query) };
  pool.open({ ...side, reference: reference.path, referenceIndex: reference.index }, settings);
  const referenceNames = reference.contigs.map(({ name }) => name);
  const regions = await loadRegions(options, referenceNames, inputs.contigNames, (paths) => pool.readStrata(paths));
  const header = comparisonHeader(reference.contigs, truth, query);
  const writer = new ComparisonVcf(files, header, options.compressionLevel);
  const collected = new CollectedRanges(regions.strata.length);
  const solving = solveRanges({
    ranges,
    pool,
    makeTask: (range) => makeTask(range, referenceNames[range.contig], regions),
    take: (result) => {
      writer.append(result);
      collected.add(result);
    },
    onProgress: (done, total) => options.onProgress?.({ done, total, phase: "compare" }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  // While the workers are at their first ranges.
  const sizes = regionSizes(
    regions,
    comparedContigs(inputs).map((contig) => reference.contigs[contig]),
  );
  await solving;
  writer.finish(settings.indexed);
  return { collected, regions, sizes };
}

function sideSpec(callSet: OpenCallSet): SideSpec {
  const { path, textPath, spans, sampleColumn, header } = callSet;
  return { path, textPath, spans, sampleColumn, sampleCount: header.samples.length };
}

/** Writes the tables, metrics.json and provenance.json, and gives all files their names. */
async function report(
  options: ComparisonOptions,
  inputs: OpenInputs,
  { collected, regions, sizes }: Solved,
  run: { readonly scoreField: ScoreField; readonly startedAt: Date },
  files: OutputFiles,
): Promise<ComparisonResult> {
  const { truth, query, reference } = inputs;
  const input: ReportInput = {
    tally: collected.tally,
    ...sizes,
    scoreField: run.scoreField.name,
    allRecords: options.allRecords,
    reasons: NOT_ASSESSED_REASONS,
    ...(options.phase === "respect" ? { phase: countPhaseErrors(collected.phase) } : {}),
  };
  const metrics = await buildMetrics(input);
  const provenance = comparisonProvenance(options, {
    truthSample: truth.sample,
    querySample: query.sample,
    scoreField: run.scoreField.name,
    startedAt: run.startedAt,
    contigs: referenceDigests(reference, options.reference, comparedContigs(inputs)),
    strata: regions.stratifications,
  });
  const warnings = [...reference.warnings, ...truth.warnings, ...query.warnings, ...assessmentWarnings(metrics)];
  const tooLong = tooLongToIndex(inputs);
  if (tooLong !== null) {
    warnings.push(
      `${options.out}.vcf.gz has no .tbi: ${tooLong} is longer than 2^29 bases; bcftools index makes a .csi`,
    );
  }
  const written: ReportFile[] = [
    ...(await reportFiles(input)),
    { suffix: ".metrics.json", content: jsonText(metrics) },
    { suffix: ".provenance.json", content: jsonText(provenance) },
  ];
  const attached = (await options.attach?.(written, warnings)) ?? [];
  for (const { suffix, content } of [...written, ...attached]) files.write(suffix, content);
  if (options.signal?.aborted) throw comparisonAborted();
  return { metrics, warnings, files: files.commit() };
}

function jsonText(document: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
}

/** Contigs longer than this have no place in a .tbi. */
const TABIX_LONGEST_CONTIG = 2 ** 29;

/** Name of a contig that is too long for a .tbi, or null. */
function tooLongToIndex(inputs: OpenInputs): string | null {
  const contigs = comparedContigs(inputs).map((number) => inputs.reference.contigs[number]);
  return contigs.find(({ length }) => length > TABIX_LONGEST_CONTIG)?.name ?? null;
}
