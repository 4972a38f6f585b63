import type { MonthlyInput, MonthlyPeriod } from "@touchstone/report";
import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { ServerError } from "../../error.ts";
import { momentOut, momentOutOrNull } from "../../http/field-schemas.ts";
import { compareFalseAlarms } from "./false-alarms.ts";
import { alertsOfMonth, nonConformancesOfMonth } from "./monthly-alerts.ts";
import { changesOfMonth, lotsOfMonth } from "./monthly-changes.ts";
import { runsOfMonth, verdictsOfMonth } from "./monthly-runs.ts";
import { trendsOfMonth } from "./monthly-trends.ts";

/**
 * What the review of an assay's month is made of: of all its versions.
 *
 * @throws ServerError TS_NOT_FOUND when there is no assay of that name.
 */
export async function gatherMonthlyReport(
  kysely: Kysely<Tables>,
  { assay, period, touchstone }: { assay: string; period: MonthlyPeriod; touchstone: string },
): Promise<MonthlyInput> {
  const versions = await kysely
    .selectFrom("assay")
    .select(["id", "version", "approved_at", "retired_at"])
    .where("name", "=", assay)
    .orderBy("version")
    .execute();
  if (versions.length === 0) throw new ServerError("TS_NOT_FOUND", `there is no assay ${assay}`);
  const assayIds = versions.map(({ id }) => id);
  const runs = await runsOfMonth(kysely, assayIds, period);
  const verdicts = await verdictsOfMonth(kysely, runs);
  const runIds = runs.map(({ id }) => id);
  return {
    assay,
    versions: versions.flatMap(({ version, approved_at: approvedAt, retired_at: retiredAt }) => {
      const isInForce =
        approvedAt !== null &&
        approvedAt < new Date(period.before) &&
        (retiredAt === null || retiredAt >= new Date(period.from));
      return isInForce ? [{ version, approvedAt: momentOut(approvedAt), retiredAt: momentOutOrNull(retiredAt) }] : [];
    }),
    period,
    runs,
    verdicts,
    falseAlarms: await compareFalseAlarms(kysely, verdicts),
    alerts: await alertsOfMonth(kysely, assay, period),
    nonConformances: await nonConformancesOfMonth(kysely, { assay, assayIds }, period),
    trends: await trendsOfMonth(kysely, assayIds, period),
    changes: await changesOfMonth(kysely, assayIds, period),
    lots: await lotsOfMonth(kysely, runIds, period),
    touchstone,
  };
}
