import type { RunAudit, RunInput } from "@touchstone/report";
import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { listAlerts } from "../alerts/list-alerts.ts";
import { listArtifacts } from "../artifacts/list-artifacts.ts";
import { listAuditEvents } from "../audit/list-audit-events.ts";
import { leveyJennings } from "../charts/levey-jennings.ts";
import { listComparisons } from "../concordance/list-comparisons.ts";
import { findDisposition } from "../dispositions/queries.ts";
import { everyPage } from "../http/every-page.ts";
import { findRun } from "../runs/queries.ts";
import { listVerdicts } from "../verdicts/list-verdicts.ts";
import type { Verdict } from "../verdicts/schema.ts";
import { loadReports } from "./load-reports.ts";

/** Points that a control chart shows, the latest. */
const CHART_POINTS = 100;

/**
 * What the report of a run is made of.
 *
 * @param withAudit whether who asks may read the audit trail.
 * @throws ServerError TS_NOT_FOUND.
 */
export async function gatherRunReport(
  kysely: Kysely<Tables>,
  idOrName: string,
  { withAudit, touchstone }: { withAudit: boolean; touchstone: string },
): Promise<RunInput> {
  const run = await findRun(kysely, idOrName);
  const runId = run.id;
  const verdicts = await everyPage((page) => listVerdicts(kysely, { ...page, runId, includeSuperseded: false }));
  return {
    run,
    disposition: await findDisposition(kysely, runId),
    artifacts: await everyPage((page) => listArtifacts(kysely, runId, page)),
    comparisons: await everyPage((page) =>
      listComparisons(kysely, { ...page, runId, superseded: false, sort: "-performedAt" }),
    ),
    verdicts,
    alerts: await everyPage((page) => listAlerts(kysely, { ...page, runId })),
    charts: await flaggedControls(kysely, verdicts),
    audit: withAudit ? await auditOf(kysely, runId) : null,
    touchstone,
  };
}

/** A chart of each series of which a point of the run is a warning or out of control. */
async function flaggedControls(kysely: Kysely<Tables>, verdicts: readonly Verdict[]): Promise<RunInput["charts"]> {
  const flagged = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    const { measurement, state } = verdict;
    if (measurement === null || (state !== "warning" && state !== "out of control")) continue;
    flagged.set(JSON.stringify([measurement.material, measurement.analyte, measurement.level]), verdict);
  }
  const { controlChart } = await loadReports();
  const charts = [];
  for (const { measurement, baseline } of flagged.values()) {
    if (measurement === null) continue;
    const { material, analyte, level } = measurement;
    const query = { material, analyte, limit: CHART_POINTS, ...(level === null ? {} : { level }) };
    charts.push(controlChart(await leveyJennings(kysely, query), { baselineId: baseline?.id ?? null }));
  }
  return charts;
}

async function auditOf(kysely: Kysely<Tables>, subjectId: string): Promise<RunAudit> {
  const rows = await everyPage((page) => listAuditEvents(kysely, { ...page, subjectKind: "run", subjectId }));
  const newest = await listAuditEvents(kysely, { limit: 1 });
  return { rows: rows.reverse(), head: newest.items[0] ?? null };
}
