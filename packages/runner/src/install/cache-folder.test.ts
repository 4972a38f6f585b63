import { homedir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pipelineCache } from "./cache-folder.ts";

test("the cache is where the environment says, the nearer name first", () => {
  expect(pipelineCache({ TOUCHSTONE_CACHE: "/cache", XDG_CACHE_HOME: "/xdg" })).toBe("/cache/pipeline");
  expect(pipelineCache({ TOUCHSTONE_CACHE: "", XDG_CACHE_HOME: "/xdg" })).toBe("/xdg/touchstone/pipeline");
  expect(pipelineCache({})).toBe(join(homedir(), ".cache/touchstone/pipeline"));
});
