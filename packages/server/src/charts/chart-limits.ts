import { type BaselineLimits, type ChartScale, fromScale } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import type { ChartLot } from "./chart-points.ts";
import type { Chart, ChartLimits, ChartPoint } from "./schema.ts";

/** A series of an approved baseline, with the time that it may judge in. */
interface SeriesRow {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly status: "approved" | "retired";
  readonly materialId: string;
  readonly pipelineVersion: string | null;
  readonly effectiveFrom: Date;
  readonly retiredAt: Date | null;
  readonly scale: ChartScale;
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly reason: string | null;
  readonly limits: BaselineLimits | null;
  readonly excluded: readonly ExcludedPoint[] | null;
  readonly used: readonly UsedRun[] | null;
}

interface UsedRun {
  readonly run: string;
  readonly time: string;
}

interface ExcludedPoint {
  readonly run: string;
  readonly value: number;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

/** What baselines say about a charted series. */
export interface ChartBaselines {
  readonly limits: ChartLimits[];
  /** Baselines that nobody, or not enough people, have approved yet. */
  readonly drafts: Chart["drafts"];
  /** Why a run's point was left out of a baseline; null where it was not. */
  readonly exclusionOf: (run: string, materialLot: string | null) => ChartPoint["excluded"];
  /** Whether limits come from a run's first replicate. A run of another day is another one, even if it has the name. */
  readonly isUsed: (run: string, time: Date, materialLot: string | null) => boolean;
}

/** Reads the limits of a series, with their periods, and the exclusions. */
export async function readChartBaselines(
  kysely: Kysely<Tables>,
  lots: readonly ChartLot[],
  { analyte, level }: { readonly analyte: string; readonly level: string | null },
): Promise<ChartBaselines> {
  const { rows } = await sql<SeriesRow>`
    select b.id, b.name, b.version, b.status, s.material_id as "materialId",
      b.document -> 'content' ->> 'pipelineVersion' as "pipelineVersion", b.effective_from as "effectiveFrom",
      b.retired_at as "retiredAt", s.scale, s.n, s.mean, s.sd, s.reason, s.limits, s.excluded, s.used
    from baseline_series s join baseline b on b.id = s.baseline_id
    where s.material_id = any(${lots.map(({ id }) => id)}::uuid[]) and s.analyte = ${analyte}
      and s.level is not distinct from ${level} and b.approved_at is not null
    order by b.effective_from, b.version
  `.execute(kysely);
  const lotOf = new Map(lots.map(({ id, lot }) => [id, lot]));
  const limits = periodsOf(rows).map(({ row, from, to }) => toLimits(row, lotOf.get(row.materialId) ?? null, from, to));
  const drafts = await readDrafts(kysely, lots, { analyte, level });
  return { limits, drafts, exclusionOf: exclusionFinder(rows, lotOf), isUsed: usedFinder(rows, lotOf) };
}

async function readDrafts(
  kysely: Kysely<Tables>,
  lots: readonly ChartLot[],
  { analyte, level }: { readonly analyte: string; readonly level: string | null },
): Promise<Chart["drafts"]> {
  const { rows } = await sql<Chart["drafts"][number]>`
    select distinct b.id, b.name, b.version from baseline_series s join baseline b on b.id = s.baseline_id
    where s.material_id = any(${lots.map(({ id }) => id)}::uuid[]) and s.analyte = ${analyte}
      and s.level is not distinct from ${level} and b.status = 'draft'
    order by b.name, b.version
  `.execute(kysely);
  return rows;
}

interface Period {
  readonly row: SeriesRow;
  readonly from: Date;
  readonly to: Date | null;
}

/** When each baseline judges: of those in effect for a lot and a pipeline version, the one that took effect last. */
function periodsOf(rows: readonly SeriesRow[]): Period[] {
  const bounds = [...new Set(rows.flatMap((row) => [row.effectiveFrom.getTime(), row.retiredAt?.getTime() ?? null]))];
  const moments = bounds.filter((moment) => moment !== null).sort((a, b) => a - b);
  const rivals = new Map<string, SeriesRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.materialId, row.pipelineVersion]);
    rivals.set(key, [...(rivals.get(key) ?? []), row]);
  }
  return [...rivals.values()].flatMap((candidates) => periodsOfRivals(candidates, moments));
}

function periodsOfRivals(candidates: readonly SeriesRow[], moments: readonly number[]): Period[] {
  const periods: Period[] = [];
  for (const [place, moment] of moments.entries()) {
    const row = candidates.findLast(({ effectiveFrom, retiredAt }) => {
      return effectiveFrom.getTime() <= moment && (retiredAt === null || moment < retiredAt.getTime());
    });
    if (row === undefined) continue;
    const next = moments[place + 1];
    const to = next === undefined ? null : new Date(next);
    const before = periods.at(-1);
    if (before?.row === row && before.to?.getTime() === moment) periods[periods.length - 1] = { ...before, to };
    else periods.push({ row, from: new Date(moment), to });
  }
  return periods;
}

const LINES = [-3, -2, -1, 0, 1, 2, 3];

function toLimits(row: SeriesRow, materialLot: string | null, from: Date, to: Date | null): ChartLimits {
  const { id, name, version, status, pipelineVersion, scale, n, mean, sd, reason, limits, used } = row;
  const [first, last] = [used?.[0], used?.at(-1)];
  const lines =
    mean === null || sd === null || sd === 0
      ? []
      : LINES.map((sds) => ({ sd: sds, value: fromScale(scale, mean + sds * sd) }));
  return {
    baseline: { id, name, version },
    status,
    materialLot,
    pipelineVersion,
    from: momentOut(from),
    to: momentOutOrNull(to),
    scale,
    n,
    mean,
    sd,
    reason,
    provisional: limits?.provisional ?? [],
    period: first === undefined || last === undefined ? null : { first, last },
    lines,
  };
}

function exclusionFinder(
  rows: readonly SeriesRow[],
  lotOf: ReadonlyMap<string, string | null>,
): ChartBaselines["exclusionOf"] {
  const found = new Map<string, ChartPoint["excluded"]>();
  for (const { id, name, version, materialId, excluded } of rows) {
    for (const { run, by, at, reason } of excluded ?? []) {
      const key = JSON.stringify([run, lotOf.get(materialId) ?? null]);
      found.set(key, { baseline: { id, name, version }, exclusionId: null, by, at, reason });
    }
  }
  return (run, materialLot) => found.get(JSON.stringify([run, materialLot])) ?? null;
}

function usedFinder(rows: readonly SeriesRow[], lotOf: ReadonlyMap<string, string | null>): ChartBaselines["isUsed"] {
  const keyOf = (run: string, time: string, lot: string | null) => JSON.stringify([run, time.slice(0, 10), lot]);
  const keys = rows.flatMap(({ used, materialId }) => {
    return (used ?? []).map(({ run, time }) => keyOf(run, time, lotOf.get(materialId) ?? null));
  });
  const found = new Set(keys);
  return (run, time, materialLot) => found.has(keyOf(run, momentOut(time), materialLot));
}
