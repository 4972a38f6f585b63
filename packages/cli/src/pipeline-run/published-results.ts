import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { importComparison, importReplicateStudy, type ResultFile, recogniseFormat } from "@touchstone/ingest";
import { readMeasurements } from "@touchstone/quality";
import type { Lane, Parameters, SheetComparison } from "@touchstone/runner";
import { readBytes, readText } from "../read-text.ts";
import { comparisonFiles } from "../record/comparison-files.ts";
import { measuredRuns, type NewMeasurements } from "../record/measured-runs.ts";
import type { RunDescription } from "../record/new-run.ts";
import { recordComparison } from "../record/record-comparison.ts";
import { recordMeasurements } from "../record/record-measurements.ts";
import { recordStudy } from "../record/record-study.ts";
import type { Recorded } from "../record/recorded.ts";
import type { Recording } from "../record/recording.ts";
import { studyFiles } from "../record/study-files.ts";
import { ensureTruthSet, type UsedTruthSet } from "./ensure-truth-set.ts";
import { isOfRun, type PublishedFolder } from "./published-files.ts";
import { callSetName, type RunSheet } from "./run-sheet.ts";

/** What a run published, and what it was given. */
export interface PublishedRun {
  readonly run: string;
  readonly description: RunDescription;
  readonly folder: PublishedFolder;
  readonly parameters: Parameters;
  readonly sheet: RunSheet;
}

/** One result that can be recorded. */
export interface PublishedResult {
  /** For people. */
  readonly what: string;
  record(recording: Recording): Promise<readonly Recorded[]>;
}

/** The results of a run. */
export interface PublishedResults {
  readonly results: readonly PublishedResult[];
  /** Sentences on those that it should have by its samplesheet and parameters, and does not. */
  readonly missing: readonly string[];
}

/**
 * The results in a run's folder that records are made of: comparisons by id, studies of replicates by sample, measurements
 * by id. Only those of this very run: the folder may hold others, of other samples or of the run that this one resumes.
 */
export function publishedResults(published: PublishedRun): PublishedResults {
  const { sheet, parameters, folder } = published;
  const replicates = [...new Map(sheet.lanes.map((lane) => [lane.id, lane])).values()];
  const samples = [...new Set(replicates.map(({ sample }) => sample))];
  const expected = [...replicates.map(ofReplicate), ...sheet.comparisons.map(ofCallSet)];
  const found = expected.map((one) => ({ one, result: comparisonOf(published, one) }));
  const uncompared = found.filter(({ one, result }) => result === null && truthOf(published, one) !== undefined);
  const { monitored_variants: monitored } = parameters;
  const unmeasured = monitored == null ? [] : replicates.filter(({ id }) => measurementsFile(folder, id) === null);
  return {
    results: [
      ...found.flatMap(({ result }) => result ?? []),
      ...samples.flatMap((sample) => studyOf(published, sample) ?? []),
      ...measurementsOf(published, replicates),
    ],
    missing: [
      ...uncompared.map(({ one: { sample, truthSet } }) => `${sample} has no comparison with ${truthSet}`),
      ...unmeasured.map(({ id }) => `${id} has no measurements of the monitored variants`),
    ].map((sentence) => `${sentence}: see ${join(folder.outdir, "pipeline_info")}`),
  };
}

/** A comparison that a run may have published. */
interface ExpectedComparison {
  /** What its files begin with. */
  readonly id: string;
  /** Within the run's results. */
  readonly folder: string;
  /** Name of the sample in the records. */
  readonly sample: string;
  readonly truthSet: string | null;
  /** What it was asked for with, in place of the truth set's own. */
  readonly stratification: string | null;
}

function ofReplicate({ id, truth_set: truthSet }: Lane): ExpectedComparison {
  return { id, folder: join("benchmark", id), sample: id, truthSet, stratification: null };
}

function ofCallSet(one: SheetComparison): ExpectedComparison {
  const { id, truth_set: truthSet, stratification } = one;
  return { id, folder: join("comparisons", id), sample: callSetName(one), truthSet, stratification };
}

function truthOf({ parameters }: PublishedRun, { truthSet }: ExpectedComparison): UsedTruthSet | undefined {
  return (parameters.truth_sets as Readonly<Record<string, UsedTruthSet>> | undefined)?.[truthSet ?? ""];
}

