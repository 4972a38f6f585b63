import { binomialFloor, coefficientOfVariation, cvSummary } from "@touchstone/statistics";
import { Random } from "@touchstone/test-support";
import { expect, test } from "vitest";
import { day } from "../../test/controls.ts";
import { thrownBy } from "../../test/thrown.ts";
import { judgeReproducibility, type ReplicateVariation, reproducibilityFinding } from "./reproducibility-finding.ts";

const STUDY = { assay: "germline", run: "R7", study: "S1", time: day(0), stratum: "het" };

function variation(correctedMedian: number | null, floorMedian: number | null): ReplicateVariation {
  return { n: 100, median: correctedMedian === null ? null : correctedMedian * 0.83, correctedMedian, floorMedian };
}

test("a corrected median CV of 20% where counting gives 8% is above the limit, 2.5 times the floor", () => {
  const verdict = judgeReproducibility(variation(0.2, 0.08));
  expect(verdict).toMatchObject({ state: "above limit", limit: 0.15, ratioToFloor: 2.5 });
  expect(verdict.sentence).toBe(
    "The median CV of 100 variants, corrected for the number of replicates, is 20%; counting alone gives 8%, of which " +
      "this is 2.5 times. It is above the limit of 15%.",
  );
});

test("a heterozygous site at 30x, 18% from counting alone, is not evaluable at 15%", () => {
  const { cv } = binomialFloor(0.5, 30);
  const verdict = judgeReproducibility(variation(0.185, cv));
  expect(verdict.state).toBe("not evaluable");
  expect(verdict.sentence).toContain("counting alone gives 18.3%");
  expect(verdict.sentence).toContain("more than the limit of 15%: not evaluable at this depth");
  expect(reproducibilityFinding(variation(0.185, cv), STUDY)).toBeNull();
});

test("even a median within the limit is not evaluable where counting exceeds it", () => {
  expect(judgeReproducibility(variation(0.14, 0.18)).state).toBe("not evaluable");
});

test.each([
  [0.15, 0.15, "within limit"],
  [0.1500001, 0.15, "above limit"],
  [0.15, 0.1500001, "not evaluable"],
] as const)("beyond is strict: %d with a floor of %d is %s", (median, floor, state) => {
  expect(judgeReproducibility(variation(median, floor)).state).toBe(state);
});

test("without depths the limit still holds, and there is no ratio", () => {
  const verdict = judgeReproducibility(variation(0.2, null));
  expect(verdict).toMatchObject({ state: "above limit", ratioToFloor: null });
  expect(verdict.sentence).toContain("what counting contributes is not known");
});

test("homozygous variants have a floor of 0, and no ratio", () => {
  expect(judgeReproducibility(variation(0.01, 0))).toMatchObject({ state: "within limit", ratioToFloor: null });
});

test("no variant with a CV: not evaluable, never 0", () => {
  const nothing: ReplicateVariation = { n: 0, median: null, correctedMedian: null, floorMedian: null };
  expect(judgeReproducibility(nothing)).toEqual({
    state: "not evaluable",
    limit: 0.15,
    ratioToFloor: null,
    sentence: "No variant has a coefficient of variation: not evaluable.",
  });
});

test("duplicates with a true CV of 18% have a plain median below 15%, and are found all the same", () => {
  const random = new Random(5);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction());
  const coefficients = Array.from({ length: 4000 }, () =>
    coefficientOfVariation([0.5 * (1 + 0.18 * normal()), 0.5 * (1 + 0.18 * normal())]),
  );
  const summary = cvSummary(coefficients);
  expect(summary.median).toBeLessThan(0.15);
  const finding = reproducibilityFinding({ ...summary, floorMedian: 0.05 }, STUDY);
  expect(finding).toMatchObject({ kind: "reproducibility", subject: "replicates of het, germline" });
  expect(finding?.occurrence.evidence).toMatchObject({ study: "S1", limit: 0.15, variants: 4000, floorCv: 0.05 });
});

test("studies of one name in two runs are two occurrences of one cause, and each says its run", () => {
  const first = reproducibilityFinding(variation(0.2, 0.08), STUDY);
  const second = reproducibilityFinding(variation(0.2, 0.08), { ...STUDY, run: "R8" });
  expect(second?.cause).toBe(first?.cause);
  expect(second?.occurrence.key).not.toBe(first?.occurrence.key);
  expect(first?.occurrence.sentence).toMatch(
    /^Study S1 of run R7: The median CV of 100 variants.* above the limit of 15%\.$/,
  );
  expect(second?.occurrence.sentence).toMatch(/^Study S1 of run R8: /);
  expect(second?.occurrence.evidence).toMatchObject({ run: "R8", study: "S1" });
});

test("a study that is called as its run is names it once", () => {
  const finding = reproducibilityFinding(variation(0.2, 0.08), { ...STUDY, study: "R7" });
  expect(finding?.occurrence.sentence).toMatch(/^Study of run R7: The median CV/);
});

test.each([0, -0.1, Number.NaN, Number.POSITIVE_INFINITY])("a limit of %d is refused", (limit) => {
  expect(thrownBy(() => judgeReproducibility(variation(0.1, 0.05), limit)).code).toBe("TS_DEFINITION_INVALID");
});

test.each([-0.1, Number.NaN])("a median of %d is refused", (median) => {
  expect(() => judgeReproducibility(variation(median, 0.05))).toThrow(
    expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }),
  );
});
