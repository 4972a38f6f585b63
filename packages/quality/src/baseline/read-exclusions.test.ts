import { expect, test } from "vitest";
import { thrownBy } from "../../test/thrown.ts";
import { readExclusions } from "./read-exclusions.ts";

test("an exclusion holds for what its columns name, and for all of what they leave empty", () => {
  const text = "run,material,analyte,level,by,time,reason\nR1,,EGFR L858R,,M. Lind,2026-01-31,wrong tube\n";
  const expected = {
    run: "R1",
    analyte: "EGFR L858R",
    by: "M. Lind",
    at: "2026-01-31T00:00:00.000Z",
    reason: "wrong tube",
  };
  expect(readExclusions(text, "x.csv")).toEqual([expected]);
  const json = JSON.stringify([{ ...expected, time: expected.at }]);
  expect(readExclusions(json, "x.json")).toEqual([expected]);
});

test.each([
  ["without a reason", "R1,M. Lind,2026-01-31,", 4, "reason"],
  ["without a name", "R1,,2026-01-31,wrong tube", 2, "by"],
  ["without a date", "R1,M. Lind,yesterday,wrong tube", 3, "time"],
])("%s it is refused with line and column", (_, line, column, field) => {
  const error = thrownBy(() => readExclusions(`run,by,time,reason\n${line}\n`, "x.csv"));
  expect(error.code).toBe("TS_MEASUREMENT_INVALID");
  expect(error.details).toEqual({ file: "x.csv", line: 2, column, field });
});
