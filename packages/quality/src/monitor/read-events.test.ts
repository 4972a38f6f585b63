import { expect, test } from "vitest";
import { thrownBy } from "../../test/thrown.ts";
import { readEvents } from "./read-events.ts";

test("CSV and JSON give the same events; what is empty concerns everything", () => {
  const csv =
    "time,kind,run,analyte,by,note\n2026-02-17T15:00Z,corrective action,,EGFR L858R,M. Lind,pipette 4\n2026-02-18,Reagent_lot,R9,,,";
  const expected = [
    {
      time: "2026-02-17T15:00:00.000Z",
      kind: "corrective action",
      run: null,
      analyte: "EGFR L858R",
      material: null,
      by: "M. Lind",
      note: "pipette 4",
    },
    {
      time: "2026-02-18T00:00:00.000Z",
      kind: "reagent lot",
      run: "R9",
      analyte: null,
      material: null,
      by: null,
      note: null,
    },
  ];
  expect(readEvents(csv, "e.csv")).toEqual(expected);
  expect(readEvents(JSON.stringify(expected), "e.json")).toEqual(expected);
  expect(readEvents(`\uFEFF${JSON.stringify(expected)}`, "e.json")).toEqual(expected);
});

test.each([
  [
    "an unknown kind",
    "time,kind\n2026-02-17,repair\n",
    { line: 2, column: 2, field: "kind" },
    "'repair' is none of corrective action",
  ],
  ["no date", "time,kind\nmonday,service\n", { line: 2, column: 1, field: "time" }, "'monday' is no date or time"],
  ["no kind", "time,what\n2026-02-17,service\n", { line: 1, field: "kind" }, "no column kind"],
])("%s is refused with line and column", (_, text, place, message) => {
  const error = thrownBy(() => readEvents(text, "e.csv"));
  expect(error.code).toBe("TS_MEASUREMENT_INVALID");
  expect(error.details).toEqual({ file: "e.csv", ...place });
  expect(error.message).toContain(message);
});
