import { basename } from "node:path";
import type { ReportFile } from "@touchstone/concordance";
import { importComparison, type ResultFile } from "@touchstone/ingest";
import type { ComparisonMetricsDocument, ComparisonProvenanceDocument } from "@touchstone/model";
import { comparisonReport, rocCurves } from "@touchstone/report";
import { CliError } from "../error.ts";

/** The files of a comparison that its report is made of. */
const REPORTED = /\.(metrics\.json|provenance\.json|roc\.Locations\..*\.csv\.gz)$/;

/** P.html, made while the comparison writes its other files. */
export function attachedReport(files: readonly ReportFile[], warnings: readonly string[]): ReportFile[] {
  const read = files
    .filter(({ suffix }) => REPORTED.test(suffix))
    .map(({ suffix, content }) => ({ name: `P${suffix}`, bytes: content }));
  return [{ suffix: ".html", content: Buffer.from(comparisonPage(read, warnings)) }];
}

/**
 * The report of a comparison by `touchstone compare`.
 *
 * @param files its metrics; its provenance and roc tables where they are there.
 * @param warnings what the comparison warned of as it ran; null where that is not known.
 * @throws IngestError when the files do not belong together or contradict themselves; CliError TS_USAGE when they are of
 *   another program.
 */
export function comparisonPage(files: readonly ResultFile[], warnings: readonly string[] | null): string {
  const { format, metrics, provenance, points } = importComparison(files);
  if (format !== "touchstone") {
    const names = files.map(({ name }) => basename(name)).join(", ");
    throw new CliError("TS_USAGE", `${names} is by ${format}`, "Give the files of touchstone compare.");
  }
  return comparisonReport({
    metrics: metrics as unknown as ComparisonMetricsDocument,
    provenance: provenance as unknown as ComparisonProvenanceDocument | null,
    curves: rocCurves(points),
    warnings,
  });
}