function comparisonOf(published: PublishedRun, expected: ExpectedComparison): PublishedResult | null {
  const { run, description, parameters } = published;
  const { id, sample, truthSet: name, stratification } = expected;
  const folder = join(published.folder.outdir, expected.folder);
  const truth = truthOf(published, expected);
  if (name === null || truth === undefined) return null;
  const prefix = join(folder, id);
  const isOwn = isThere(`${prefix}.metrics.json`, published.folder);
  if (!isOwn && namesOfRun(folder, published.folder).length === 0) return null;
  return {
    what: `comparison of ${sample} with ${name}`,
    async record(recording) {
      const sources = {
        reference: String(parameters.fasta),
        stratifications: stratification ?? truth.stratification,
        renameContigs: false,
      };
      const files = isOwn ? await comparisonFiles(prefix, sources) : resultFiles(folder, published.folder);
      const { performedAt } = importComparison(files);
      const truthSet = { name, version: truth.version };
      await ensureTruthSet(recording, truthSet, { ...truth, reference: String(parameters.fasta) });
      return [await recordComparison(recording, { files, performedAt, run, description, truthSet, sample })];
    },
  };
}

function isThere(file: string, folder: PublishedFolder): boolean {
  return existsSync(file) && isOfRun(file, folder);
}

function namesOfRun(path: string, folder: PublishedFolder): string[] {
  return existsSync(path) ? readdirSync(path).filter((name) => isOfRun(join(path, name), folder)) : [];
}

/** Files of another program's comparison, as far as records are made of them. */
function resultFiles(path: string, folder: PublishedFolder): ResultFile[] {
  return namesOfRun(path, folder).flatMap((name) => {
    const file = join(path, name);
    const bytes = readBytes(file);
    return recogniseFormat(file, bytes).format === null ? [] : [{ name, bytes }];
  });
}

function studyOf({ run, description, folder }: PublishedRun, sample: string): PublishedResult | null {
  const prefix = join(folder.outdir, "reproducibility", sample, sample);
  if (!isThere(`${prefix}.reproducibility.json`, folder)) return null;
  return {
    what: `reproducibility of ${sample}`,
    async record(recording) {
      const files = studyFiles(prefix, (warning) => recording.warn(`${sample}: ${warning}`));
      const { performedAt } = importReplicateStudy(files);
      return [await recordStudy(recording, { files, performedAt, run, description, study: sample })];
    },
  };
}

function measurementsFile(folder: PublishedFolder, id: string): string | null {
  const file = join(folder.outdir, "measurements", `${id}.csv`);
  return isThere(file, folder) ? file : null;
}

/** Measurements of all replicates in one piece, since they are judged together. */
function measurementsOf({ run, description, folder }: PublishedRun, replicates: readonly Lane[]): PublishedResult[] {
  const files = replicates.flatMap((lane) => {
    const file = measurementsFile(folder, lane.id);
    return file === null ? [] : [{ file, lane }];
  });
  if (files.length === 0) return [];
  const record = (recording: Recording) => {
    const numbers = replicateNumbers(files.map(({ lane }) => lane));
    const measurements = files.flatMap(({ file, lane }) => measurementsIn(file, run, numbers.get(lane.id) ?? 1));
    const runs = [{ name: run, time: null, pipelineVersion: null, instrument: null, measurements }];
    const file = join(folder.outdir, "measurements");
    return recordMeasurements(recording, { file, runs, description, isImported: false });
  };
  return [{ what: "measurements", record }];
}

/**
 * Which replicate of its material each id is. It is the samplesheet's, unless another sample of the same material and lot has
 * that number: the records know replicates of a material.
 */
export function replicateNumbers(
  lanes: readonly Pick<Lane, "id" | "replicate" | "material" | "lot">[],
): ReadonlyMap<string, number> {
  const taken = new Map<string, Set<number>>();
  return new Map(
    lanes.map(({ id, replicate, material, lot }) => {
      const of = JSON.stringify([material, lot]);
      const numbers = taken.get(of) ?? new Set();
      taken.set(of, numbers);
      let number = replicate;
      while (numbers.has(number)) number++;
      numbers.add(number);
      return [id, number];
    }),
  );
}

function measurementsIn(file: string, run: string, replicate: number): NewMeasurements {
  // They have the time of the run, which is recorded already.
  const time = new Date().toISOString();
  const { measurements, errorAt } = readMeasurements(readText(file), { file, run, time, kindOf: () => "vaf" });
  const [measured] = measuredRuns({ file, measurements, isWithoutTime: true, errorAt }, { run });
  return (measured?.measurements ?? []).map((one) => ({ ...one, replicate }));
}
