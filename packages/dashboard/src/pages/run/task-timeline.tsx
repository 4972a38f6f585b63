import type { ReactElement } from "react";
import { durationText } from "../../ui/quantities.ts";
import { toneSymbols } from "../../ui/state-badge.tsx";
import { layOutTasks, type ProcessRow, type TaskBar } from "./lay-out-tasks.ts";
import { partsOfProcess } from "./process-name.tsx";
import type { Task } from "./run-records.ts";
import { countsText, taskTones } from "./task-states.ts";
import { timeTicks } from "./time-ticks.ts";
import "./task-timeline.css";

/** Room of a bar's symbol, as a fraction of the narrowest drawing. */
const LEAST = 0.03;
const LANE = 20;
const BAR = 16;

/** A run's tasks in time, a row a process; each bar has the symbol of its task's state. */
export function TaskTimeline({ tasks, now }: { readonly tasks: readonly Task[]; readonly now: number }): ReactElement {
  const { from, to, rows } = layOutTasks(tasks, { now, least: LEAST });
  if (from === null || to === null) return <p className="muted">No task has started in this run.</p>;
  const ticks = timeTicks(to - from);
  const summary = `${tasks.length} tasks of ${rows.length} processes over ${durationText(to - from)}: ${countsText(tasks)}. The table below has each.`;
  return (
    <figure className="task-timeline">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a small screen it scrolls, which has to work by keyboard. */}
      <section className="task-timeline-window" tabIndex={0} aria-label="Tasks in time">
        <div className="task-timeline-rows" role="img" aria-label={summary}>
          {rows.map((row) => (
            <Process key={row.process} row={row} ticks={ticks} />
          ))}
          <span />
          <svg className="task-axis" width="100%" height="18" aria-hidden="true">
            {ticks.map(({ place, label }) => (
              <text key={label} x={percent(place)} y="13" textAnchor={place > 0.97 ? "end" : "start"}>
                {label}
              </text>
            ))}
          </svg>
        </div>
      </section>
      <figcaption>
        Time since the first task began ({new Date(from).toISOString().slice(0, 19).replace("T", " ")} UTC). ✓
        completed, ✕ failed, ▲ aborted, • running.
      </figcaption>
    </figure>
  );
}

function Process({
  row,
  ticks,
}: {
  readonly row: ProcessRow<Task>;
  readonly ticks: ReturnType<typeof timeTicks>;
}): ReactElement {
  const height = Math.max(1, row.lanes) * LANE;
  const { name, scope } = partsOfProcess(row.process);
  return (
    <>
      <div className="task-process">
        <strong title={row.process}>{name}</strong>
        <small title={scope ?? undefined}>
          {countsText(row.tasks)}
          {scope === null ? null : ` · ${scope}`}
        </small>
      </div>
      <svg className="task-lanes" width="100%" height={height} aria-hidden="true">
        {ticks.map(({ place, label }) => (
          <line key={label} className="task-tick" x1={percent(place)} x2={percent(place)} y1="0" y2={height} />
        ))}
        {row.bars.map((bar) => (
          <Bar key={bar.task.id} bar={bar} />
        ))}
      </svg>
    </>
  );
}

function Bar({ bar: { task, start, end, lane } }: { readonly bar: TaskBar<Task> }): ReactElement {
  const tone = taskTones[task.status];
  const y = lane * LANE + (LANE - BAR) / 2;
  return (
    <g className="task-bar" data-tone={tone}>
      <title>{`${task.process} ${task.tag ?? ""} (task ${task.number}): ${task.status}`}</title>
      <rect x={percent(start)} y={y} width={percent(Math.max(end - start, 0.002))} height={BAR} rx="3" />
      <text x={percent(start)} dx="4" y={y + 12}>
        {toneSymbols[tone]}
      </text>
    </g>
  );
}

function percent(fraction: number): string {
  return `${(100 * fraction).toFixed(3)}%`;
}
