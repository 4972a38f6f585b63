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
import { callSetName, type RunSheet } from "./run-sheet.ts";

/** What a run published, and what it was given. */
export interface PublishedRun {
  readonly run: string;
  readonly description: RunDescription;
  readonly outdir: string;
  readonly parameters: Parameters;
  readonly sheet: RunSheet;
}

/** One result that can be recorded. */
export interface PublishedResult {
  /** For people. */
  readonly what: string;
  record(recording: Recording): Promise<readonly Recorded[]>;
}

/**
 * The results in a run's folder that records are made of: comparisons by id, studies of replicates by sample, measurements
 * by id. Only those of the run's own samples: the folder may hold others.
 */
export function publishedResults(published: PublishedRun): PublishedResult[] {
  const replicates = [...new Map(published.sheet.lanes.map((lane) => [lane.id, lane])).values()];
  const samples = [...new Set(replicates.map(({ sample }) => sample))];
  return [
    ...replicates.flatMap((lane) => comparisonOf(published, ofReplicate(lane)) ?? []),
    ...published.sheet.comparisons.flatMap((one) => comparisonOf(published, ofCallSet(one)) ?? []),
    ...samples.flatMap((sample) => studyOf(published, sample) ?? []),
    ...(measurementsOf(published, replicates) ?? []),
  ];
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

function comparisonOf(
  { run, description, outdir, parameters }: PublishedRun,
  { id, folder: within, sample, truthSet: name, stratification }: ExpectedComparison,
): PublishedResult | null {
  const folder = join(outdir, within);
  const truth = (parameters.truth_sets as Readonly<Record<string, UsedTruthSet>> | undefined)?.[name ?? ""];
  if (name === null || truth === undefined || !existsSync(folder)) return null;
  return {
    what: `comparison of ${sample} with ${name}`,
    async record(recording) {
      const prefix = join(folder, id);
      const sources = {
        reference: String(parameters.fasta),
        stratifications: stratification ?? truth.stratification,
        renameContigs: false,
      };
      const isOwn = existsSync(`${prefix}.metrics.json`);
      const files = isOwn ? await comparisonFiles(prefix, sources) : resultFiles(folder);
      const { performedAt } = importComparison(files);
      const truthSet = { name, version: truth.version };
      await ensureTruthSet(recording, truthSet, { ...truth, reference: String(parameters.fasta) });
      return [await recordComparison(recording, { files, performedAt, run, description, truthSet, sample })];
    },
  };
}

/** Files of another program's comparison, as far as records are made of them. */
function resultFiles(folder: string): ResultFile[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const bytes = readBytes(path);
    return recogniseFormat(path, bytes).format === null ? [] : [{ name, bytes }];
  });
}

function studyOf({ run, description, outdir }: PublishedRun, sample: string): PublishedResult | null {
  const prefix = join(outdir, "reproducibility", sample, sample);
  if (!existsSync(`${prefix}.reproducibility.json`)) return null;
  return {
    what: `reproducibility of ${sample}`,
    async record(recording) {
      const files = studyFiles(prefix, (warning) => recording.warn(`${sample}: ${warning}`));
      const { performedAt } = importReplicateStudy(files);
      return [await recordStudy(recording, { files, performedAt, run, description, study: sample })];
    },
  };
}

/** Measurements of all replicates in one piece, since they are judged together. */
function measurementsOf({ run, description, outdir }: PublishedRun, replicates: readonly Lane[]): PublishedResult[] {
  const files = replicates.flatMap(({ id, replicate }) => {
    const file = join(outdir, "measurements", `${id}.csv`);
    return existsSync(file) ? [{ file, replicate }] : [];
  });
  const [first] = files;
  if (first === undefined) return [];
  const record = (recording: Recording) => {
    const measurements = files.flatMap(({ file, replicate }) => measurementsIn(file, run, replicate));
    const runs = [{ name: run, time: null, pipelineVersion: null, instrument: null, measurements }];
    const folder = join(outdir, "measurements");
    return recordMeasurements(recording, { file: folder, runs, description, isImported: false });
  };
  return [{ what: "measurements", record }];
}

function measurementsIn(file: string, run: string, replicate: number): NewMeasurements {
  // They have the time of the run, which is recorded already.
  const time = new Date().toISOString();
  const { measurements, errorAt } = readMeasurements(readText(file), { file, run, time, kindOf: () => "vaf" });
  const [measured] = measuredRuns({ file, measurements, isWithoutTime: true, errorAt }, { run });
  return (measured?.measurements ?? []).map((one) => ({ ...one, replicate }));
}
