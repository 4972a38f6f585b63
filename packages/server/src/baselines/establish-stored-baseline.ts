import {
  type Baseline,
  contentHash,
  type Exclusion,
  establishBaseline,
  excludes,
  type Measurement,
} from "@touchstone/quality";
import { sql } from "kysely";
import type { Caller } from "../access/caller.ts";
import { invalidField } from "../error.ts";
import { versionText } from "../judging/version-text.ts";
import type { Writing } from "../writing/perform.ts";
import { findBaselineDocument } from "./queries.ts";
import type { Establishment } from "./schema.ts";

/** More are no baseline but a year's work: a narrower choice was meant. */
const MOST_MEASUREMENTS = 500_000;

/**
 * A draft of stored measurements: those in force, the first replicate of each run, imported ones too unless they are not
 * wanted. What people have excluded stays out, with their reason. It takes the place of the newest baseline of its name
 * that somebody approved.
 *
 * @throws QualityError TS_BASELINE_INVALID as `establishBaseline`; ServerError TS_REQUEST_INVALID when there is nothing, or
 *   too much, to make it of.
 */
export async function establishStoredBaseline(
  writing: Writing,
  caller: Caller,
  request: Establishment,
  touchstone: string,
): Promise<Baseline> {
  const found = await readMeasurements(writing, request);
  const measurements = found.map(({ measurement }) => measurement);
  const at = writing.at.toISOString();
  const scales = new Map(request.scales?.map(({ analyte, scale }) => [analyte, scale]));
  const supersedes = await approvedBefore(writing, request.name);
  const requested = (request.exclusions ?? []).map((exclusion): Exclusion => {
    return { ...exclusion, by: caller.printedName, at };
  });
  const recorded = found.flatMap(({ measurement, excluded }): Exclusion[] => {
    if (excluded === null || requested.some((exclusion) => excludes(exclusion, measurement))) return [];
    const { run, material, materialLot, analyte, level } = measurement;
    return [{ run, material, materialLot, analyte, level, ...excluded }];
  });
  return establishBaseline(measurements, {
    name: request.name,
    ...(supersedes === null ? {} : { supersedes }),
    establishedAt: at,
    ...(request.effectiveFrom === undefined ? {} : { effectiveFrom: new Date(request.effectiveFrom).toISOString() }),
    source: { file: "stored measurements", sha256: contentHash(measurements) },
    touchstone,
    scaleOf: (analyte) => scales.get(analyte),
    exclusions: [...requested, ...recorded],
  });
}

async function approvedBefore({ transaction }: Writing, name: string): Promise<Baseline | null> {
  const row = await transaction
    .selectFrom("baseline")
    .select("id")
    .where("name", "=", name)
    .where("approved_at", "is not", null)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : findBaselineDocument(transaction, row.id);
}

interface FoundMeasurement {
  readonly measurement: Measurement;
  readonly excluded: Pick<Exclusion, "by" | "at" | "reason"> | null;
}

async function readMeasurements({ transaction }: Writing, request: Establishment): Promise<FoundMeasurement[]> {
  const { materials, analytes, pipelineVersion } = request;
  let rows = transaction
    .selectFrom("measurement")
    .innerJoin("run", "run.id", "measurement.run_id")
    .innerJoin("material", "material.id", "measurement.material_id")
    .leftJoin("instrument", "instrument.id", "measurement.instrument_id")
    .leftJoin("reagent_lot", "reagent_lot.id", "measurement.reagent_lot_id")
    .leftJoin("pipeline_version", "pipeline_version.id", "measurement.pipeline_version_id")
    .leftJoin("measurement_exclusion as exclusion", (join) =>
      join.onRef("exclusion.measurement_id", "=", "measurement.id").on("exclusion.withdrawn_at", "is", null),
    )
    .leftJoin("signature", "signature.id", "exclusion.signature_id")
    .select([
      "exclusion.reason as excluded_reason",
      "exclusion.excluded_at",
      "signature.printed_name as excluded_by",
      "run.name as run",
      "measurement.measured_at",
      "material.name as material",
      "material.lot as material_lot",
      "measurement.analyte",
      "measurement.level",
      "measurement.kind",
      "measurement.value",
      "measurement.depth",
      "instrument.name as instrument",
      sql<string | null>`reagent_lot.reagent || ' ' || reagent_lot.lot`.as("reagent_lot"),
      "pipeline_version.pipeline",
      "pipeline_version.version",
    ])
    .where("measured_at", ">=", new Date(request.from))
    .where("measured_at", "<", new Date(request.before))
    .where("superseded_at", "is", null)
    .where("replicate", "=", 1);
  if (request.imported === false) rows = rows.where("measurement.is_imported", "=", false);
  if (analytes !== undefined) rows = rows.where(sql<boolean>`measurement.analyte = any(${analytes}::text[])`);
  if (materials !== undefined) {
    const [names, lots] = [materials.map(({ name }) => name), materials.map(({ lot }) => lot ?? null)];
    rows = rows.where(
      sql<boolean>`exists (select from unnest(${names}::text[], ${lots}::text[]) as m (name, lot)
        where m.name = material.name and m.lot is not distinct from material.lot)`,
    );
  }
  if (pipelineVersion !== undefined) {
    rows = rows
      .where("pipeline_version.pipeline", "=", pipelineVersion.pipeline)
      .where("pipeline_version.version", "=", pipelineVersion.version);
  }
  const found = await rows
    .orderBy("measured_at")
    .orderBy("run.name")
    .limit(MOST_MEASUREMENTS + 1)
    .execute();
  if (found.length === 0) throw invalidField("/body/establish", "nothing was measured that this describes");
  if (found.length > MOST_MEASUREMENTS) {
    throw invalidField("/body/establish", `this describes more than ${MOST_MEASUREMENTS} measurements; narrow it down`);
  }
  return found.map((row) => ({
    measurement: {
      run: row.run,
      time: row.measured_at.toISOString(),
      material: row.material,
      materialLot: row.material_lot,
      analyte: row.analyte,
      level: row.level,
      kind: row.kind,
      value: row.value,
      depth: row.depth,
      instrument: row.instrument,
      reagentLot: row.reagent_lot,
      pipelineVersion: row.version === null ? null : versionText(row.pipeline ?? "", row.version),
    },
    excluded:
      row.excluded_at === null
        ? null
        : { by: row.excluded_by ?? "", at: row.excluded_at.toISOString(), reason: row.excluded_reason ?? "" },
  }));
}
