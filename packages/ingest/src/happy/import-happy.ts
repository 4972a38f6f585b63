import { finishComparison, tablesDocument } from "../finish-comparison.ts";
import type { ImportedComparison } from "../imported-comparison.ts";
import type { ResultText } from "../result-file.ts";
import { placePoints } from "../strata/points.ts";
import { StrataSet } from "../strata/strata-set.ts";
import { readHappyCurve, readHappyExtended, readHappySummary } from "./read-happy.ts";

/** Files of one comparison by hap.py; any of the lists may be empty. */
export interface HappyFiles {
  readonly summary: readonly ResultText[];
  readonly extended: readonly ResultText[];
  readonly roc: readonly ResultText[];
}

/**
 * A comparison by hap.py, or by a program that writes its tables. Filters are hap.py's (`ALL`, `PASS`, `SEL`), strata its
 * subsets. FP per megabase stays null: hap.py does not report it, and its confident size does not know of targets.
 *
 * @throws IngestError TS_RESULT_INVALID naming file, line and column when counts and rates disagree, a row is there twice,
 *   a column is missing, a cell is no number, or files are of different comparisons.
 */
export function importHappy(files: HappyFiles): ImportedComparison {
  const strata = new StrataSet();
  const summaries = files.summary.map((text) => readHappySummary(text, strata));
  const extended = files.extended.map((text) => readHappyExtended(text, strata));
  const roc = files.roc.map((text) => readHappyCurve(text, strata));
  const tables = [...summaries, ...extended, ...roc];
  return finishComparison({
    format: "hap.py",
    metrics: tablesDocument("hap.py", {
      summary: summaries.flatMap(({ cells }) => cells),
      extended: [...extended, ...roc].flatMap(({ cells }) => cells),
    }),
    provenance: null,
    performedAt: null,
    strata: strata.sorted(),
    points: placePoints(tables.flatMap(({ points }) => points)),
    warnings: tables.flatMap(({ warnings }) => warnings),
  });
}
