import { existsSync } from "node:fs";
import { basename } from "node:path";
import type { ReportFile } from "@touchstone/concordance";
import { OutputFiles } from "@touchstone/formats";
import type { ResultFile } from "@touchstone/ingest";
import { comparisonMultiqc, type MultiqcFile, rocCurves, studyMultiqc } from "@touchstone/report/multiqc";
import { reportedComparison } from "./comparison-files.ts";
import { importOwnComparison, reportedFiles } from "./own-comparison.ts";
import { readStudy } from "./read-study.ts";

const STUDY = ".reproducibility.json";

/**
 * Sections for MultiQC, made while the comparison writes its other files.
 *
 * @param prefix of these.
 */
export function attachedMultiqc(files: readonly ReportFile[], prefix: string): ReportFile[] {
  return ofComparison(reportedFiles(files), prefix, undefined).map(({ suffix, content }) => {
    return { suffix, content: Buffer.from(content) };
  });
}

/**
 * Writes sections for MultiQC of a comparison or of a study of replicates; the paths of the files.
 *
 * @param target the prefix that was given to `compare --out` or `reproducibility --out`, or the document.
 * @param sample by which MultiQC is to know it; the query's sample, or the prefix' last part, unless given.
 * @throws FormatError TS_FILE_NOT_FOUND, TS_OUTPUT_UNWRITABLE; IngestError for files that are none of these.
 */
export function writeMultiqc(target: string, out: string, sample: string | undefined): string[] {
  const isStudy = target.endsWith(STUDY) || (existsSync(`${target}${STUDY}`) && !existsSync(`${target}.metrics.json`));
  const sections = isStudy ? ofStudy(target, sample) : ofComparison(reportedComparison(target), target, sample);
  const files = new OutputFiles(out);
  try {
    for (const { suffix, content } of sections) files.write(suffix, content);
    return files.commit();
  } finally {
    files.discard();
  }
}

function ofComparison(files: readonly ResultFile[], prefix: string, sample: string | undefined): MultiqcFile[] {
  const { metrics, provenance, points } = importOwnComparison(files);
  const name = sample ?? provenance?.inputs.query.sample ?? nameOf(prefix, ".metrics.json");
  return comparisonMultiqc({ sample: name, metrics, curves: rocCurves(points) });
}

function ofStudy(target: string, name: string | undefined): MultiqcFile[] {
  return studyMultiqc({ name: name ?? nameOf(target, STUDY), study: readStudy(target, false).study });
}

function nameOf(target: string, suffix: string): string {
  return basename(target.endsWith(suffix) ? target.slice(0, -suffix.length) : target);
}
