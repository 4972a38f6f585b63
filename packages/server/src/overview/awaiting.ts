import type { Tables } from "@touchstone/store";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { IS_NOT_JUDGED, IS_TO_SIGN, QUESTIONED } from "../dispositions/queues.ts";
import type { Awaiting } from "./schema.ts";

/** Records of an assay that wait for somebody. */
export interface AwaitingCount {
  readonly assay: string | null;
  readonly what: Exclude<keyof Awaiting, "proposals"> | keyof Awaiting["proposals"];
  readonly count: number;
}

/** All that waits for a signature, by assay; rule sets belong to none. */
export async function awaitingCounts(kysely: Kysely<Tables>): Promise<AwaitingCount[]> {
  const { rows } = await awaitingQuery().execute(kysely);
  return rows;
}

/** The query of these. */
export function awaitingQuery(): RawBuilder<AwaitingCount> {
  return sql<AwaitingCount>`
    select assay.name::text as assay, what, sum(count)::int as count from (
      select assay_id, proposed_disposition as what, count(*) as count from run
      where ${IS_TO_SIGN} group by assay_id, proposed_disposition
      union all
      select assay_id, 'notJudged', count(*) from run
      where ${IS_NOT_JUDGED} group by assay_id
      union all
      select run.assay_id, 'secondSignatures', count(*)
      from disposition_decision as decision join run on run.id = decision.run_id
      where decision.status = 'pending' group by run.assay_id
      union all
      select run.assay_id, 'questionedReleases', count(*)
      from run join disposition_decision as decision on decision.id = run.disposition_decision_id
      where ${QUESTIONED} group by run.assay_id
      union all
      select id, 'assays', 1 from assay where status = 'draft' and not is_example
      union all
      select assay_id, 'baselines', count(*) from baseline where status = 'draft' group by assay_id
      union all
      select assay_id, 'thresholds', count(*) from threshold where status = 'draft' group by assay_id
      union all
      select null, 'ruleSets', count(*) from rule_set where status = 'draft' having count(*) > 0
    ) as waiting left join assay on assay.id = waiting.assay_id
    group by assay.name, what`;
}

/** What counts are together. */
export function sumAwaiting(counts: readonly AwaitingCount[]): Awaiting {
  const sum = (what: AwaitingCount["what"]) =>
    counts.filter((one) => one.what === what).reduce((total, { count }) => total + count, 0);
  return {
    proposals: {
      released: sum("released"),
      held: sum("held"),
      rejected: sum("rejected"),
      repeat: sum("repeat"),
    },
    secondSignatures: sum("secondSignatures"),
    questionedReleases: sum("questionedReleases"),
    notJudged: sum("notJudged"),
    assays: sum("assays"),
    baselines: sum("baselines"),
    thresholds: sum("thresholds"),
    ruleSets: sum("ruleSets"),
  };
}
