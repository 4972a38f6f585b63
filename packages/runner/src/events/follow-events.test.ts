import { appendFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { followEvents } from "./follow-events.ts";
import type { NextflowEvent } from "./nextflow-event.ts";

const EVENTS = [
  { event: "created", time: 1, run: "naïve_ångström", session: "s", nextflow: "25.04.4" },
  { event: "submitted", time: 2, task: { task_id: 1, script: "echo 'a\nb'" } },
  { event: "ended", time: 3, success: true },
];
const TEXT = EVENTS.map((event) => `${JSON.stringify(event)}\n`).join("");

test("events are read as they are written, wherever the writes are cut, and each once", async () => {
  const bytes = Buffer.from(TEXT);
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(bytes.length), { maxLength: 6 }), async (cuts) => {
      const file = join(mkdtempSync(join(tmpdir(), "touchstone-events-")), "events.jsonl");
      const read: NextflowEvent[] = [];
      const end = new AbortController();
      const following = followEvents(file, (events) => void read.push(...events), end.signal, 1);
      let start = 0;
      for (const cut of [...cuts.sort((a, b) => a - b), bytes.length]) {
        appendFileSync(file, bytes.subarray(start, cut));
        start = cut;
        await setTimeout(1);
      }
      end.abort();
      expect(await following).toBe(0);
      expect(read).toEqual(EVENTS);
    }),
    { numRuns: 30 },
  );
});

test("a last line that is cut off is not read; one that is no event is counted and passed over", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "touchstone-events-")), "events.jsonl");
  appendFileSync(file, `${TEXT}{"event":"sub\n${JSON.stringify(EVENTS[1])}\n${JSON.stringify(EVENTS[2]).slice(0, -3)}`);
  const read: NextflowEvent[] = [];
  expect(await followEvents(file, (events) => void read.push(...events), AbortSignal.abort())).toBe(1);
  expect(read).toEqual([...EVENTS, EVENTS[1]]);
});

test("a file that never comes is no error", async () => {
  expect(await followEvents("/nowhere/events.jsonl", () => {}, AbortSignal.abort())).toBe(0);
});
