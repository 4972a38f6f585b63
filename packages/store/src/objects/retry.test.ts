import fc from "fast-check";
import { expect, test } from "vitest";
import { PassingFailure, pauseAfter, withRetries } from "./retry.ts";

const policy = { attempts: 5, firstPause: 100, longestPause: 1000 };

test("pauses lie between nothing and a limit that doubles up to the longest", () => {
  expect([1, 2, 3, 4, 5, 6].map((failures) => pauseAfter(failures, policy, () => 1))).toEqual([
    100, 200, 400, 800, 1000, 1000,
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
      const pause = pauseAfter(failures, policy, () => random);
      expect(pause).toBeGreaterThanOrEqual(0);
      expect(pause).toBeLessThanOrEqual(1000);
    }),
  );
});

test("what does not pass is thrown at once, what passes after the last attempt as what it stands for", async () => {
  let attempts = 0;
  const fail = (error: Error) => async (): Promise<never> => {
    attempts++;
    throw error;
  };
  const lasting = new Error("forbidden");
  const quick = { attempts: 3, firstPause: 0, longestPause: 0 };
  await expect(withRetries(fail(lasting), quick, undefined)).rejects.toBe(lasting);
  expect(attempts).toBe(1);
  await expect(withRetries(fail(new PassingFailure(lasting)), quick, undefined)).rejects.toBe(lasting);
  expect(attempts).toBe(4);
});
