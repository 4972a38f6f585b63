import { canonicalJson } from "@touchstone/model";
import { toJson } from "@touchstone/store";
import type { RunKey } from "../runs/queries.ts";
import type { Writing } from "../writing/perform.ts";
import type { NextflowRow } from "./queries.ts";
import { type JsonRecord, momentOf, recordOf } from "./report-values.ts";

/**
 * The columns of an execution's numbers of tasks as a report has them; none when a later report was there before it, or
 * says the same. Publishes `run.progress`.
 */
export function progressColumns(
  { publish }: Writing,
  row: NextflowRow,
  run: RunKey,
  report: JsonRecord,
): { readonly progress?: string; readonly progress_at?: Date | null } {
  const progress = recordOf(report.progress);
  const instant = momentOf(report.instant);
  const isEarlier = instant !== null && row.progress_at !== null && instant < row.progress_at;
  if (isEarlier || Object.keys(progress).length === 0) return {};
  if (canonicalJson(progress) === canonicalJson(row.progress)) return { progress_at: instant ?? row.progress_at };
  const { processes: _processes, ...totals } = progress;
  const payload = { id: run.id, name: run.name, progress: totals };
  publish({ topic: "run.progress", recordKind: "run", recordId: run.id, payload });
  return { progress: toJson(progress), progress_at: instant ?? row.progress_at };
}
