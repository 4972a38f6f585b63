import { type ReactElement, useEffect, useState } from "react";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/page.tsx";
import { bytesText, durationText } from "../../ui/quantities.ts";
import { QueryView } from "../../ui/query-view.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { ProcessName } from "./process-name.tsx";
import { type Task, useTasks } from "./run-records.ts";
import { countsText, taskTones } from "./task-states.ts";
import { TaskTimeline } from "./task-timeline.tsx";

/** Rows that are shown without a window to scroll in. */
const MOST_WHOLE = 12;
/** Milliseconds after which the bars of running tasks grow. */
const TICK = 2000;

const COLUMNS: readonly Column<Task>[] = [
  { id: "number", title: "Task", isNumber: true, width: 3.5, cell: ({ number }) => number },
  { id: "process", title: "Process", cell: ({ process }) => <ProcessName process={process} /> },
  { id: "tag", title: "Tag", cell: ({ tag }) => tag ?? "–" },
  {
    id: "status",
    title: "Status",
    width: 7.5,
    cell: ({ status }) => <StateBadge state={status} tone={taskTones[status]} />,
  },
  { id: "attempt", title: "Attempt", isNumber: true, width: 4.75, cell: ({ attempt }) => attempt },
  { id: "exit", title: "Exit", isNumber: true, width: 3.5, cell: ({ exitCode }) => exitCode ?? "–" },
  { id: "started", title: "Started (UTC)", width: 9.5, cell: ({ startedAt }) => <Moment at={startedAt} /> },
  {
    id: "realtime",
    title: "Ran for",
    isNumber: true,
    width: 6.5,
    cell: ({ realtimeMs }) => (realtimeMs === null ? "–" : durationText(realtimeMs)),
  },
  {
    id: "cpu",
    title: "CPUs",
    isNumber: true,
    width: 4,
    cell: ({ cpuShare }) => (cpuShare === null ? "–" : cpuShare.toFixed(2)),
  },
  {
    id: "memory",
    title: "Peak memory",
    isNumber: true,
    width: 7,
    cell: ({ peakMemoryBytes }) => (peakMemoryBytes === null ? "–" : bytesText(peakMemoryBytes)),
  },
];

/** A run's tasks in time and as a table, as they come. */
export function TaskPanel({ runId, isRunning }: { readonly runId: string; readonly isRunning: boolean }): ReactElement {
  const tasks = useTasks(runId);
  const now = useNow(isRunning);
  return (
    <Panel title="Tasks">
      <QueryView<readonly Task[]> query={tasks}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="muted">
              No task was reported. Nextflow reports them by itself when its <code>tower.endpoint</code> is this server.
            </p>
          ) : (
            <>
              <p role="status">{countsText(rows)}</p>
              <TaskTimeline tasks={rows} now={now} />
              <DataTable
                label="Table of tasks"
                columns={COLUMNS}
                rows={rows}
                rowId={({ id }) => id}
                minWidth={58}
                {...(rows.length > MOST_WHOLE ? { height: 30 } : {})}
              />
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}

/** The time, which goes on while something runs. */
function useNow(isRunning: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
}
