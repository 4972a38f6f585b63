import type { Tables } from "@touchstone/store";
import { type Kysely, type RawBuilder, sql } from "kysely";

/** An open non-conformance and an assay that it is about. */
export interface OpenNonConformance {
  readonly id: string;
  readonly assay: string | null;
  readonly openedAt: Date;
}

/** The open non-conformances, once for each assay of its run and its alerts, the oldest first. */
export async function openNonConformances(kysely: Kysely<Tables>): Promise<OpenNonConformance[]> {
  const { rows } = await openNonConformancesQuery().execute(kysely);
  return rows;
}

/** The query of these. */
export function openNonConformancesQuery(): RawBuilder<OpenNonConformance> {
  return sql<OpenNonConformance>`
    select open.id, about.assay, open.opened_at as "openedAt"
    from non_conformance as open
    left join lateral (
      select assay.name::text as assay from run join assay on assay.id = run.assay_id where run.id = open.run_id
      union
      select alert.assay::text from non_conformance_alert as link join alert on alert.id = link.alert_id
      where link.non_conformance_id = open.id and alert.assay is not null
    ) about on true
    where open.status = 'open'
    order by open.opened_at, open.id`;
}
