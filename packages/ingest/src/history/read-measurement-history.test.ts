import { QualityError } from "@touchstone/quality";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseHistoryDate } from "./history-date.ts";
import type { HistoryMap } from "./history-map.ts";
import { parseHistoryNumber, parsePercent } from "./history-number.ts";
import { readMeasurementHistory } from "./read-measurement-history.ts";

const MAP: HistoryMap = {
  columns: { run: "Run ID", time: "Date", material: "Control", value: "VAF %", depth: "Depth" },
  constants: { analyte: "EGFR L858R", instrument: "NextSeq 1" },
  values: { kind: "vaf", scale: "percent" },
  decimalSeparator: ",",
  dateFormat: "day-first",
};
const HEADER = "Run ID;Date;Control;VAF %;Depth";

function read(rows: readonly string[], map: HistoryMap = MAP): ReturnType<typeof readMeasurementHistory> {
  return readMeasurementHistory([HEADER, ...rows, ""].join("\n"), map, "history.csv");
}

function thrownBy(action: () => unknown): QualityError {
  try {
    action();
  } catch (error) {
    if (error instanceof QualityError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

test("a table with percent, decimal commas and days first gives measurements", () => {
  const { measurements, warnings } = read(["R1;31.01.2026;HD200;5,1;1200", "R2;01.02.2026 08:30;HD200;4,85 %;"]);
  const same = {
    material: "HD200",
    materialLot: null,
    analyte: "EGFR L858R",
    level: null,
    kind: "vaf",
    instrument: "NextSeq 1",
    reagentLot: null,
    pipelineVersion: null,
  };
  expect(measurements).toEqual([
    { ...same, run: "R1", time: "2026-01-31T00:00:00.000Z", value: 0.051, depth: 1200 },
    { ...same, run: "R2", time: "2026-02-01T08:30:00.000Z", value: 0.0485, depth: null },
  ]);
  expect(warnings).toEqual([]);
});

test("fractions, points and ISO dates; quantities are taken as they are", () => {
  const csv = "run,when,material,analyte,x\nR1,2026-01-31T10:00:00+02:00,M,A,0.5\n";
  const columns = { run: "run", time: "when", material: "material", analyte: "analyte", value: "x" };
  const plain = { columns, decimalSeparator: ".", dateFormat: "iso" } as const;
  const fraction = readMeasurementHistory(
    csv,
    { ...plain, values: { kind: "methylation level", scale: "fraction" } },
    "h",
  );
  expect(fraction.measurements).toMatchObject([
    { value: 0.5, time: "2026-01-31T08:00:00.000Z", kind: "methylation level" },
  ]);
  const quantity = readMeasurementHistory(
    csv.replace("0.5", "-312.25"),
    { ...plain, values: { kind: "quantity" } },
    "h",
  );
  expect(quantity.measurements).toMatchObject([{ value: -312.25, kind: "quantity" }]);
});

test("rows are put in order of time; empty values and unused columns are told of", () => {
  const csv = `${HEADER};Operator\nR2;02.03.2026;HD200;5;;x\nR1;01.02.2026;HD200;4;;y\nR3;03.03.2026;HD200;;;z\nR4;04.03.2026;HD200;NaN;;z\n`;
  const { measurements, warnings } = readMeasurementHistory(csv, MAP, "h.csv");
  expect(measurements.map(({ run }) => run)).toEqual(["R1", "R2"]);
  expect(warnings).toEqual([
    "h.csv: no value in line 4, 5; left out",
    "h.csv: rows were put in order of time",
    "h.csv: not used: Operator",
  ]);
});

test("a measurement can be refused afterwards, at the place of its row before they were put in order", () => {
  const { errorAt } = read(["R2;02.03.2026;HD200;5;", "R1;01.02.2026;HD200;4;"]);
  expect(errorAt(0, "run", "another").message).toBe("history.csv:3, column 1 (Run ID): another");
});

test("values that would all be below 1 % are told of", () => {
  expect(read(["R1;31.01.2026;HD200;0,05;"]).warnings).toEqual([
    "history.csv: no value is above 1 %; are they fractions?",
  ]);
});

test.each([
  ["a number with a point", "R1;31.01.2026;HD200;5.1;", 4, "VAF %"],
  ["a thousands separator", "R1;31.01.2026;HD200;5.100,5;", 4, "VAF %"],
  ["words", "R1;31.01.2026;HD200;low;", 4, "VAF %"],
  ["more than 100 %", "R1;31.01.2026;HD200;100,1;", 4, "VAF %"],
  ["less than 0 %", "R1;31.01.2026;HD200;-0,1;", 4, "VAF %"],
  ["an ISO date", "R1;2026-01-31;HD200;5,1;", 2, "Date"],
  ["a month first", "R1;01/31/2026;HD200;5,1;", 2, "Date"],
  ["two digits of the year", "R1;31.01.26;HD200;5,1;", 2, "Date"],
  ["a day that is none", "R1;31.06.2026;HD200;5,1;", 2, "Date"],
  ["no date", "R1;;HD200;5,1;", 2, "Date"],
  ["no run", ";31.01.2026;HD200;5,1;", 1, "Run ID"],
  ["no depth of a fraction", "R1;31.01.2026;HD200;5,1;0", 5, "Depth"],
  ["a broken depth", "R1;31.01.2026;HD200;5,1;12,5", 5, "Depth"],
  ["a negative depth", "R1;31.01.2026;HD200;5,1;-3", 5, "Depth"],
])("%s is refused with line and column", (_, row, column, field) => {
  const error = thrownBy(() => read(["R0;30.01.2026;HD200;5,1;", row]));
  expect(error.code).toBe("TS_MEASUREMENT_INVALID");
  expect(error.details).toEqual({ file: "history.csv", line: 3, column, field });
});

test("a point that is there twice and a run with two times are refused at their line", () => {
  const twice = thrownBy(() => read(["R2;02.02.2026;HD200;5;", "R1;01.02.2026;HD200;5;", "R1;01.02.2026;HD200;5;"]));
  expect(twice.details).toMatchObject({ line: 4, column: 1, field: "Run ID" });
  const times = thrownBy(() => read(["R1;01.02.2026;HD200;5;", "R1;02.02.2026;HD300;5;"]));
  expect(times.details).toMatchObject({ line: 3, column: 2, field: "Date" });
});

test.each([
  ["a column that is not there", { ...MAP, columns: { ...MAP.columns, value: "AF" } }, "no column AF; the header has"],
  ["a field without column", { ...MAP, constants: {} }, "nothing says which column is the analyte"],
  ["a field with column and constant", { ...MAP, constants: { analyte: "A", material: "M" } }, "material has both"],
])("%s is refused", (_, map: HistoryMap, message) => {
  expect(thrownBy(() => read(["R1;31.01.2026;HD200;5,1;"], map)).message).toContain(message);
});

test("scores are refused", () => {
  const map = { ...MAP, constants: { analyte: "SNP recall" } };
  expect(thrownBy(() => read(["R1;31.01.2026;HD200;5,1;"], map)).code).toBe("TS_RULE_ON_SCORE");
});

test("a table without a value holds no measurement", () => {
  expect(thrownBy(() => read(["R1;31.01.2026;HD200;;"])).message).toBe("history.csv holds no measurement");
});

describe("dates", () => {
  const DAYS = fc.date({ min: new Date("1990-01-01"), max: new Date("2089-12-31"), noInvalidDate: true });

  test("every day is read back, in any of the formats and with any of the signs", () => {
    fc.assert(
      fc.property(DAYS, fc.constantFrom(".", "/", "-"), (date, sign) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = "", month = "", day = ""] = iso.split("-");
        const expected = `${iso}T00:00:00.000Z`;
        expect(parseHistoryDate(iso, "iso")).toBe(expected);
        expect(parseHistoryDate([day, month, year].join(sign), "day-first")).toBe(expected);
        expect(parseHistoryDate([Number(month), Number(day), year].join(sign), "month-first")).toBe(expected);
      }),
    );
  });

  test.each([
    ["03/04/2025", "day-first", "2025-04-03T00:00:00.000Z"],
    ["03/04/2025", "month-first", "2025-03-04T00:00:00.000Z"],
    ["3.4.2025 7:05", "day-first", "2025-04-03T07:05:00.000Z"],
    ["3.4.2025, 07:05:09", "day-first", "2025-04-03T07:05:09.000Z"],
    ["3.4/2025", "day-first", null],
    ["13/01/2025", "month-first", null],
    ["29.02.2025", "day-first", null],
    ["03/04/2025 25:00", "day-first", null],
  ] as const)("%s, %s", (text, format, expected) => {
    expect(parseHistoryDate(text, format)).toBe(expected);
  });
});

describe("numbers", () => {
  test("a percentage is the double nearest to its hundredth", () => {
    const digits = fc.tuple(fc.nat(100), fc.stringMatching(/^\d{1,6}$/));
    fc.assert(
      fc.property(digits, ([whole, decimals]) => {
        const expected = Number(`0.${String(whole).padStart(2, "0")}${decimals}`);
        if (whole < 100) expect(parsePercent(`${whole}.${decimals}`, ".")).toBe(expected);
        expect(parsePercent(`${whole},${decimals} %`, ",")).toBe(parsePercent(`${whole}.${decimals}`, "."));
      }),
    );
    expect([parsePercent("1.1", "."), parsePercent("2.5e1", "."), parsePercent("100", ".")]).toEqual([0.011, 0.25, 1]);
  });

  test.each([
    ["1,5", ",", 1.5],
    ["1.5", ",", null],
    ["1,5", ".", null],
    ["1,000,5", ",", null],
    ["1 000", ",", null],
    ["5 %", ".", null],
    ["", ".", null],
  ] as const)("'%s' with '%s'", (text, separator, expected) => {
    expect(parseHistoryNumber(text, separator)).toBe(expected);
  });
});
