import { expect, test } from "vitest";
import { readHistoryMap } from "./read-history-map.ts";

const MAP = `columns:
  run: Batch
  time: Date
  analyte: Variant
  value: "AF (%)"
constants:
  material: HD200
values: { kind: vaf, scale: percent }
decimalSeparator: ","
dateFormat: day-first
`;

test("a map in YAML says what each column is", () => {
  expect(readHistoryMap(MAP, "map.yaml")).toEqual({
    columns: { run: "Batch", time: "Date", analyte: "Variant", value: "AF (%)" },
    constants: { material: "HD200" },
    values: { kind: "vaf", scale: "percent" },
    decimalSeparator: ",",
    dateFormat: "day-first",
  });
});

test.each([
  ["a field that measurements do not have", "  run: Batch", "  batch: Batch", "map.yaml:2, column 3 (columns.batch)"],
  ["fractions without a scale", "kind: vaf, scale: percent", "kind: vaf", "map.yaml:8"],
  ["a format of dates that is none", "day-first", "german", "map.yaml:10, column 1 (dateFormat)"],
  ["a separator that is none", '","', '";"', "map.yaml:9, column 1 (decimalSeparator)"],
])("%s is refused with its place", (_, from, to, place) => {
  expect(() => readHistoryMap(MAP.replace(from, to), "map.yaml")).toThrow(place);
});
