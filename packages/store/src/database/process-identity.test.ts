import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { hasEnded, identityOf, startTimeOf } from "./process-identity.ts";

test("a process is known by when it started, and to have ended", async () => {
  const before = Date.now();
  const child = spawn(process.execPath, ["-e", "process.stdin.resume()"], { stdio: ["pipe", "ignore", "ignore"] });
  await once(child, "spawn");
  const identity = identityOf(child.pid ?? 0);
  const start = startTimeOf(identity)?.getTime() ?? Number.NaN;
  // Clock ticks are 10 ms; where ps tells, whole seconds.
  expect(start).toBeGreaterThan(before - 1100);
  expect(start).toBeLessThan(Date.now() + 1100);
  expect(hasEnded(identity)).toBe(false);
  expect(hasEnded({ ...identity, startedAt: "another boot/1" })).toBe(true);
  child.stdin.end();
  await once(child, "exit");
  expect(hasEnded(identity)).toBe(true);
  expect(startTimeOf(identityOf(child.pid ?? 0))).toBeNull();
});
