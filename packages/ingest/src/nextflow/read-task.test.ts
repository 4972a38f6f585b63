import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTask } from "./read-task.ts";
import { readBytes, readMilliseconds, readMoment, readShare } from "./trace-values.ts";

/** What Nextflow 25.04.4 prints (MemoryUnit and Duration) of a number. */
const PRINTED_BYTES: readonly (readonly [string, number])[] = [
  ["0", 0],
  ["1 B", 1],
  ["198 B", 198],
  ["1023 B", 1023],
  ["1 KB", 1024],
  ["1 KB", 1025],
  ["92.3 KB", 94473],
  ["1.9 MB", 2000266],
  ["3.1 MB", 3268608],
  ["4.3 MB", 4464640],
  ["1 GB", 1073741824],
  ["1.2 GB", 1288490188],
  ["64 GB", 68719476736],
  ["1 TB", 1099511627776],
];
const PRINTED_MILLISECONDS: readonly (readonly [string, number])[] = [
  ["0ms", 0],
  ["1ms", 1],
  ["999ms", 999],
  ["1s", 1000],
  ["1s", 1049],
  ["1.6s", 1643],
  ["60s", 59999],
  ["1m", 60000],
  ["1m 2s", 61500],
  ["3m 20s", 199999],
  ["3m 20s", 200400],
  ["1h", 3599999],
  ["1h", 3600000],
  ["1d 1h 1m 1s", 90061000],
  ["1d", 86400000],
  ["14d 6h 56m 8s", 1234567890],
];

describe("values of a trace", () => {
  test.each(PRINTED_BYTES)("%s is %i bytes, as far as it was not rounded", (text, bytes) => {
    const unit = 1024 ** Math.max(0, ["B", "KB", "MB", "GB", "TB"].indexOf(text.split(" ")[1] ?? "B"));
    expect(Math.abs((readBytes(text) ?? Number.NaN) - bytes)).toBeLessThanOrEqual(unit === 1 ? 0 : unit / 20);
    expect([readBytes(bytes), readBytes(String(bytes))]).toEqual([bytes, bytes]);
  });

  test.each(PRINTED_MILLISECONDS)("%s is %i milliseconds, as far as it was not rounded", (text, milliseconds) => {
    const rounding = milliseconds < 1000 ? 0 : milliseconds < 60_000 ? 50 : 500;
    expect(Math.abs((readMilliseconds(text) ?? Number.NaN) - milliseconds)).toBeLessThanOrEqual(rounding);
    expect([readMilliseconds(milliseconds), readMilliseconds(String(milliseconds))]).toEqual([
      milliseconds,
      milliseconds,
    ]);
  });

  test("per cent are shares, the nearest that a number can be", () => {
    expect(readShare("97.8%")).toBe(0.978);
    expect(readShare("2.9")).toBe(0.029);
    expect(readShare(387.1)).toBe(3.871);
    expect(readShare(0)).toBe(0);
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(9), (whole, tenths) => {
        expect(readShare(`${whole}.${tenths}%`)).toBe((whole * 10 + tenths) / 1000);
      }),
    );
  });

  test("moments by number, by ISO 8601, and in the local time of trace files", () => {
    const moment = "2026-11-29T13:42:46.735Z";
    expect(readMoment(Date.parse(moment))).toBe(moment);
    expect(readMoment(String(Date.parse(moment)))).toBe(moment);
    expect(readMoment(moment)).toBe(moment);
    expect(readMoment("2026-11-29T14:42:46.735123456+01:00")).toBe(moment);
    expect(readMoment("2026-11-29T13:42Z")).toBe("2026-11-29T13:42:00.000Z");
    expect(readMoment("2026-07-29 13:42:46.735")).toBe(new Date(2026, 6, 29, 13, 42, 46, 735).toISOString());
    expect(readMoment(0)).toBeNull();
    for (const none of ["yesterday", "2026-13-01T00:00:00Z", -5, 1e300, {}]) expect(readMoment(none)).toBeUndefined();
  });

  test("nothing makes a reader fail, and what it gives can be kept", () => {
    const readers = [readBytes, readMilliseconds, readShare, readMoment];
    const text = fc.stringMatching(/^[-+]?[0-9.]{0,20} ?[a-zA-Z%:]{0,3}( [0-9]{1,5}[a-z]{1,2})?$/);
    fc.assert(
      fc.property(fc.oneof(text, fc.anything()), (value) => {
        for (const reader of readers) {
          const result = reader(value);
          if (typeof result === "number") expect(result >= 0 && Number.isFinite(result)).toBe(true);
          if (typeof result === "string") expect(new Date(result).toISOString()).toBe(result);
        }
      }),
    );
  });
});

describe("a task of a trace", () => {
  const least = { task_id: 3, status: "RUNNING", process: "ALIGN" };

  test("has nothing where the trace has nothing", () => {
    const { task, problems } = readTask({ ...least, exit: 2147483647, tag: "-", submit: 0, memory: null, peak_rss: 0 });
    expect(problems).toEqual([]);
    const { number, process, status, trace, ...others } = task ?? {};
    expect({ number, process, status }).toEqual({ number: 3, process: "ALIGN", status: "running" });
    expect(trace).toEqual({ ...least, exit: 2147483647, submit: 0, peak_rss: 0 });
    expect(Object.values(others)).toEqual(new Array(14).fill(null));
  });

  test.each([
    ["QC (2)", "QC", null],
    ["ALIGN (HG002)", "ALIGN", "HG002"],
    ["LAB:CALL:ALIGN (s1 (b))", "LAB:CALL:ALIGN", "s1 (b)"],
    ["SUMMARY", "SUMMARY", null],
  ])("named %s without further columns is of process %s with tag %s", (name, process, tag) => {
    expect(readTask({ task_id: "1", status: "COMPLETED", name }).task).toMatchObject({ process, tag });
  });

  test("odd values are told and left out, and the rest is kept", () => {
    const { task, problems } = readTask({
      ...least,
      exit: "killed",
      memory: "lots",
      attempt: 0,
      duration: -1,
      "%cpu": "NaN",
      complete: "soon",
      cpus: 4,
    });
    expect(problems).toEqual([
      "attempt is not understood: 0",
      'exit is not understood: "killed"',
      'memory is not understood: "lots"',
      "duration is not understood: -1",
      '%cpu is not understood: "NaN"',
      'complete is not understood: "soon"',
    ]);
    expect(task).toMatchObject({ cpus: 4, exitCode: null, memoryBytes: null, attempt: null, finishedAt: null });
  });

  test.each([
    ["task_id", { ...least, task_id: 2 ** 31 }],
    ["task_id", { status: "NEW", process: "P" }],
    ["status", { ...least, status: "DREAMING" }],
    ["process", { task_id: 1, status: "NEW", name: "-" }],
  ])("without %s is left out", (field, fields) => {
    const { task, problems } = readTask(fields);
    expect(task).toBeNull();
    expect(problems.at(-1)).toBe(`a task without ${field} is left out`);
  });

  test("the environment, in which secrets are, is not kept", () => {
    expect(readTask({ ...least, env: "TOKEN=x", queue: "long" }).task?.trace).toEqual({ ...least, queue: "long" });
  });

  test("anything can be read", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(least), "exit", "tag", "%cpu"), fc.anything()),
        (fields) => {
          expect(readTask(fields).problems).toBeInstanceOf(Array);
        },
      ),
    );
  });
});
