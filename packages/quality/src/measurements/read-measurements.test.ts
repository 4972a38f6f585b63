import { expect, test } from "vitest";
import { thrownBy } from "../../test/thrown.ts";
import { readMeasurements } from "./read-measurements.ts";

const HEADER = "run,time,material,analyte,level,value,depth";

function read(...lines: string[]) {
  return readMeasurements([HEADER, ...lines].join("\n"), { file: "m.csv" });
}

test("CSV and JSON give the same measurements", () => {
  const csv = [
    "Run,Time,Material,Material lot,Analyte,Level,Value,Depth,instrument,reagent_lot,pipeline_version",
    "R1,2026-01-31T08:00:00Z,HD200,L1,EGFR L858R,low,0.05,1200,NVQ-1,RL-A,2.3.0",
    "R2,2026-02-01,HD200,L1,EGFR L858R,low,0,,,,",
  ].join("\n");
  const first = {
    run: "R1",
    time: "2026-01-31T08:00:00Z",
    material: "HD200",
    materialLot: "L1",
    analyte: "EGFR L858R",
    level: "low",
    value: 0.05,
    depth: 1200,
    instrument: "NVQ-1",
    reagentLot: "RL-A",
    pipelineVersion: "2.3.0",
  };
  const second = { run: "R2", time: "2026-02-01", material: "HD200", material_lot: "L1", analyte: "EGFR L858R" };
  const json = JSON.stringify([first, { ...second, level: "low", value: 0, depth: null }]);
  const { measurements } = readMeasurements(csv, { file: "m.csv" });
  expect(measurements[0]).toEqual({ ...first, time: "2026-01-31T08:00:00.000Z", kind: "vaf" });
  expect(measurements[1]).toMatchObject({ time: "2026-02-01T00:00:00.000Z", value: 0, depth: null, instrument: null });
  expect(readMeasurements(json, { file: "m.json" }).measurements).toEqual(measurements);
  expect(readMeasurements(`{"measurements":${json}}`, { file: "m.json" }).measurements).toEqual(measurements);
});

test("columns that mean nothing here are named, so that a misspelt one is noticed", () => {
  const text = "run,time,material,analyte,value,dept\nR1,2026-01-31,M,A,0.5,100";
  expect(readMeasurements(text, { file: "m.csv" }).unusedColumns).toEqual(["dept"]);
});

test.each([
  ["text where a number belongs", "R1,2026-01-31,M,A,,high,100", 6, "value", "'high' is no finite number"],
  ["NaN", "R1,2026-01-31,M,A,,NaN,100", 6, "value", "'NaN' is no finite number"],
  ["infinity", "R1,2026-01-31,M,A,,Infinity,100", 6, "value", "'Infinity' is no finite number"],
  ["no value", "R1,2026-01-31,M,A,,,100", 6, "value", "the value is missing"],
  ["a VAF above 1", "R1,2026-01-31,M,A,,1.2,100", 6, "value", "1.2 is no vaf, which lies in 0 to 1"],
  ["a VAF below 0", "R1,2026-01-31,M,A,,-0.1,100", 6, "value", "-0.1 is no vaf"],
  ["a negative depth", "R1,2026-01-31,M,A,,0.5,-1", 7, "depth", "depth -1 is below 0"],
  ["a VAF of no reads", "R1,2026-01-31,M,A,,0.5,0", 7, "depth", "no vaf can be measured on 0 reads"],
  ["no date", "R1,31.01.2026,M,A,,0.5,100", 2, "time", "'31.01.2026' is no date"],
  ["no material", "R1,2026-01-31,,A,,0.5,100", 3, "material", "the material is missing"],
  ["no run", ",2026-01-31,M,A,,0.5,100", 1, "run", "the run is missing"],
])("%s is refused with file, line and column", (_, line, column, field, message) => {
  const error = thrownBy(() => read("R0,2026-01-30,M,A,,0.5,100", line));
  expect(error.code).toBe("TS_MEASUREMENT_INVALID");
  expect(error.details).toEqual({ file: "m.csv", line: 3, column, field });
  expect(error.message).toContain(`m.csv:3, column ${column} (${field}): ${message}`);
});

test.each([
  ["dates out of order", ["R1,2026-01-31,M,A,,0.5,", "R2,2026-01-30,M,A,,0.5,"], 2, "is before 2026-01-31"],
  ["a point that is there twice", ["R1,2026-01-31,M,A,,0.5,", "R1,2026-01-31,M,A,,0.6,"], 1, "a second time"],
  ["a run with two times", ["R1,2026-01-31,M,A,,0.5,", "R1,2026-02-01,N,A,,0.5,"], 2, "a run has one time"],
])("%s: refused at the later line", (_, lines, column, message) => {
  const error = thrownBy(() => read(...lines));
  expect(error.details).toMatchObject({ file: "m.csv", line: 3, column });
  expect(error.message).toContain(message);
});

test("a file may be sorted by material, and two lots may be measured in one run", () => {
  const bySeries = [
    "R1,2026-01-30,M,A,,0.5,",
    "R2,2026-01-31,M,A,,0.5,",
    "R1,2026-01-30,N,A,,0.5,",
    "R2,2026-01-31,N,A,,0.5,",
  ];
  expect(read(...bySeries).measurements).toHaveLength(4);
  const lots = "run,time,material,material_lot,analyte,value\nR1,2026-01-30,M,L1,A,0.5\nR1,2026-01-30,M,L2,A,0.5";
  expect(readMeasurements(lots, { file: "m.csv" }).measurements).toHaveLength(2);
});

