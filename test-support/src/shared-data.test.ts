import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { sharedData, sharedDataAvailable } from "./shared-data.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

test("the shared data lies beside the repository", () => {
  vi.stubEnv("TOUCHSTONE_SHARED", undefined);
  expect(sharedData("a/b.vcf")).toBe(join(import.meta.dirname, "../../../shared/data/a/b.vcf"));
});

test("TOUCHSTONE_SHARED names another folder", () => {
  vi.stubEnv("TOUCHSTONE_SHARED", "/nowhere");
  expect(sharedData("a/b.vcf")).toBe("/nowhere/data/a/b.vcf");
  expect(sharedDataAvailable("a/b.vcf")).toBe(false);
});
