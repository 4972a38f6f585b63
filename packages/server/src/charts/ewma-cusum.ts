import { type ControlScore, cusumChart, ewmaChart } from "@touchstone/statistics";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { momentOut } from "../http/field-schemas.ts";
import { groupBy } from "../judging/group-by.ts";
import { type ChartLot, type ChartPointRow, chartPointsQuery } from "./chart-points.ts";
import type { EwmaCusum, EwmaCusumPoint, EwmaCusumQuery } from "./ewma-cusum-schema.ts";
import { lotsOf } from "./levey-jennings.ts";
import { MOST_POINTS } from "./schema.ts";

/**
 * EWMA and CUSUM of a series on the standardised deviations that its verdicts name, thus by the baseline that judged each
 * point. Both begin anew with another baseline and after a corrective action that concerns the control, as windows of
 * rules do. Points without a deviation, and those that people excluded, do not move them.
 *
 * @throws ServerError TS_NOT_FOUND when there is no such material.
 */
export async function ewmaCusum(kysely: Kysely<Tables>, query: EwmaCusumQuery): Promise<EwmaCusum> {
  const { from, lambda, ewmaLimit, k, h, ...series } = query;
  const lots = await lotsOf(kysely, query);
  // What lies before the period decides where the charts stand when it begins.
  const { rows } = await chartPointsQuery(lots, { ...series, limit: MOST_POINTS }).execute(kysely);
  const ordered = rows.slice(0, MOST_POINTS).reverse();
  const actions = await readCorrectiveActions(kysely, ordered, lots);
  const begin = from === undefined ? Number.NEGATIVE_INFINITY : new Date(from).getTime();
  const charts = groupBy(ordered, ({ materialLot, replicate }) => JSON.stringify([materialLot, replicate]));
  const charted = new Map<string, EwmaCusumPoint>();
  for (const points of charts.values()) {
    for (const point of chartPoints(points, actions, query)) charted.set(point.measurementId, point);
  }
  const shown = ordered.filter(({ time }) => time.getTime() >= begin);
  const points = shown.flatMap(({ measurementId }) => charted.get(measurementId) ?? []);
  const { material, analyte, level = null } = series;
  return { material, analyte, level, lambda, ewmaLimit, k, h, points };
}

interface CorrectiveAction {
  readonly at: number;
  readonly assayId: string | null;
  readonly instrumentId: string | null;
}

async function readCorrectiveActions(
  kysely: Kysely<Tables>,
  points: readonly ChartPointRow[],
  lots: readonly ChartLot[],
): Promise<CorrectiveAction[]> {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  const rows = await kysely
    .selectFrom("change_event")
    .select(["happened_at", "assay_id", "instrument_id"])
    .where("kind", "=", "corrective action")
    .where("happened_at", ">=", first.time)
    .where("happened_at", "<", last.time)
    .where(sql<boolean>`(material_id is null or material_id = any(${lots.map(({ id }) => id)}::uuid[]))`)
    .orderBy("happened_at")
    .execute();
  return rows.map((row) => ({
    at: row.happened_at.getTime(),
    assayId: row.assay_id,
    instrumentId: row.instrument_id,
  }));
}

type Design = Pick<EwmaCusumQuery, "lambda" | "ewmaLimit" | "k" | "h">;

function chartPoints(
  points: readonly ChartPointRow[],
  actions: readonly CorrectiveAction[],
  { lambda, ewmaLimit, k, h }: Design,
): EwmaCusumPoint[] {
  return stretchesOf(points, actions).flatMap(({ reason, stretch }) => {
    const scores = stretch.map(scoreOf);
    const ewma = ewmaChart(scores, { lambda, limit: ewmaLimit });
    const cusum = cusumChart(scores, { k, h });
    return stretch.map((row, index): EwmaCusumPoint => {
      const score = scores[index];
      return {
        measurementId: row.measurementId,
        run: { id: row.runId, name: row.runName },
        time: momentOut(row.time),
        materialLot: row.materialLot,
        replicate: row.replicate,
        score: typeof score === "number" ? score : null,
        ewma: ewma[index].value,
        ewmaLimit: ewma[index].limit,
        ewmaState: ewma[index].state,
        upper: cusum[index].upper,
        lower: cusum[index].lower,
        cusumState: cusum[index].state,
        restarts: index === 0 ? reason : null,
      };
    });
  });
}

function scoreOf({ score, state, exclusionId }: ChartPointRow): ControlScore {
  if (exclusionId !== null || state === null) return null;
  return score ?? "not evaluable";
}

interface Stretch {
  readonly reason: NonNullable<EwmaCusumPoint["restarts"]>;
  readonly stretch: ChartPointRow[];
}

/** The points between changes of the baseline and corrective actions. */
function stretchesOf(points: readonly ChartPointRow[], actions: readonly CorrectiveAction[]): Stretch[] {
  const stretches: Stretch[] = [];
  let baselineId: string | null = null;
  let before = Number.NEGATIVE_INFINITY;
  for (const point of points) {
    const time = point.time.getTime();
    const isOther = point.baselineId !== null && baselineId !== null && point.baselineId !== baselineId;
    const isAfterAction = actions.some((action) => before <= action.at && action.at < time && concerns(action, point));
    const current = stretches.at(-1);
    if (current === undefined) stretches.push({ reason: "start", stretch: [point] });
    else if (isOther) stretches.push({ reason: "baseline", stretch: [point] });
    else if (isAfterAction) stretches.push({ reason: "corrective action", stretch: [point] });
    else current.stretch.push(point);
    baselineId = point.baselineId ?? baselineId;
    before = time;
  }
  return stretches;
}

function concerns(action: CorrectiveAction, point: ChartPointRow): boolean {
  return (
    (action.assayId === null || action.assayId === point.assayId) &&
    (action.instrumentId === null || action.instrumentId === point.instrumentId)
  );
}
