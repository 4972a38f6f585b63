import { IngestError } from "../error.ts";
import { finishComparison, tablesDocument } from "../finish-comparison.ts";
import type { ImportedComparison, JsonObject } from "../imported-comparison.ts";
import type { ResultText } from "../result-file.ts";
import { placePoints } from "../strata/points.ts";
import { StrataSet } from "../strata/strata-set.ts";
import { readVcfevalRoc, type VcfevalRoc } from "./read-roc.ts";
import { readVcfevalSummary } from "./read-summary.ts";

/** Files of one comparison by vcfeval; one of the lists may be empty. */
export interface VcfevalFiles {
  readonly summary: readonly ResultText[];
  readonly roc: readonly ResultText[];
}

/**
 * A comparison by rtg vcfeval 3.9 or later. Truth TP are `baseline` and query TP `call`: one variant may be several records
 * on either side. Variant types are vcfeval's selections; filters are {@link VCFEVAL_NO_THRESHOLD} and
 * {@link VCFEVAL_BEST_THRESHOLD}. vcfeval leaves out what it does not assess: totals are of what it assessed, and there is
 * no UNK.
 *
 * @throws IngestError TS_RESULT_INVALID naming file, line and column.
 */
export function importVcfeval(files: VcfevalFiles): ImportedComparison {
  const strata = new StrataSet();
  const summaries = files.summary.map(readVcfevalSummary);
  for (const [index, { strata: rows }] of summaries.entries()) {
    const file = files.summary[index]?.file ?? "";
    for (const { stratum, error } of rows) strata.add(stratum, { file, error });
  }
  const curves = files.roc.map((text) => ({ file: text.file, ...readVcfevalRoc(text) }));
  for (const { file, whole } of curves) {
    if (whole !== null) strata.add(whole.stratum, { file, error: whole.error });
  }
  const descending = curves.every((curve) => curve.descending);
  return finishComparison({
    format: "rtg vcfeval",
    metrics: tablesDocument("rtg vcfeval", {
      summary: summaries.flatMap(({ cells }) => cells),
      curves: curves.map(({ header: { version: _version, command: _command, ...kept } }) => kept),
    }),
    provenance: provenanceOf(curves),
    performedAt: null,
    strata: strata.sorted(),
    points: placePoints(
      curves.flatMap(({ points }) => points),
      descending,
    ),
    warnings: [...summaries, ...curves].flatMap(({ warnings }) => warnings),
  });
}

/** Curves of one comparison were written by one command. */
function provenanceOf(curves: readonly (VcfevalRoc & { readonly file: string })[]): JsonObject | null {
  const [first] = curves;
  if (first === undefined) return null;
  const { version, command } = first.header;
  const other = curves.find(({ header }) => header.command !== command || header.version !== version);
  if (other !== undefined) {
    const message = `${other.file} was written by another command than ${first.file}: not of one comparison`;
    throw new IngestError("TS_RESULT_INVALID", message, { file: other.file });
  }
  return version === null && command === null ? null : { version, command };
}
