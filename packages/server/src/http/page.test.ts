import { expect, test } from "vitest";
import { type KeysetKind, readCursor, toPage } from "./page.ts";

const ID = "01900000-0000-7000-8000-000000000000";
const cursorOf = (keyset: unknown) => Buffer.from(JSON.stringify(keyset)).toString("base64url");

test.each<[KeysetKind, (string | number)[], unknown[]]>([
  ["id", [ID, ID.toUpperCase()], ["x", "", 1, `${ID}0`]],
  ["integer", [0, -1, 2 ** 31 - 1], [2 ** 31, 0.5, "1", 1e300]],
  ["moment", ["2026-01-31T08:00:00.000Z"], ["2026-02-30T08:00:00.000Z", "2026-01-31", "infinity", "", 0]],
  ["number or none", [0.25, -1, "none"], ["0.25", "", "all"]],
  ["sequence", [0, 2 ** 53 - 1], [2 ** 53, 0.5, "1"]],
  ["text", ["", "a b", "é"], ["\0", "\ud800", 1]],
])("a cursor may have %s where the list has it", (kind, values, others) => {
  for (const value of values) expect(readCursor(cursorOf([value, 7]), [kind, "integer"])).toEqual([value, 7]);
  for (const other of [...others, null, true, [], {}]) {
    const read = () => readCursor(cursorOf([other, 7]), [kind, "integer"]);
    expect(read, JSON.stringify(other)).toThrow("is no cursor of this list");
  }
});

test("no cursor is the start of the list, and what is none is refused", () => {
  expect(readCursor(undefined, ["text"])).toBeNull();
  for (const cursor of ["", "x", "%", cursorOf({}), cursorOf("x"), cursorOf([]), cursorOf(["x", "y"])]) {
    expect(() => readCursor(cursor, ["text"]), cursor).toThrow("is no cursor of this list");
  }
});

test("a page has the cursor of the next one, which is read back", () => {
  const page = toPage([1, 2, 3], 2, (row) => [`name ${row}`, row], String);
  expect(page.items).toEqual(["1", "2"]);
  expect(readCursor(page.next ?? "", ["text", "integer"])).toEqual(["name 2", 2]);
});
