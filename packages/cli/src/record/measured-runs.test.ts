import { type Measurement, QualityError } from "@touchstone/quality";
import fc from "fast-check";
import { expect, test } from "vitest";
import { measuredRuns, type ReadTable } from "./measured-runs.ts";

const MEASUREMENT: Measurement = {
  run: "R1",
  time: "2026-01-31T00:00:00.000Z",
  material: "M",
  materialLot: null,
  analyte: "A",
  level: null,
  kind: "vaf",
  value: 0.5,
  depth: null,
  instrument: null,
  reagentLot: null,
  pipelineVersion: null,
};

function table(...rows: readonly Partial<Measurement>[]): ReadTable {
  const errorAt = (index: number, field: string, what: string) =>
    new QualityError("TS_MEASUREMENT_INVALID", `row ${index} (${field}): ${what}`);
  return { file: "m.csv", measurements: rows.map((row) => ({ ...MEASUREMENT, ...row })), errorAt };
}

test("every measurement is in its run, and the runs are in order of time", () => {
  const rows = fc.array(
    fc.record({ run: fc.nat(9), analyte: fc.nat(99), value: fc.double({ min: 0, max: 1, noNaN: true }) }),
  );
  fc.assert(
    fc.property(rows, (drawn) => {
      const measurements = drawn.map(({ run, analyte, value }) => {
        // The order of times is not that of names.
        return { run: `R${run}`, time: `2026-01-0${9 - (run % 5)}T00:00:00.000Z`, analyte: `A${analyte}`, value };
      });
      const runs = measuredRuns(table(...measurements), {});
      const found = runs.flatMap(({ name, time, measurements: of }) =>
        of.map(({ analyte, value }) => ({ run: name, time, analyte, value })),
      );
      const byText = (one: object, other: object) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
      expect(found.toSorted(byText)).toEqual(measurements.toSorted(byText));
      expect(new Set(runs.map(({ name }) => name)).size).toBe(runs.length);
      const times = runs.map(({ time }) => time ?? "");
      expect(times).toEqual(times.toSorted());
    }),
  );
});

test("what the rows leave open is left out, and lots have the reagent that was named", () => {
  const rows = [{ materialLot: "L1", level: "low", depth: 12, instrument: "N1", reagentLot: "RL-A" }, { analyte: "B" }];
  const [run] = measuredRuns(table(...rows), { reagent: "kit", pipeline: { name: "egfr", version: "2.3.0" } });
  expect(run).toEqual({
    name: "R1",
    time: MEASUREMENT.time,
    pipelineVersion: "2.3.0",
    instrument: null,
    measurements: [
      {
        material: "M",
        materialLot: "L1",
        analyte: "A",
        level: "low",
        kind: "vaf",
        value: 0.5,
        depth: 12,
        instrument: "N1",
        reagentLot: { reagent: "kit", lot: "RL-A" },
      },
      { material: "M", analyte: "B", kind: "vaf", value: 0.5 },
    ],
  });
});

test("a run has one version, and no more measurements than are kept at once", () => {
  const versions = table({ pipelineVersion: "1" }, { pipelineVersion: "2", analyte: "B" });
  expect(() => measuredRuns(versions, { pipeline: { name: "egfr" } })).toThrow(
    "row 1 (pipelineVersion): run R1 has 2 here and 1 before; a run has one version",
  );
  const many = table(...Array.from({ length: 50_001 }, (_, index) => ({ analyte: `A${index}` })));
  expect(() => measuredRuns(many, {})).toThrow("row 50000 (run): run R1 has more than the 50000 measurements");
});

test("what is said of all rows has to be what they say", () => {
  expect(() => measuredRuns(table({}), { run: "R2" })).toThrow("row 0 (run): the row is of run R1 and not of R2");
  expect(() => measuredRuns(table({}), { performedAt: "2026-02-01T00:00:00.000Z" })).toThrow(
    "which --performed-at names",
  );
  expect(measuredRuns(table({}), { run: "R1", performedAt: MEASUREMENT.time })).toHaveLength(1);
});
