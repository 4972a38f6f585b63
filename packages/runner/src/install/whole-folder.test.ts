import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeWholeFolder } from "./whole-folder.ts";

const place = () => join(mkdtempSync(join(tmpdir(), "touchstone-whole-")), "cache/part");

test("a folder is made once", async () => {
  const folder = place();
  let made = 0;
  const make = async (unfinished: string) => {
    made++;
    writeFileSync(join(unfinished, "file"), "content");
  };
  expect(await makeWholeFolder(folder, make)).toBe(true);
  expect(await makeWholeFolder(folder, make)).toBe(false);
  expect(made).toBe(1);
  expect(readFileSync(join(folder, "file"), "utf8")).toBe("content");
});

test("one that cannot be made leaves nothing, and can be made again", async () => {
  const folder = place();
  const fail = async (unfinished: string) => {
    writeFileSync(join(unfinished, "half"), "");
    throw new Error("cut off");
  };
  await expect(makeWholeFolder(folder, fail)).rejects.toThrow("cut off");
  expect(readdirSync(join(folder, ".."))).toEqual([]);
  await makeWholeFolder(folder, async () => {});
  expect(existsSync(folder)).toBe(true);
});

test("of two that make it at once both have it whole", async () => {
  const folder = place();
  const make = (text: string) => async (unfinished: string) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    writeFileSync(join(unfinished, "file"), text);
  };
  await Promise.all([makeWholeFolder(folder, make("one")), makeWholeFolder(folder, make("two"))]);
  expect(["one", "two"]).toContain(readFileSync(join(folder, "file"), "utf8"));
  expect(readdirSync(join(folder, ".."))).toEqual(["part"]);
});
