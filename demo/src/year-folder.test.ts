import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildInto, finishedYear } from "./year-folder.ts";

const mark = { seed: 3, firstDay: "2025-01-01", lastDay: "2025-12-31" };
let parent: string;
let folder: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "touchstone-year-folder-"));
  folder = join(parent, "nested", "demo");
});

afterEach(() => rmSync(parent, { recursive: true, force: true }));

test("a finished year is there with its mark", async () => {
  expect(finishedYear(folder)).toBeNull();
  await buildInto(folder, async (unfinished) => {
    writeFileSync(join(unfinished, "records"), "all");
    expect(finishedYear(folder)).toBeNull();
    return mark;
  });
  expect(finishedYear(folder)).toEqual(mark);
  expect(existsSync(join(folder, "records"))).toBe(true);
  expect(readdirSync(join(parent, "nested"))).toEqual(["demo"]);
});

test("what a killed build left behind is no year, and is not built upon", async () => {
  mkdirSync(`${folder}.unfinished`, { recursive: true });
  writeFileSync(join(`${folder}.unfinished`, "half"), "");
  expect(finishedYear(folder)).toBeNull();
  await buildInto(folder, async (unfinished) => {
    expect(readdirSync(unfinished)).toEqual([]);
    return mark;
  });
  expect(existsSync(join(folder, "half"))).toBe(false);
});

test("a build that fails leaves the year before it as it was", async () => {
  await buildInto(folder, async () => mark);
  const failing = buildInto(folder, async () => {
    throw new RangeError("interrupted");
  });
  await expect(failing).rejects.toThrow(RangeError);
  expect(finishedYear(folder)).toEqual(mark);
  expect(readdirSync(join(parent, "nested"))).toEqual(["demo"]);
});
