import {
  type ComparisonMetricsDocument,
  ComparisonMetricsSchema,
  type ComparisonProvenanceDocument,
  ComparisonProvenanceSchema,
  canonicalJson,
} from "@touchstone/model";
import { QualityError, readComparisonDocument } from "@touchstone/quality";
import { IngestError } from "../error.ts";
import { finishComparison } from "../finish-comparison.ts";
import { type HappyTable, readHappyCurve, readHappyExtended, readHappySummary } from "../happy/read-happy.ts";
import type { ImportedComparison, ImportedStratum } from "../imported-comparison.ts";
import type { ResultText } from "../result-file.ts";
import { placePoints } from "../strata/points.ts";
import { describeKey, StrataSet } from "../strata/strata-set.ts";
import { stratumOfMetrics } from "./metrics-row.ts";

/** Files of one comparison by `touchstone compare`. */
export interface TouchstoneFiles {
  /** `P.metrics.json`. */
  readonly metrics: ResultText;
  /** `P.provenance.json`. */
  readonly provenance: ResultText | null;
  /** `P.summary.csv`, `P.extended.csv` and `P.roc.*.csv.gz`: held to the metrics, and the source of the points. */
  readonly tables: {
    readonly summary: readonly ResultText[];
    readonly extended: readonly ResultText[];
    readonly roc: readonly ResultText[];
  };
}

/**
 * A comparison by `touchstone compare`. The document that is kept is `P.metrics.json` itself; its rates are computed again
 * from its counts and have to agree.
 *
 * @throws IngestError TS_RESULT_INVALID naming the file and the field, or line and column of a table.
 */
export function importTouchstone({ metrics, provenance, tables }: TouchstoneFiles): ImportedComparison {
  const document: ComparisonMetricsDocument = asIngestError(() =>
    readComparisonDocument(metrics, ComparisonMetricsSchema),
  );
  const origin: ComparisonProvenanceDocument | null =
    provenance && asIngestError(() => readComparisonDocument(provenance, ComparisonProvenanceSchema));
  requireStorable(metrics.file, document);
  if (provenance !== null) requireStorable(provenance.file, origin);
  const strata = new StrataSet();
  for (const index of document.rows.keys()) {
    strata.add(...stratumOfMetrics(document, index, metrics.file));
  }
  const own = new Set(strata.sorted().map(describeKey));
  const read: HappyTable[] = [
    ...tables.summary.map((text) => readHappySummary(text, strata)),
    ...tables.extended.map((text) => readHappyExtended(text, strata)),
    ...tables.roc.map((text) => readHappyCurve(text, strata)),
  ];
  const sorted = strata.sorted();
  const others = sorted.filter((row) => !own.has(describeKey(row)));
  if (!others.every((row) => isSubtypeOfStratum(row, document))) throw notOfOne(metrics.file, tables);
  return finishComparison({
    format: "touchstone",
    metrics: document,
    provenance: origin,
    performedAt: origin?.finishedAt ?? null,
    strata: sorted.filter((row) => own.has(describeKey(row))),
    points: placePoints(read.flatMap(({ points }) => points)),
    warnings: read.flatMap(({ warnings }) => warnings),
  });
}

/** The tables have subtypes in each stratum, the metrics in the whole only. */
function isSubtypeOfStratum({ subtype, stratum }: ImportedStratum, { strata }: ComparisonMetricsDocument): boolean {
  return subtype !== "*" && stratum !== "*" && strata.some(({ name }) => name === stratum);
}

function asIngestError<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof QualityError)) throw error;
    throw new IngestError("TS_RESULT_INVALID", error.message, error.details, error);
  }
}

/**
 * Fields that the schema does not know are kept too. PostgreSQL keeps no character 0 and no half of a surrogate pair, and
 * a number beyond all doubles becomes an infinity, which is no JSON.
 */
function requireStorable(file: string, document: unknown): void {
  let problem = "it holds a character 0 or half of a surrogate pair";
  try {
    if (!/\\u(0000|d[89a-f]..)/.test(canonicalJson(document))) return;
  } catch (error) {
    problem = (error as Error).message;
  }
  throw new IngestError("TS_RESULT_INVALID", `${file} cannot be kept: ${problem}`, { file });
}

function notOfOne(file: string, { summary, extended, roc }: TouchstoneFiles["tables"]): IngestError {
  const names = [...summary, ...extended, ...roc].map((table) => table.file).join(", ");
  const message = `${file} lacks rows that are in ${names}: the files are not of one comparison`;
  return new IngestError("TS_RESULT_INVALID", message, { file });
}
