import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { selectTasks, toTask } from "./queries.ts";
import { type Task, TaskStatusSchema } from "./schema.ts";

/** What the list of a run's tasks can be narrowed to. */
export const TaskListQuerySchema = Type.Object(
  {
    ...pageQuery,
    status: Type.Optional(TaskStatusSchema),
    process: Type.Optional(Type.String({ minLength: 1, maxLength: 1000 })),
  },
  { additionalProperties: false },
);

type TaskListQuery = Static<typeof TaskListQuerySchema>;

/** The query of a page of a run's tasks, by number. */
export function taskListQuery(kysely: Kysely<Tables>, runId: string, query: TaskListQuery) {
  const after = readCursor(query.cursor, ["integer"]);
  let rows = selectTasks(kysely, runId);
  if (query.status !== undefined) rows = rows.where("status", "=", query.status);
  if (query.process !== undefined) rows = rows.where("process", "=", query.process);
  if (after !== null) rows = rows.where("number", ">", Number(after[0]));
  return rows.orderBy("number").limit(query.limit + 1);
}

/** A page of a run's tasks. */
export async function listTasks(
  kysely: Kysely<Tables>,
  runId: string,
  query: TaskListQuery,
): Promise<{ items: Task[]; next: string | null }> {
  const rows = await taskListQuery(kysely, runId, query).execute();
  return toPage(rows, query.limit, (row) => [row.number], toTask);
}
