import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { best, measure } from "./measure.ts";

describe.skipIf(!existsSync("/usr/bin/time"))("measure (needs GNU time)", () => {
  test("counts the processor time of children, and memory", () => {
    const script = "let sum = 0; for (let i = 0; i < 3e7; i++) sum ^= i; new Uint8Array(2e8).fill(sum)";
    const measurement = measure("sh", ["-c", '"$1" -e "$2"; true', "sh", process.execPath, script]);
    expect(measurement.cpuSeconds).toBeGreaterThan(0);
    expect(measurement.wallSeconds).toBeGreaterThan(0);
    expect(measurement.peakMegabytes).toBeGreaterThan(200);
  });

  test("a command that fails is no measurement", () => {
    expect(() => measure("sh", ["-c", "echo broken >&2; exit 3"])).toThrow(/ended with 3:\s*broken/);
  });
});

test("the best of some runs is the fastest, with the largest memory", () => {
  const runs = [
    { wallSeconds: 2, cpuSeconds: 1, peakMegabytes: 5 },
    { wallSeconds: 1, cpuSeconds: 3, peakMegabytes: 7 },
  ];
  expect(best(runs)).toEqual({ wallSeconds: 1, cpuSeconds: 1, peakMegabytes: 7 });
});
