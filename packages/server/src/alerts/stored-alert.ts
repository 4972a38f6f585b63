import type { Alert } from "@touchstone/quality";
import type { AlertHistoryTable, AlertOccurrenceTable, Tables } from "@touchstone/store";
import { type Expression, type ExpressionBuilder, type Kysely, type Selectable, type SqlBool, sql } from "kysely";

/** An alert as the rules of quality know it, with what the records know beside. */
export interface StoredAlert {
  /** Of the record; `alert.id` follows from what the alert is about. */
  readonly id: string;
  readonly alert: Alert;
  /** Name of the assay that it is about. */
  readonly assay: string | null;
  /** The run in which it was raised. */
  readonly runId: string | null;
  readonly verdictId: string | null;
  readonly assignedTo: string | null;
}

type Occurrence = Selectable<AlertOccurrenceTable>;
type HistoryRow = Selectable<AlertHistoryTable> & { readonly by: string | null };

/**
 * Alerts with all their occurrences and history, exactly as they were when they were stored.
 *
 * @param which a condition on `alert`, given the builder of expressions.
 * @returns those of one cause in the order in which they follow each other.
 */
export async function loadAlerts(
  kysely: Kysely<Tables>,
  which: (builder: ExpressionBuilder<Tables, "alert">) => Expression<SqlBool>,
): Promise<StoredAlert[]> {
  const rows = await selectAlerts(kysely)
    .where((builder) => which(builder as unknown as ExpressionBuilder<Tables, "alert">))
    .orderBy(sql`exists (select from alert as later where later.follows = alert.id)`, "desc")
    .orderBy("alert.opened_at")
    .orderBy("alert.id")
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const occurrences = groupOf(await occurrencesOf(kysely, ids));
  const history = groupOf(await historyOf(kysely, ids));
  return rows.map((row) => ({
    id: row.id,
    alert: toAlert(row, occurrences.get(row.id) ?? [], history.get(row.id) ?? []),
    assay: row.assay,
    runId: row.run_id,
    verdictId: row.verdict_id,
    assignedTo: row.assigned_to,
  }));
}

function selectAlerts(kysely: Kysely<Tables>) {
  return kysely
    .selectFrom("alert")
    .leftJoin("alert as followed", "followed.id", "alert.follows")
    .selectAll("alert")
    .select("followed.content_id as follows_content_id");
}

type AlertRow = Awaited<ReturnType<ReturnType<typeof selectAlerts>["executeTakeFirstOrThrow"]>>;

function occurrencesOf(kysely: Kysely<Tables>, ids: readonly string[]): Promise<Occurrence[]> {
  return kysely
    .selectFrom("alert_occurrence")
    .selectAll()
    .where(sql<boolean>`alert_id = any(${ids}::uuid[])`)
    .orderBy("alert_id")
    .orderBy("number")
    .execute();
}

function historyOf(kysely: Kysely<Tables>, ids: readonly string[]): Promise<HistoryRow[]> {
  return kysely
    .selectFrom("alert_history")
    .leftJoin("principal", "principal.id", "alert_history.principal_id")
    .selectAll("alert_history")
    .select("principal.name as by")
    .where(sql<boolean>`alert_id = any(${ids}::uuid[])`)
    .orderBy("alert_id")
    .orderBy("number")
    .execute();
}

function groupOf<Row extends { readonly alert_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.alert_id);
    if (group === undefined) groups.set(row.alert_id, [row]);
    else group.push(row);
  }
  return groups;
}

function toAlert(row: AlertRow, occurrences: readonly Occurrence[], history: readonly HistoryRow[]): Alert {
  return {
    schema: "touchstone/alert/1",
    id: row.content_id,
    kind: row.kind,
    cause: row.cause,
    subject: row.subject,
    state: row.status,
    level: row.level,
    follows: row.follows_content_id,
    occurrences: occurrences.map(({ key, happened_at: time, sentence, evidence }) => ({
      key,
      time: time.toISOString(),
      sentence,
      evidence: evidence as Alert["occurrences"][number]["evidence"],
    })),
    history: history.map(({ action, at, by, reason, level }) => ({ action, at: at.toISOString(), by, reason, level })),
  };
}