test("the kind comes from the row, then from the caller, then is vaf", () => {
  const text =
    "run,time,material,analyte,value,kind\nR1,2026-01-30,M,A,200,quantity\nR1,2026-01-30,M,B,0.5,methylation_level";
  const kinds = readMeasurements(text, { file: "m.csv" }).measurements.map(({ kind }) => kind);
  expect(kinds).toEqual(["quantity", "methylation level"]);
  const untold = "run,time,material,analyte,value\nR1,2026-01-30,M,A,200";
  expect(readMeasurements(untold, { file: "m.csv", kindOf: () => "quantity" }).measurements[0].kind).toBe("quantity");
});

test.each(["F1", "SNV recall", "indel_precision", "F1-score"])("an analyte %s is refused: it is a score", (analyte) => {
  const error = thrownBy(() => read(`R1,2026-01-30,M,${analyte},,0.99,`));
  expect(error.code).toBe("TS_RULE_ON_SCORE");
  expect(error.details).toEqual({ file: "m.csv", line: 2, column: 4, field: "analyte" });
  expect(error.message).toContain("mean and SD of earlier runs make no control limits for it");
});

test("a kind score is refused whatever the analyte's name, an unknown kind as such", () => {
  const row = (kind: string) => `run,time,material,analyte,value,kind\nR1,2026-01-30,M,SNVs,0.99,${kind}`;
  expect(thrownBy(() => readMeasurements(row("score"), { file: "m.csv" })).code).toBe("TS_RULE_ON_SCORE");
  expect(thrownBy(() => readMeasurements(row("colour"), { file: "m.csv" })).message).toContain(
    "'colour' is none of vaf",
  );
});

test.each(["recalled", "EGFR F1234L", "CDKN2A"])("%s is an analyte like any other", (analyte) => {
  expect(read(`R1,2026-01-30,M,${analyte},,0.5,`).measurements).toHaveLength(1);
});

const ROW = { run: "R1", time: "2026-01-30", material: "M", analyte: "A", value: 0.5 };

function json(...rows: object[]): string {
  return JSON.stringify(rows, null, 2);
}

test.each([
  ["a text for a number", json(ROW, { ...ROW, run: "R2", value: "0.5" }), 14, 14, "value", '"0.5" is no finite number'],
  ["a number that overflows", json(ROW).replace("0.5", "1e999"), 7, 14, "value", "Infinity is no finite number"],
  ["a VAF above 1", json({ ...ROW, value: 1.5 }), 7, 14, "value", "1.5 is no vaf"],
  ["a run that is a list", json({ ...ROW, run: [] }), 3, 5, "run", "this is no text"],
  ["NaN, which other programs write", json(ROW).replace("0.5", "NaN"), 7, 14, "value", '"NaN" is no finite number'],
])("JSON with %s is refused with line and column", (_, text, line, column, field, message) => {
  const error = thrownBy(() => readMeasurements(text, { file: "m.json" }));
  expect(error.code).toBe("TS_MEASUREMENT_INVALID");
  expect(error.details).toMatchObject({ file: "m.json", line, field });
  expect(error.message).toContain(message);
  if (field === "value") expect(error.details.column).toBe(column);
});

test.each([
  ["a comma too many", `[${JSON.stringify(ROW)},\n]`, 2],
  ["an end too early", `[\n${JSON.stringify(ROW)}`, 2],
])("JSON with %s is no JSON, and the line is named", (_, text, line) => {
  const error = thrownBy(() => readMeasurements(text, { file: "m.json" }));
  expect(error.message).toContain("this is no JSON");
  expect(error.details.line).toBe(line);
});

test("run and time may be said of a whole table that names none, in either format", () => {
  const common = { file: "m", run: "R9", time: "2026-03-01T08:00:00.000Z" };
  const csv = readMeasurements("material,analyte,value\nM,A,0.5\nN,A,0.4", common).measurements;
  expect(csv.map(({ run, time, material }) => [run, time, material])).toEqual([
    ["R9", common.time, "M"],
    ["R9", common.time, "N"],
  ]);
  const rows = [{ material: "M", analyte: "A", value: 0.5 }];
  expect(readMeasurements(json(...rows), common).measurements).toEqual(csv.slice(0, 1));
  // What the rows say is not overruled, and a row that leaves it out is wrong.
  expect(readMeasurements(json(ROW), common).measurements).toMatchObject([
    { run: "R1", time: "2026-01-30T00:00:00.000Z" },
  ]);
  const gap = thrownBy(() => readMeasurements("run,material,analyte,value\nR1,M,A,0.5\n,N,A,0.4", common));
  expect(gap.details).toEqual({ file: "m", line: 3, column: 1, field: "run" });
});

test("a measurement can be refused afterwards, at its place", () => {
  const { errorAt } = read("R0,2026-01-30,M,A,,0.5,100", "R1,2026-01-31,M,A,,0.5,10.5");
  expect(errorAt(1, "depth", "no whole number").message).toBe("m.csv:3, column 7 (depth): no whole number");
});

test.each(['{"rows": []}', "[1]"])("%s is no list of measurements", (text) => {
  expect(thrownBy(() => readMeasurements(text, { file: "m.json" })).code).toBe("TS_MEASUREMENT_INVALID");
});

test.each([HEADER, `${HEADER}\n`, "[]", '{"measurements": []}'])("a table without a row is refused: %j", (text) => {
  const error = thrownBy(() => readMeasurements(text, { file: "m" }));
  expect(error).toMatchObject({ code: "TS_MEASUREMENT_INVALID", details: { file: "m" } });
  expect(error.message).toBe("m holds no measurement");
});

test("a missing field of JSON is reported at its object", () => {
  const { value: _, ...rest } = ROW;
  const error = thrownBy(() => readMeasurements(json(ROW, { ...rest, run: "R2" }), { file: "m.json" }));
  expect(error.details).toMatchObject({ line: 9, column: 3, field: "value" });
});
