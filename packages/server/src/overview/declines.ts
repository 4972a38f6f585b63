import type { AlertEvidence } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { momentOut } from "../http/field-schemas.ts";
import type { Decline } from "./schema.ts";

type DeclineEvidence = Extract<AlertEvidence, { type: "decline" }>;

const MILLISECONDS_PER_DAY = 86_400_000;

/** A decline with the name of the assay that it is of. */
export interface DeclineOfAssay {
  readonly assay: string | null;
  readonly decline: Decline;
}

/** What the predictive alerts that are not resolved said last, the soonest crossing first. */
export async function openDeclines(kysely: Kysely<Tables>): Promise<DeclineOfAssay[]> {
  const rows = await openDeclinesQuery(kysely).execute();
  const declines = rows.flatMap((row) => {
    const evidence = row.evidence as AlertEvidence;
    return evidence.type === "decline" ? [{ assay: row.assay, decline: toDecline(row, evidence) }] : [];
  });
  return declines.sort((a, b) => urgency(a.decline) - urgency(b.decline));
}

/** The query of these. */
export function openDeclinesQuery(kysely: Kysely<Tables>) {
  return kysely
    .selectFrom("alert")
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom("alert_occurrence")
          .leftJoin("run", "run.id", "alert_occurrence.run_id")
          .select(["sentence", "happened_at", "evidence", "run.id as run_id", "run.name as run"])
          .whereRef("alert_occurrence.alert_id", "=", "alert.id")
          .orderBy("number", "desc")
          .limit(1)
          .as("last"),
      (join) => join.onTrue(),
    )
    .select(["alert.id", "alert.assay", "alert.subject"])
    .select(["last.sentence", "last.happened_at", "last.evidence", "last.run_id", "last.run"])
    .where("alert.kind", "=", "predictive")
    .where("alert.status", "in", ["open", "acknowledged"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof openDeclinesQuery>["executeTakeFirstOrThrow"]>>;

function toDecline(row: Row, { slope, unit, threshold, crossing }: DeclineEvidence): Decline {
  // Times are days or runs from the last run of the decline; only days make a date.
  const dateOf = (ahead: number | null | undefined) => {
    if (ahead == null || unit !== "day") return null;
    const moment = new Date(row.happened_at.getTime() + ahead * MILLISECONDS_PER_DAY);
    return Number.isNaN(moment.getTime()) || moment.getUTCFullYear() > LAST_YEAR ? null : momentOut(moment);
  };
  return {
    alertId: row.id,
    series: seriesOf(row),
    run: row.run_id === null ? null : { id: row.run_id, name: row.run ?? "" },
    slope,
    unit,
    threshold: threshold?.value ?? null,
    isCrossed: crossing?.state === "crossed",
    crossesAt: dateOf(crossing?.ahead),
    earliestAt: dateOf(crossing?.earliestAhead),
    latestAt: dateOf(crossing?.latestAhead),
    sentence: row.sentence,
  };
}

/** The last year that a moment is written with four digits for. */
const LAST_YEAR = 9999;

/** The subject of such an alert is the series and the assay. */
function seriesOf({ subject, assay }: Row): string {
  const ending = `, ${assay}`;
  return subject.endsWith(ending) ? subject.slice(0, -ending.length) : subject;
}

function urgency({ isCrossed, crossesAt }: Decline): number {
  if (isCrossed) return Number.NEGATIVE_INFINITY;
  return crossesAt === null ? Number.MAX_VALUE : Date.parse(crossesAt);
}
