import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { ServerError } from "../error.ts";
import { momentOut } from "../http/field-schemas.ts";
import { toPage } from "../http/page.ts";
import { changeEventsOf } from "./change-events.ts";
import { readChartBaselines } from "./chart-limits.ts";
import { type ChartLot, type ChartPointRow, chartPointsQuery } from "./chart-points.ts";
import type { Chart, ChartPoint, ChartQuery } from "./schema.ts";

/**
 * All that a Levey-Jennings chart of a series shows: its latest points with their verdicts, limits with their periods,
 * events and lots.
 *
 * @throws ServerError TS_NOT_FOUND when there is no such material.
 */
export async function leveyJennings(kysely: Kysely<Tables>, query: ChartQuery): Promise<Chart> {
  const { material, analyte, level = null } = query;
  const lots = await lotsOf(kysely, query);
  const { exclusionOf, isUsed, limits, drafts } = await readChartBaselines(kysely, lots, { analyte, level });
  const { rows } = await chartPointsQuery(lots, query).execute(kysely);
  const toPoint = (row: ChartPointRow): ChartPoint => {
    const { measurementId, materialLot, replicate, value, depth, instrument, reagentLot, pipelineVersion } = row;
    const { isImported, score, state, reason, sentence, verdictId, baselineId, ruleSet, violations, alertId } = row;
    return {
      ...{ measurementId, materialLot, replicate, value, depth, instrument, reagentLot, pipelineVersion },
      ...{ isImported, score, state, reason, sentence, verdictId, baselineId, ruleSet, violations, alertId },
      run: { id: row.runId, name: row.runName },
      time: momentOut(row.time),
      excluded: recordedExclusion(row) ?? exclusionOf(row.runName, materialLot),
      isBaseline: replicate === 1 && isUsed(row.runName, row.time, materialLot),
    };
  };
  const page = toPage(rows, query.limit, (row) => [row.time.toISOString(), row.measurementId], toPoint);
  const shown = rows.slice(0, query.limit);
  const points = page.items.reverse();
  return {
    material,
    analyte,
    level,
    kind: rows[0]?.kind ?? null,
    points,
    next: page.next,
    thinned: false,
    limits,
    drafts,
    ...(await eventsOf(kysely, lots, shown)),
    lots: lotsOfPoints(material, points),
  };
}

/** What people said of the point itself; a baseline may have left it out of its own accord. */
function recordedExclusion(row: ChartPointRow): ChartPoint["excluded"] {
  const { exclusionId, excludedReason, excludedAt, excludedBy } = row;
  if (exclusionId === null || excludedAt === null) return null;
  return { baseline: null, exclusionId, by: excludedBy ?? "", at: momentOut(excludedAt), reason: excludedReason ?? "" };
}

/** @throws ServerError TS_NOT_FOUND when there is no such material. */
export async function lotsOf(
  kysely: Kysely<Tables>,
  { material, materialLot }: Pick<ChartQuery, "material" | "materialLot">,
): Promise<ChartLot[]> {
  let rows = kysely.selectFrom("material").select(["id", "lot"]).where("name", "=", material);
  if (materialLot !== undefined) rows = rows.where("lot", "=", materialLot);
  const lots = await rows.execute();
  if (lots.length > 0) return lots;
  const what = materialLot === undefined ? material : `${material} of lot ${materialLot}`;
  throw new ServerError("TS_NOT_FOUND", `there is no material ${what}`);
}

async function eventsOf(
  kysely: Kysely<Tables>,
  lots: readonly ChartLot[],
  shown: readonly ChartPointRow[],
): Promise<Pick<Chart, "events" | "moreEvents">> {
  const [latest, earliest] = [shown[0], shown.at(-1)];
  if (latest === undefined || earliest === undefined) return { events: [], moreEvents: false };
  return changeEventsOf(kysely, {
    from: earliest.time,
    to: latest.time,
    assayIds: shown.flatMap(({ assayId }) => assayId ?? []),
    instrumentIds: shown.flatMap(({ instrumentId }) => instrumentId ?? []),
    pipelines: shown.flatMap(({ pipelineVersion }) => pipelineVersion?.pipeline ?? []),
    isOfMaterial: sql`material_id = any(${lots.map(({ id }) => id)}::uuid[])`,
  });
}

type Lot = Chart["lots"][number];

function lotsOfPoints(material: string, points: readonly ChartPoint[]): Lot[] {
  const lots = new Map<string, Lot>();
  const count = (of: Lot["of"], name: string, lot: string | null, time: string) => {
    const key = JSON.stringify([of, name, lot]);
    const known = lots.get(key) ?? { of, name, lot, from: time, to: time, points: 0 };
    lots.set(key, { ...known, to: time, points: known.points + 1 });
  };
  for (const { materialLot, reagentLot, time } of points) {
    count("material", material, materialLot, time);
    if (reagentLot !== null) count("reagent", reagentLot.reagent, reagentLot.lot, time);
  }
  return [...lots.values()];
}
