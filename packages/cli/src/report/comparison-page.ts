import type { ReportFile } from "@touchstone/concordance";
import type { ResultFile } from "@touchstone/ingest";
import { comparisonReport, rocCurves } from "@touchstone/report";
import { importOwnComparison, reportedFiles } from "./own-comparison.ts";

/** P.html, made while the comparison writes its other files. */
export function attachedReport(files: readonly ReportFile[], warnings: readonly string[]): ReportFile[] {
  return [{ suffix: ".html", content: Buffer.from(comparisonPage(reportedFiles(files), warnings)) }];
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
  const { metrics, provenance, points } = importOwnComparison(files);
  return comparisonReport({ metrics, provenance, curves: rocCurves(points), warnings });
}
