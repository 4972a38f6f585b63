/** What of a task decides where its bar is. */
export interface TaskTimes {
  readonly number: number;
  readonly process: string;
  readonly status: string;
  readonly submittedAt: string | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

/** A task's bar. Places are fractions of the time that the drawing spans. */
export interface TaskBar<Task> {
  readonly task: Task;
  readonly start: number;
  readonly end: number;
  /** Row within its process, from 0: bars of one row do not touch. */
  readonly lane: number;
}

/** The bars of a process. */
export interface ProcessRow<Task> {
  readonly process: string;
  readonly tasks: readonly Task[];
  readonly bars: readonly TaskBar<Task>[];
  readonly lanes: number;
}

/** Tasks in time. */
export interface TaskLayout<Task> {
  /** Epoch milliseconds; null when no task has begun here. */
  readonly from: number | null;
  readonly to: number | null;
  /** In the order in which their first tasks were made. */
  readonly rows: readonly ProcessRow<Task>[];
}

/**
 * Where the bars of a run's tasks are. A task that goes on reaches to `now`. One that was taken from the cache took place
 * in another run, and one that has not started has no bar: both are in `tasks` of their process alone.
 *
 * @param now epoch milliseconds.
 * @param least the least room of a bar as a fraction, for what stands at it.
 */
export function layOutTasks<Task extends TaskTimes>(
  tasks: readonly Task[],
  { now, least }: { readonly now: number; readonly least: number },
): TaskLayout<Task> {
  const spans = tasks.flatMap((task) => spanOf(task, now));
  const from = spans.length === 0 ? null : spans.reduce((first, { start }) => Math.min(first, start), Infinity);
  const to = from === null ? null : spans.reduce((last, { end }) => Math.max(last, end), from + 1);
  const inOrder = tasks.toSorted((one, other) => one.number - other.number);
  const processes = new Set(inOrder.map(({ process }) => process));
  return {
    from,
    to,
    rows: [...processes].map((process) => {
      const own = spans.filter(({ task }) => task.process === process);
      const bars = from === null || to === null ? [] : inLanes(own, { from, to, least });
      const lanes = bars.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
      return { process, tasks: inOrder.filter((task) => task.process === process), bars, lanes };
    }),
  };
}

interface Span<Task> {
  readonly task: Task;
  readonly start: number;
  readonly end: number;
}

function spanOf<Task extends TaskTimes>(task: Task, now: number): Span<Task>[] {
  if (task.startedAt === null || task.status === "cached") return [];
  const start = Date.parse(task.startedAt);
  // Clocks of two machines may differ: no bar ends before it begins.
  const end = Math.max(start, task.finishedAt === null ? now : Date.parse(task.finishedAt));
  return [{ task, start, end }];
}

function inLanes<Task extends TaskTimes>(
  spans: readonly Span<Task>[],
  { from, to, least }: { readonly from: number; readonly to: number; readonly least: number },
): TaskBar<Task>[] {
  const freeFrom: number[] = [];
  return spans
    .toSorted((one, other) => one.start - other.start || one.task.number - other.task.number)
    .map(({ task, start: begun, end: ended }) => {
      const start = (begun - from) / (to - from);
      const end = (ended - from) / (to - from);
      const free = freeFrom.findIndex((place) => place <= start);
      const lane = free === -1 ? freeFrom.length : free;
      freeFrom[lane] = Math.max(end, start + least);
      return { task, start, end, lane };
    });
}
