import { appendFileSync, mkdtempSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TraceUpdate, tailTrace } from "./tail-trace.ts";
import { readTrace } from "./trace-reader.ts";

const HEADER = "task_id\thash\tnative_id\tname\tstatus\texit\tsubmit\tduration\trealtime\t%cpu\tpeak_rss";
const lineOf = (number: number, status = "COMPLETED") =>
  `${number}\t44/777768\t20698\tALIGN (ä ${number})\t${status}\t0\t2026-11-29 13:44:06.253\t2.7s\t1.5s\t2.3%\t3.1 MB`;

describe("a trace file", () => {
  let folder: string;
  let file: string;
  let updates: TraceUpdate[];
  let ending: AbortController;
  let tail: Promise<void>;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "touchstone-trace-"));
    file = join(folder, "trace.txt");
    updates = [];
    ending = new AbortController();
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function follow(): void {
    const onTasks = (update: TraceUpdate) => void updates.push(update);
    tail = tailTrace(file, onTasks, ending.signal, { interval: 5 });
    tail.catch(() => {}); // looked at by the test
  }

  function end(): Promise<void> {
    ending.abort();
    return tail;
  }

  const numbers = () => updates.flatMap(({ tasks }) => tasks.map(({ number }) => number));
  const seen = (count: number) => expect.poll(() => numbers().length, { timeout: 20_000 }).toBe(count);

  test("is read when it comes, line by line as it grows", async () => {
    follow();
    writeFileSync(file, HEADER.slice(0, 20));
    appendFileSync(file, `${HEADER.slice(20)}\n${lineOf(1)}\n`);
    await seen(1);
    const bytes = Buffer.from(`${lineOf(2)}\n`);
    const middle = bytes.indexOf("ä") + 1; // within a letter
    appendFileSync(file, bytes.subarray(0, middle));
    appendFileSync(file, bytes.subarray(middle));
    await seen(2);
    expect(updates.at(-1)?.tasks[0]).toMatchObject({
      number: 2,
      process: "ALIGN",
      tag: "ä 2",
      status: "completed",
      realtimeMs: 1500,
      cpuShare: 0.023,
      peakMemoryBytes: Math.round(3.1 * 1024 ** 2),
    });
    appendFileSync(file, `${lineOf(3)}\n${lineOf(4)}`);
    await end();
    expect(numbers()).toEqual([1, 2, 3]);
    expect(updates.every(({ restarted, problems }) => !restarted && problems.length === 0)).toBe(true);
  });

  test("that is there is read to its end, although nobody waits", async () => {
    writeFileSync(file, `${HEADER}\r\n${lineOf(1)}\r\n${lineOf(2)}\r\n`);
    ending.abort();
    follow();
    await tail;
    expect(numbers()).toEqual([1, 2]);
  });

  test("that is replaced is read to its end, and the new one from its start", async () => {
    writeFileSync(file, `${HEADER}\n${lineOf(1)}\n`);
    follow();
    await seen(1);
    renameSync(file, `${file}.1`);
    appendFileSync(`${file}.1`, `${lineOf(2)}\n`);
    writeFileSync(`${file}.new`, `${HEADER}\n${lineOf(11)}\n${lineOf(12)}\n${lineOf(13)}\n`);
    renameSync(`${file}.new`, file);
    await seen(5);
    await end();
    expect(numbers()).toEqual([1, 2, 11, 12, 13]);
    expect(updates.map(({ restarted }) => restarted)).toContain(true);
    expect(updates[0].restarted).toBe(false);
  });

  test("that is older than what is followed is waited for until another one takes its place", async () => {
    writeFileSync(file, `${HEADER}\n${lineOf(1)}\n`);
    const now = Date.now() / 1000;
    utimesSync(file, now, now - 60);
    const onTasks = (update: TraceUpdate) => void updates.push(update);
    const notBefore = new Date((now - 30) * 1000);
    tail = tailTrace(file, onTasks, ending.signal, { interval: 5, notBefore });
    await setTimeout(50);
    expect(updates).toEqual([]);
    rmSync(file);
    writeFileSync(file, `${HEADER}\n${lineOf(2)}\n`);
    await seen(1);
    await end();
    expect(updates).toMatchObject([{ tasks: [{ number: 2 }], restarted: false }]);
  });

  test.each([
    ["shorter", [lineOf(11)]],
    ["longer", [lineOf(11), lineOf(12), lineOf(13), lineOf(14)]],
  ])("that is emptied and becomes %s is read from its start", async (_, lines) => {
    writeFileSync(file, `${HEADER}\n${lineOf(1)}\n${lineOf(2)}\n`);
    follow();
    await seen(2);
    truncateSync(file);
    appendFileSync(file, `${HEADER}\n${lines.map((line) => `${line}\n`).join("")}`);
    await seen(2 + lines.length);
    await end();
    expect(numbers().slice(2)).toEqual([11, 12, 13, 14].slice(0, lines.length));
    expect(updates.find(({ tasks }) => tasks.some(({ number }) => number === 11))?.restarted).toBe(true);
  });

  test("that is emptied and written anew between two looks is read from its start, also when it is the last look", async () => {
    writeFileSync(file, `${HEADER}\n${lineOf(1)}\n${lineOf(2)}\n`);
    tail = tailTrace(
      file,
      (update) => {
        updates.push(update);
        if (updates.length > 1) return;
        truncateSync(file);
        appendFileSync(file, `${HEADER}\n${[11, 12, 13, 14].map((number) => `${lineOf(number)}\n`).join("")}`);
        ending.abort();
      },
      ending.signal,
      { interval: 5 },
    );
    await tail;
    expect(numbers()).toEqual([1, 2, 11, 12, 13, 14]);
    expect(updates.map(({ restarted, problems }) => [restarted, problems])).toEqual([
      [false, []],
      [true, []],
    ]);
  });

  test("lines that cannot be used are told", async () => {
    writeFileSync(file, `${HEADER}\n${lineOf(1)}\tmore\n${lineOf(2, "DREAMING")}\n${lineOf(3)}\n`);
    ending.abort();
    follow();
    await tail;
    expect(numbers()).toEqual([3]);
    expect(updates[0].problems).toEqual([
      `${file}:2: has 12 cells where the header has 11; it is left out`,
      `${file}:3: status is not understood: "DREAMING"`,
      `${file}:3: a task without status is left out`,
    ]);
  });

  test("that is none is refused, and what the receiver throws is thrown", async () => {
    writeFileSync(file, "CHROM\tPOS\n");
    follow();
    await expect(tail).rejects.toMatchObject({ code: "TS_RESULT_UNRECOGNISED", details: { line: 1 } });
    writeFileSync(file, `${HEADER}\n${lineOf(1)}\n`);
    const failing = tailTrace(file, () => Promise.reject(new Error("lost")), ending.signal, { interval: 5 });
    await expect(failing).rejects.toThrow("lost");
    await expect(tailTrace(folder, () => {}, ending.signal)).rejects.toMatchObject({ code: "TS_RESULT_INVALID" });
  });

  test("at once: all whole lines, and that the last one is cut off", () => {
    const { tasks, problems } = readTrace("trace.txt", `${HEADER}\n${lineOf(1)}\n${lineOf(2).slice(0, 30)}`);
    expect(tasks.map(({ number }) => number)).toEqual([1]);
    expect(problems).toEqual(["trace.txt:3: is cut off; it is left out"]);
    expect(() => readTrace("trace.txt", "task_id")).toThrow("needs the columns");
    expect(readTrace("trace.txt", `${HEADER}\n`)).toEqual({ tasks: [], problems: [], leftOut: [] });
  });

  test("lines that were left out are told apart from values that were", () => {
    const odd = lineOf(2).replace("2.3%", "much");
    const { tasks, problems, leftOut } = readTrace(
      "t",
      `${HEADER}\n${lineOf(1)}\tmore\n${odd}\n${lineOf(3, "DREAMING")}\n`,
    );
    expect(tasks.map(({ number, cpuShare }) => [number, cpuShare])).toEqual([[2, null]]);
    expect(problems).toHaveLength(4);
    expect(leftOut).toEqual([
      "t:2: has 12 cells where the header has 11; it is left out",
      't:4: status is not understood: "DREAMING"; t:4: a task without status is left out',
    ]);
  });
});
