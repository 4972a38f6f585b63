import type { ComparisonMetricsDocument, ComparisonProvenanceDocument } from "@touchstone/model";
import type { ValidationComparison } from "@touchstone/report";
import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { judgedFilters } from "../../concordance/judged-filter.ts";
import { listComparisons } from "../../concordance/list-comparisons.ts";
import { listStrata } from "../../concordance/list-strata.ts";
import { findComparison } from "../../concordance/queries.ts";
import type { ComparisonRecord, Stratum } from "../../concordance/schema.ts";
import { everyPage } from "../../http/every-page.ts";

/** A comparison with what judging knows of it. */
export type JudgedValidationComparison = Omit<ValidationComparison, "scores"> &
  Pick<ComparisonRecord, "id" | "run" | "truthSet" | "sample" | "verdicts"> & {
    readonly scores: readonly Stratum[];
  };

/** Comparisons in force of these runs, in their order, with the rows that thresholds are about. */
export async function comparisonsOfVersion(
  kysely: Kysely<Tables>,
  runIds: readonly string[],
): Promise<JudgedValidationComparison[]> {
  const found: JudgedValidationComparison[] = [];
  for (const runId of runIds) {
    const list = await everyPage((page) =>
      listComparisons(kysely, { ...page, runId, superseded: false, sort: "performedAt" }),
    );
    for (const { id } of list) found.push(await readComparison(kysely, id));
  }
  return found;
}

async function readComparison(kysely: Kysely<Tables>, id: string): Promise<JudgedValidationComparison> {
  const { provenance, ...record } = await findComparison(kysely, id);
  const filter = judgedFilters[record.format];
  const { metrics } = await kysely
    .selectFrom("comparison")
    .select("metrics")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const isOwn = record.format === "touchstone";
  return {
    ...record,
    scores: await everyPage((page) => listStrata(kysely, id, { ...page, filter })),
    provenance: isOwn && provenance !== null ? toProvenance(provenance as ComparisonProvenanceDocument) : null,
    notAssessed: isOwn ? notAssessedOf(metrics as ComparisonMetricsDocument) : null,
  };
}

function toProvenance(document: ComparisonProvenanceDocument): ValidationComparison["provenance"] {
  const { inputs, options, touchstone } = document;
  const { truth, query, regions, targets, stratifications, strata } = inputs;
  const files = { truth, query, "confident regions": regions, targets, stratifications };
  return {
    touchstone,
    inputs: [
      ...Object.entries(files).flatMap(([role, file]) => (file === null ? [] : [{ role, ...file }])),
      ...strata.map(({ name, ...file }) => ({ role: `stratum ${name}`, ...file })),
    ],
    hasRegions: regions !== null,
    options: Object.fromEntries(Object.entries(options).map(([name, value]) => [name, String(value)])),
  };
}

function notAssessedOf({ records }: ComparisonMetricsDocument): NonNullable<ValidationComparison["notAssessed"]> {
  return (["truth", "query"] as const).flatMap((side) =>
    Object.entries(records[side].notAssessed).map(([reason, count]) => ({ side, reason, records: count })),
  );
}
