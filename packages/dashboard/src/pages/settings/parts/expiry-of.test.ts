import { expect, test } from "vitest";
import { expiryOf } from "./expiry-of.ts";

const LATE_ON_1_MARCH = Date.parse("2026-03-01T23:59:59Z");

test.each([
  ["2026-02-22", "out-of-control", "expired 7 days ago"],
  ["2026-02-28", "out-of-control", "expired 1 day ago"],
  ["2026-03-01", "warning", "expires today"],
  ["2026-03-02", "warning", "expires tomorrow"],
  ["2026-03-15", "warning", "expires in 14 days"],
  ["2026-03-16", "neutral", "15 days left"],
  ["2027-03-01", "neutral", "365 days left"],
])("of %s on 1 March is said: %s, %s", (expiresOn, tone, words) => {
  expect(expiryOf(expiresOn, LATE_ON_1_MARCH)).toEqual({ tone, words });
});

test("the day changes as it does in UTC", () => {
  expect(expiryOf("2026-03-02", LATE_ON_1_MARCH + 1000).words).toBe("expires today");
});
