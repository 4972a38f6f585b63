import { ClientError, type TouchstoneClient } from "@touchstone/client";
import { controlChart, type RunInput, runReport } from "@touchstone/report";
import { listAll } from "../commands/api-command.ts";
import { readVersion } from "../version.ts";

/** Items of one kind that a report shows at most. */
const MOST = 10_000;
/** Points that a control chart shows, the latest. */
const CHART_POINTS = 100;

/**
 * The report of a run of the records.
 *
 * @param name its name or id.
 * @throws ClientError TS_NOT_FOUND when there is no such run.
 */
export async function runPage(client: TouchstoneClient, name: string): Promise<string> {
  const { data: run } = await client.GET("/api/v1/runs/{run}", { params: { path: { run: name } } });
  const { data: disposition } = await client.GET("/api/v1/runs/{run}/disposition", {
    params: { path: { run: name }, header: {} },
  });
  if (run === undefined || disposition === undefined) return "";
  const of = { runId: run.id };
  const verdicts = await listAll(MOST, (query) =>
    client.GET("/api/v1/verdicts", { params: { query: { ...query, ...of } } }),
  );
  const comparisons = await listAll(MOST, (query) =>
    client.GET("/api/v1/concordance", { params: { query: { ...query, ...of } } }),
  );
  const alerts = await listAll(MOST, (query) =>
    client.GET("/api/v1/alerts", { params: { query: { ...query, ...of } } }),
  );
  const artifacts = await listAll(MOST, (query) =>
    client.GET("/api/v1/runs/{run}/artifacts", { params: { path: { run: run.id }, query } }),
  );
  const charts = await flaggedControls(client, verdicts);
  const audit = await auditOf(client, run.id);
  return runReport({
    run,
    disposition,
    artifacts,
    comparisons,
    verdicts,
    alerts,
    charts,
    audit,
    touchstone: readVersion(),
  });
}

type Verdict = RunInput["verdicts"][number];

/** A chart of each series of which a point of the run is a warning or out of control. */
async function flaggedControls(client: TouchstoneClient, verdicts: readonly Verdict[]): Promise<RunInput["charts"]> {
  const flagged = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    const { measurement, state } = verdict;
    if (measurement === null || (state !== "warning" && state !== "out of control")) continue;
    flagged.set(JSON.stringify([measurement.material, measurement.analyte, measurement.level]), verdict);
  }
  const charts = [];
  for (const { measurement, baseline } of flagged.values()) {
    if (measurement === null) continue;
    const { material, analyte, level } = measurement;
    const query = { material, analyte, limit: CHART_POINTS, ...(level === null ? {} : { level }) };
    const { data } = await client.GET("/api/v1/charts/levey-jennings", { params: { query } });
    if (data !== undefined) charts.push(controlChart(data, baseline?.id ?? null));
  }
  return charts;
}

/** Null where who asks may not read the trail. */
async function auditOf(client: TouchstoneClient, runId: string): Promise<RunInput["audit"]> {
  try {
    return await readAudit(client, runId);
  } catch (error) {
    if (error instanceof ClientError && error.code === "TS_FORBIDDEN") return null;
    throw error;
  }
}

async function readAudit(client: TouchstoneClient, subjectId: string): Promise<RunInput["audit"]> {
  const rows = await listAll(MOST, (query) =>
    client.GET("/api/v1/audit", { params: { query: { ...query, subjectKind: "run", subjectId } } }),
  );
  const { data } = await client.GET("/api/v1/audit", { params: { query: { limit: 1 } } });
  return { rows: rows.toReversed(), head: data?.items[0] ?? null };
}
