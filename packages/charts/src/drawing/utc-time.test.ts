import { expect, test } from "vitest";
import { formatUtcDay, parseUtc } from "./utc-time.ts";

test.each([
  ["2026-03-09", Date.UTC(2026, 2, 9)],
  ["2026-03-09T12:30:00", Date.UTC(2026, 2, 9, 12, 30)],
  ["2026-03-09T12:30:00Z", Date.UTC(2026, 2, 9, 12, 30)],
  ["2026-03-09T12:30:00+02:00", Date.UTC(2026, 2, 9, 10, 30)],
])("%s is read without regard to the machine's zone", (time, milliseconds) => {
  expect(parseUtc(time)).toBe(milliseconds);
});

test("what is no time is null", () => {
  expect(parseUtc("soon")).toBeNull();
  expect(parseUtc(null)).toBeNull();
  expect(parseUtc(undefined)).toBeNull();
});

test("days are named in UTC, those beyond the calendar are not", () => {
  expect(formatUtcDay(Date.UTC(2026, 2, 9, 23, 59))).toBe("2026-03-09");
  expect(formatUtcDay(1e20)).toBeNull();
});
