import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { interruptionExitCode, onInterruption } from "./signals.ts";

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("%s aborts and exits with %i", (signal, exitCode) => {
  const source = new EventEmitter();
  const controller = new AbortController();
  const interruption = onInterruption(source, controller);
  expect(interruption.signal).toBeNull();
  source.emit(signal);
  expect(controller.signal.aborted).toBe(true);
  expect(interruption.signal).toBe(signal);
  expect(interruptionExitCode(signal)).toBe(exitCode);
});

test("the first of several signals decides the exit code", () => {
  const source = new EventEmitter();
  const interruption = onInterruption(source, new AbortController());
  source.emit("SIGTERM");
  source.emit("SIGINT");
  expect(interruption.signal).toBe("SIGTERM");
});
