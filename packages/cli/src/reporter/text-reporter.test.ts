import { expect, test } from "vitest";
import { TextReporter } from "./text-reporter.ts";

function terminal() {
  const written: string[] = [];
  return { written, output: { isTTY: true, write: (text: string) => written.push(text) } };
}

test("progress is redrawn at most ten times a second", () => {
  const { written, output } = terminal();
  let time = 0;
  const reporter = new TextReporter(output, () => time);
  for (time = 0; time < 1000; time += 10) {
    reporter.progress({ done: time, total: 1000, phase: "comparing" });
  }
  expect(written).toHaveLength(10);
  expect(written[5]).toBe("\r\x1b[2Kcomparing 50%");
});

test("a warning removes the progress line first", () => {
  const { written, output } = terminal();
  const reporter = new TextReporter(output, () => 0);
  reporter.progress({ done: 0, total: 0, phase: "opening" });
  reporter.warning("careful");
  reporter.finish();
  expect(written).toEqual(["\r\x1b[2Kopening", "\r\x1b[2K", "touchstone: warning: careful\n"]);
});
