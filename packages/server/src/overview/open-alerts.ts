import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { momentOut } from "../http/field-schemas.ts";
import { type Person, personOf } from "../principals/person.ts";
import type { OpenAlerts } from "./schema.ts";

/** Alerts that are alike: how many, and since when. */
export interface AlertGroup {
  /** Its name. */
  readonly assay: string | null;
  readonly status: "open" | "acknowledged";
  readonly level: number;
  readonly person: Person | null;
  readonly count: number;
  readonly oldest: Date;
}

/** All alerts that are not resolved, in groups. */
export async function openAlertGroups(kysely: Kysely<Tables>): Promise<AlertGroup[]> {
  const { rows } = await openAlertsQuery().execute(kysely);
  return rows;
}

/** The query of these. */
export function openAlertsQuery() {
  return sql<AlertGroup>`
    select grouped.*, ${personOf("grouped.assigned_to")} as person from (
      select assay::text, status, level, assigned_to, count(*)::int as count, min(opened_at) as oldest
      from alert where status in ('open', 'acknowledged') group by assay, status, level, assigned_to
    ) grouped`;
}

/** What groups are together. */
export function sumAlerts(groups: readonly AlertGroup[]): OpenAlerts {
  const levels = new Map<number, number>();
  const owners = new Map<string, OpenAlerts["owners"][number]>();
  for (const { level, person, count } of groups) {
    levels.set(level, (levels.get(level) ?? 0) + count);
    const owner = owners.get(person?.id ?? "") ?? { person, count: 0 };
    owners.set(person?.id ?? "", { ...owner, count: owner.count + count });
  }
  const sum = (some: readonly AlertGroup[]) => some.reduce((total, { count }) => total + count, 0);
  const [oldest] = groups.map((group) => group.oldest).sort((a, b) => a.getTime() - b.getTime());
  return {
    count: sum(groups),
    acknowledged: sum(groups.filter(({ status }) => status === "acknowledged")),
    oldestOpenedAt: oldest === undefined ? null : momentOut(oldest),
    levels: [...levels].map(([level, count]) => ({ level, count })).sort((a, b) => b.level - a.level),
    owners: [...owners.values()].sort((a, b) => b.count - a.count),
  };
}
