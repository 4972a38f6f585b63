import { basename } from "node:path";
import type { ReportFile } from "@touchstone/concordance";
import { type ImportedPoint, importComparison, type ResultFile } from "@touchstone/ingest";
import type { ComparisonMetricsDocument, ComparisonProvenanceDocument } from "@touchstone/model";
import { CliError } from "../error.ts";

/** The files of a comparison that its report is made of. */
const REPORTED = /\.(metrics\.json|provenance\.json|roc\.Locations\..*\.csv\.gz)$/;

/** A comparison by `touchstone compare`, as far as its files are there. */
export interface OwnComparison {
  readonly metrics: ComparisonMetricsDocument;
  readonly provenance: ComparisonProvenanceDocument | null;
  readonly points: readonly ImportedPoint[];
}

/** The files that a report is made of, of those that a comparison is about to write. */
export function reportedFiles(files: readonly ReportFile[]): ResultFile[] {
  return files
    .filter(({ suffix }) => REPORTED.test(suffix))
    .map(({ suffix, content }) => ({ name: `P${suffix}`, bytes: content }));
}

/**
 * Reads the files of a comparison: its metrics, and its provenance and roc tables where they are there.
 *
 * @throws IngestError when the files do not belong together or contradict themselves; CliError TS_USAGE when they are of
 *   another program.
 */
export function importOwnComparison(files: readonly ResultFile[]): OwnComparison {
  const { format, metrics, provenance, points } = importComparison(files);
  if (format !== "touchstone") {
    const names = files.map(({ name }) => basename(name)).join(", ");
    throw new CliError("TS_USAGE", `${names} is by ${format}`, "Give the files of touchstone compare.");
  }
  return {
    metrics: metrics as unknown as ComparisonMetricsDocument,
    provenance: provenance as unknown as ComparisonProvenanceDocument | null,
    points,
  };
}
