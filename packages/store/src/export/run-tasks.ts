import { columns, type ExportTable } from "./export-table.ts";
import { runColumns, runJoins } from "./run-columns.ts";

/** Tasks as Nextflow reported them, without the raw trace. A task is never superseded: the column is there for all tables alike. */
export const runTasks: ExportTable = {
  name: "run_task",
  folder: "run_tasks",
  id: "run_task.id",
  columns: [
    ...columns("run_task", "text", [["run_task_id", "run_task.id::text"]]),
    ...runColumns,
    ...columns("run_task", "integer", ["number"]),
    ...columns("run_task", "text", ["process", "tag", "hash", "status"]),
    ...columns("run_task", "integer", ["attempt", "exit_code"]),
    ...columns("run_task", "text", ["container"]),
    ...columns("run_task", "real", ["cpus"]),
    ...columns("run_task", "integer", ["memory_bytes", "peak_memory_bytes", "duration_ms", "realtime_ms"]),
    ...columns("run_task", "real", ["cpu_share"]),
    ...columns("run_task", "timestamp", [
      "submitted_at",
      "started_at",
      "finished_at",
      ["superseded_at", "null::timestamptz"],
    ]),
  ],
  from: `run_task join run on run.id = run_task.run_id ${runJoins}`,
};
