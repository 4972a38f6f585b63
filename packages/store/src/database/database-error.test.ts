import { expect, test } from "vitest";
import { describeDatabaseError, isUnavailable } from "./database-error.ts";

function failure(code: string): Error {
  return Object.assign(new Error("it failed"), { code });
}

test.each(["08006", "25P03", "53300", "57014", "57P01", "57P03", "58030", "ECONNREFUSED", "ECONNRESET", "EPIPE"])(
  "%s means that the database cannot be used now",
  (code) => {
    expect(isUnavailable(failure(code))).toBe(true);
    expect(describeDatabaseError(failure(code))).toMatchObject({ code: "TS_DATABASE_UNAVAILABLE" });
  },
);

test.each(["53100", "ENOSPC", "EDQUOT"])("%s means that the database has no space left", (code) => {
  expect(describeDatabaseError(failure(code))).toMatchObject({ code: "TS_DATABASE_FULL" });
});

test.each(["40001", "40P01"])("%s, after every attempt, means to try later", (code) => {
  expect(describeDatabaseError(failure(code))).toMatchObject({ code: "TS_DATABASE_UNAVAILABLE" });
});

test.each(["23505", "22P02", "42P01", "25001", "EISDIR", ""])("%s is an error of its own", (code) => {
  const error = failure(code);
  expect(isUnavailable(error)).toBe(false);
  expect(describeDatabaseError(error)).toBe(error);
});
