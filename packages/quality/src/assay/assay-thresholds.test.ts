import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { judgeThreshold } from "../thresholds/judge-threshold.ts";
import { assayThresholds } from "./assay-thresholds.ts";
import { readAssay } from "./read-assay.ts";

const EXAMPLE = readFileSync(new URL("../../assays/germline-wgs.yaml", import.meta.url), "utf8");

test("the example's recall of indels: minimum, observations and horizon", () => {
  const found = assayThresholds(readAssay(EXAMPLE, "a.yaml")).find(
    ({ variantType, threshold }) => variantType === "INDEL" && threshold.score === "recall",
  );
  expect(found).toEqual({
    variantType: "INDEL",
    threshold: { score: "recall", minimum: 0.99, observations: 381 },
    decline: { threshold: { value: 0.99, badSide: "below" }, horizon: 90 },
  });
  const counts = { truthTp: 380, truthFn: 0, queryTp: 380, queryFp: 0 };
  expect(found && judgeThreshold(found.threshold, counts, "release").state).toBe("indeterminate");
});

test("without a horizon a score is judged and not watched", () => {
  const text = EXAMPLE.replaceAll(/\n {4}trendHorizonDays:.*/g, "");
  expect(assayThresholds(readAssay(text, "a.yaml")).map(({ decline }) => decline)).toEqual(Array(6).fill(null));
});
