import fc from "fast-check";
import { expect, test } from "vitest";
import { layOutTasks, type TaskTimes } from "./lay-out-tasks.ts";

const START = Date.UTC(2026, 2, 1);
const LEAST = 0.02;
const moment = (milliseconds: number) => new Date(START + milliseconds).toISOString();

function task(number: number, process: string, started: number | null, finished: number | null, status = "completed") {
  const startedAt = started === null ? null : moment(started);
  return {
    number,
    process,
    status,
    submittedAt: startedAt,
    startedAt,
    finishedAt: finished === null ? null : moment(finished),
  };
}

test("tasks at one time are in lanes of their own, one after another share one, and a running one reaches to now", () => {
  const tasks = [
    task(3, "CALL", 6000, null, "running"),
    task(1, "ALIGN", 0, 5000),
    task(2, "ALIGN", 1000, 4000),
    task(4, "ALIGN", 6000, 8000),
  ];
  const { from, to, rows } = layOutTasks(tasks, { now: START + 10_000, least: LEAST });
  expect([from, to]).toEqual([START, START + 10_000]);
  const places = rows.map(({ process, bars, lanes }) => ({
    process,
    lanes,
    bars: bars.map(({ task: { number }, start, end, lane }) => [number, start, end, lane]),
  }));
  expect(places).toEqual([
    {
      process: "ALIGN",
      lanes: 2,
      bars: [
        [1, 0, 0.5, 0],
        [2, 0.1, 0.4, 1],
        [4, 0.6, 0.8, 0],
      ],
    },
    { process: "CALL", lanes: 1, bars: [[3, 0.6, 1, 0]] },
  ]);
});

test("what was cached or has not started has no bar, and is there all the same", () => {
  const tasks = [task(1, "ALIGN", 0, 5000, "cached"), task(2, "ALIGN", null, null, "submitted")];
  expect(layOutTasks(tasks, { now: START, least: LEAST })).toEqual({
    from: null,
    to: null,
    rows: [{ process: "ALIGN", tasks, bars: [], lanes: 0 }],
  });
});

test("whatever the tasks are, each that began has one bar, within the drawing, and no two of a lane touch", () => {
  const anyTask = fc.record({
    process: fc.constantFrom("A", "B", "C"),
    status: fc.constantFrom("new", "submitted", "running", "completed", "cached", "failed", "aborted"),
    started: fc.option(fc.nat(1_000_000)),
    length: fc.option(fc.integer({ min: -1000, max: 100_000 })),
  });
  fc.assert(
    fc.property(fc.array(anyTask, { maxLength: 60 }), fc.nat(1_000_000), (drawn, now) => {
      const tasks: TaskTimes[] = drawn.map(({ process, status, started, length }, index) =>
        task(index + 1, process, started, started === null || length === null ? null : started + length, status),
      );
      const { rows } = layOutTasks(tasks, { now: START + now, least: LEAST });
      const begun = tasks.filter(({ startedAt, status }) => startedAt !== null && status !== "cached");
      const bars = rows.flatMap((row) => row.bars);
      expect(bars.map((bar) => bar.task.number).sort((a, b) => a - b)).toEqual(begun.map(({ number }) => number));
      expect(rows.flatMap((row) => row.tasks).length).toBe(tasks.length);
      for (const row of rows) {
        for (const bar of row.bars) {
          expect(bar.task.process).toBe(row.process);
          expect(bar.start).toBeGreaterThanOrEqual(0);
          expect(bar.end).toBeGreaterThanOrEqual(bar.start);
          expect(bar.end).toBeLessThanOrEqual(1);
          expect(bar.lane).toBeLessThan(row.lanes);
        }
        for (let lane = 0; lane < row.lanes; lane += 1) {
          const ofLane = row.bars.filter((bar) => bar.lane === lane).sort((a, b) => a.start - b.start);
          ofLane.slice(1).forEach((bar, index) => {
            const before = ofLane[index]!;
            expect(bar.start).toBeGreaterThanOrEqual(Math.max(before.end, before.start + LEAST));
          });
        }
      }
    }),
  );
});
