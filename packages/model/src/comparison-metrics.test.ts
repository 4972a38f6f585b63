import { Value } from "@sinclair/typebox/value";
import { expect, test } from "vitest";
import { type ComparisonMetricsDocument, ComparisonMetricsSchema } from "./comparison-metrics.ts";

const NO_DATA = { value: null, wilson95: null };
const SIDE = { total: 0, assessed: 0, notAssessed: { symbolic: 0 }, bounded: 0 };
const DOCUMENT: ComparisonMetricsDocument = {
  schema: "touchstone/comparison-metrics/1",
  scoreField: "QUAL",
  records: { truth: SIDE, query: SIDE },
  phase: null,
  strata: [{ name: "*", sizeBases: 1000, confidentBases: null, assessedBases: 1000 }],
  rows: [
    {
      type: "SNP",
      subtype: "*",
      stratum: "*",
      filter: "PASS",
      truth: { total: 0, tp: 0, fn: 0, titv: null, hetHom: null },
      query: { total: 0, tp: 0, fp: 0, fpGenotype: 0, fpAllele: 0, unk: 0, titv: null, hetHom: null },
      recall: NO_DATA,
      precision: { value: 0.5, wilson95: [0.2, 0.8], jeffreys95: [0.2, 0.8] },
      f1: null,
      fracNa: null,
      fpPerMb: 0,
    },
  ],
};

test("a comparison without data has nulls", () => {
  expect([...Value.Errors(ComparisonMetricsSchema, DOCUMENT)]).toEqual([]);
});

test.each([
  ["another version", { ...DOCUMENT, schema: "touchstone/comparison-metrics/2" }],
  ["a negative count", { ...DOCUMENT, records: { truth: { ...SIDE, total: -1 }, query: SIDE } }],
  ["no rows", { ...DOCUMENT, rows: undefined }],
  ["a recall above 1", { ...DOCUMENT, rows: [{ ...DOCUMENT.rows[0], recall: { value: 1.5, wilson95: null } }] }],
])("%s is refused", (_, document) => {
  expect(Value.Check(ComparisonMetricsSchema, document)).toBe(false);
});
