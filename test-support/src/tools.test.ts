import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { requireTool, toolAvailable } from "./tools.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-tools-"));
  writeFileSync(join(folder, "present"), "#!/bin/sh\n");
  chmodSync(join(folder, "present"), 0o755);
  writeFileSync(join(folder, "not-executable"), "");
  chmodSync(join(folder, "not-executable"), 0o644);
  vi.stubEnv("PATH", folder);
  vi.stubEnv("CI", "");
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test("a program on PATH is available and its path known", () => {
  expect(toolAvailable("present")).toBe(true);
  expect(requireTool("present")).toBe(join(folder, "present"));
});

test("a missing program skips on a developer's machine and fails with CI=true", () => {
  expect(toolAvailable("absent")).toBe(false);
  vi.stubEnv("CI", "true");
  expect(() => toolAvailable("absent")).toThrow("absent is not installed");
});

test("a file that cannot be executed is no program", () => {
  expect(toolAvailable("not-executable")).toBe(false);
});
