import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeStates, sameState, stateOf, type TaskState } from "./merge-reports.ts";
import { type TaskReport, taskStatuses } from "./schema.ts";

/** What a task turns out to have been; each of its reports says some of it. */
const truth = {
  process: "ALIGN",
  tag: "s1",
  hash: "ab/123456",
  attempt: 2,
  exitCode: 137,
  container: "bwa:0.7",
  cpus: 4,
  memoryBytes: 8_589_934_592,
  peakMemoryBytes: 1_000_000,
  durationMs: 5000,
  realtimeMs: 4000,
  cpuShare: 3.5,
  submittedAt: "2026-03-01T09:00:00.000Z",
  startedAt: "2026-03-01T09:00:01.000Z",
  finishedAt: "2026-03-01T09:00:05.000Z",
};

const reports = fc.array(
  fc
    .tuple(fc.constantFrom(...taskStatuses), fc.record(mapValues(truth, fc.constant), { requiredKeys: ["process"] }))
    .map(([status, said]): TaskReport => ({ number: 7, status, ...said })),
  { minLength: 1, maxLength: 8 },
);

function mapValues<T extends object>(object: T, map: (value: unknown) => fc.Arbitrary<unknown>) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)])) as {
    [K in keyof T]: fc.Arbitrary<T[K]>;
  };
}

function merged(said: readonly TaskReport[]): TaskState {
  return said.map(stateOf).reduce(mergeStates);
}

test("the order in which reports come, and how often, makes no difference", () => {
  fc.assert(
    fc.property(reports, fc.infiniteStream(fc.nat()), (said, seeds) => {
      const keyed = said.flatMap((one) => [one, one]).map((one) => ({ one, key: seeds.next().value as number }));
      const shuffled = keyed.toSorted((first, second) => first.key - second.key).map(({ one }) => one);
      expect(merged(shuffled)).toEqual(merged(said));
    }),
  );
});

test("what any report says is known, and nothing else", () => {
  fc.assert(
    fc.property(reports, (said) => {
      const state = merged(said);
      for (const key of Object.keys(truth) as (keyof typeof truth)[]) {
        const isSaid = said.some((one) => one[key] !== undefined);
        const value = key.endsWith("At") && isSaid ? Date.parse(String(truth[key])) : truth[key];
        expect(state[key]).toBe(isSaid ? value : null);
      }
    }),
  );
});

test.each([
  ["running", "submitted", "running"],
  ["submitted", "running", "running"],
  ["running", "completed", "completed"],
  ["completed", "running", "completed"],
  ["cached", "new", "cached"],
  ["failed", "running", "failed"],
  // Touchstone had given it up.
  ["aborted", "completed", "completed"],
  ["aborted", "running", "aborted"],
  // They contradict each other: the worse stands.
  ["completed", "failed", "failed"],
  ["failed", "completed", "failed"],
] as const)("%s and then %s is %s", (first, second, outcome) => {
  const state = merged([
    { number: 1, process: "P", status: first },
    { number: 1, process: "P", status: second },
  ]);
  expect(state.status).toBe(outcome);
});

test("a report of the later state goes before one of the earlier", () => {
  const early = stateOf({
    number: 1,
    process: "P",
    status: "running",
    cpuShare: 0.5,
    startedAt: "2026-03-01T09:00:00Z",
  });
  const late = stateOf({ number: 1, process: "P", status: "completed", cpuShare: 1.5, exitCode: 0 });
  const both = { ...late, startedAt: early.startedAt };
  expect(mergeStates(early, late)).toEqual(both);
  expect(mergeStates(late, early)).toEqual(both);
  expect(sameState(both, mergeStates(both, early))).toBe(true);
  expect(sameState(both, early)).toBe(false);
});
