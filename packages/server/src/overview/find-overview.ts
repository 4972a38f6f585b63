import type { AlertFinding } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import type { ServerContext } from "../context.ts";
import { findOverdueControls } from "../due/find-overdue-controls.ts";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import { assayState } from "./assay-state.ts";
import { type AssayInForce, assaysInForce } from "./assays-in-force.ts";
import { awaitingCounts, sumAwaiting } from "./awaiting.ts";
import { ByAssay } from "./by-assay.ts";
import { openDeclines } from "./declines.ts";
import { expiringLots } from "./expiring-lots.ts";
import { type LastJudged, lastJudged } from "./last-judged.ts";
import { openAlertGroups, sumAlerts } from "./open-alerts.ts";
import { openNonConformances } from "./open-non-conformances.ts";
import type { AssayOverview, Ground, Overview } from "./schema.ts";
import { countWatchedSeries, routineThresholdCounts } from "./watched-series.ts";

const MILLISECONDS_PER_DAY = 86_400_000;

/** How every assay in force is, and what belongs to none: read from what was judged, nothing is judged anew. */
export async function findOverview({ database, now, settings }: ServerContext): Promise<Overview> {
  const { kysely } = database;
  const at = now();
  const assays = await assaysInForce(kysely);
  const open = await readOpen(kysely, at, settings.lotWarningDays, assays);
  const names = new Set(assays.map(({ name }) => name));
  const judged = new ByAssay(names, await lastJudged(kysely));
  const overdue = new ByAssay(names, await findOverdueControls(kysely, at));
  const declines = new ByAssay(names, await openDeclines(kysely));
  const thresholds = await routineThresholdCounts(kysely);
  const lines: AssayOverview[] = [];
  for (const assay of assays) {
    const { id, name, version, controlIntervalDays } = assay;
    const ofAssay = judged.of(name);
    const { count = 0, withHorizon = 0 } = thresholds.get(id) ?? {};
    const { state, grounds } = assayState({
      assay,
      hasThresholds: count > 0,
      judged: ofAssay,
      overdue: overdue.of(name).map(({ finding }) => toOverdue(finding)),
    });
    const inUse = ofAssay.filter(({ isRetired, assayVersion }) => !isRetired && assayVersion === version);
    const series = await countWatchedSeries(
      kysely,
      inUse.flatMap(({ comparisonId }) => comparisonId ?? []),
      withHorizon,
    );
    lines.push({
      assay: { id, name, version },
      state,
      grounds: [...grounds],
      lastControl: lastControlOf(assay, ofAssay, at),
      controlIntervalDays,
      trend: { ...series, declines: declines.of(name).map(({ decline }) => decline) },
      ...open(name),
    });
  }
  return { at: momentOut(at), assays: lines, others: { ...open(null), lastRun: await lastOtherRun(kysely) } };
}

/** What is overdue the longest of a control, and what is said of it. */
function toOverdue({ occurrence: { sentence, evidence } }: AlertFinding): Pick<Ground, "sentence" | "control"> {
  const [longest] = evidence.type === "control overdue" ? evidence.series : [];
  if (evidence.type !== "control overdue" || longest === undefined) return { sentence, control: null };
  const { material, materialLot } = evidence;
  return { sentence, control: { material, materialLot, analyte: longest.analyte, level: longest.level } };
}

type OpenParts = Pick<AssayOverview, "alerts" | "nonConformances" | "awaiting" | "lots">;

/** What is open about an assay in force; given null, about none. */
async function readOpen(
  kysely: Kysely<Tables>,
  at: Date,
  warningDays: number,
  assays: readonly AssayInForce[],
): Promise<(assay: string | null) => OpenParts> {
  const names = new Set(assays.map(({ name }) => name));
  const alerts = new ByAssay(names, await openAlertGroups(kysely));
  const nonConformances = new ByAssay(names, await openNonConformances(kysely));
  const awaiting = new ByAssay(names, await awaitingCounts(kysely));
  const lots = new ByAssay(names, await expiringLots(kysely, at, warningDays, assays));
  return (assay) => {
    const ofAssay = nonConformances.of(assay);
    return {
      alerts: sumAlerts(alerts.of(assay)),
      nonConformances: {
        open: new Set(ofAssay.map(({ id }) => id)).size,
        oldestOpenedAt: momentOutOrNull(ofAssay[0]?.openedAt ?? null),
      },
      awaiting: sumAwaiting(awaiting.of(assay)),
      lots: lots.of(assay).map(({ lot }) => lot),
    };
  };
}

/** An assay whose definition has no control measurements is controlled by comparisons of a reference sample with truth. */
function lastControlOf(
  { hasControls }: AssayInForce,
  judged: readonly LastJudged[],
  at: Date,
): AssayOverview["lastControl"] {
  const by = hasControls || judged.some(({ about }) => about === "controls") ? "controls" : "comparison";
  const [last] = judged
    .filter(({ about }) => about === by)
    .sort((a, b) => b.performedAt.getTime() - a.performedAt.getTime());
  if (last === undefined) return null;
  const { runId: id, run: name, performedAt } = last;
  const days = Math.floor((at.getTime() - performedAt.getTime()) / MILLISECONDS_PER_DAY);
  return { run: { id, name }, performedAt: momentOut(performedAt), daysSince: Math.max(0, days), by };
}

/** The last run that belongs to no assay in force. */
async function lastOtherRun(kysely: Kysely<Tables>): Promise<Overview["others"]["lastRun"]> {
  const { rows } = await lastOtherRunQuery().execute(kysely);
  const [last] = rows;
  return last === undefined ? null : { id: last.id, name: last.name, performedAt: momentOut(last.time) };
}

/** The query of that run: of each version of an assay that has none in force, and of the runs that name no assay, by index. */
export function lastOtherRunQuery() {
  const lastOf = (assay: ReturnType<typeof sql>) => sql`
    select id, name::text as name, performed_at as time from run
    where assay_id ${assay} and not is_imported order by performed_at desc, id desc limit 1`;
  return sql<{ id: string; name: string; time: Date }>`
    select * from (
      select last.* from assay as version cross join lateral (${lastOf(sql`= version.id`)}) last
      where not exists (select from assay as other where other.name = version.name and other.status = 'approved')
      union all
      select * from (${lastOf(sql`is null`)}) last
    ) other order by time desc, id desc limit 1`;
}
