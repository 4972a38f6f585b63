import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { InputFile } from "./input-file.ts";

const folder = mkdtempSync(join(tmpdir(), "input-file-"));
const path = join(folder, "digits");
writeFileSync(path, "0123456789");

afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  [0, 4, "0123"],
  [8, 4, "89"],
  [12, 4, ""],
])("reads from %d on %d bytes", (offset, length, expected) => {
  const file = InputFile.open(path);
  expect(file.readAt(offset, length).toString()).toBe(expected);
  expect(file.readTransient(offset, length).toString()).toBe(expected);
  file.close();
});

test("transient reads share their memory, others have their own", () => {
  const file = InputFile.open(path);
  const kept = file.readAt(0, 4);
  const transient = file.readTransient(0, 4);
  expect(file.readTransient(4, 3).toString()).toBe("456");
  expect(transient.toString()).toBe("4563");
  expect(file.readTransient(0, 8).toString()).toBe("01234567");
  expect(kept.toString()).toBe("0123");
  file.close();
});
