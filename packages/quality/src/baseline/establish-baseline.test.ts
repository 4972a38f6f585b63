import { Value } from "@sinclair/typebox/value";
import { BaselineSchema } from "@touchstone/model";
import { describe, expect, test } from "vitest";
import { baselineOf, baselinePoints, day, draftOf, measured } from "../../test/controls.ts";
import { thrownBy } from "../../test/thrown.ts";
import { isStatisticalReason } from "./exclusion.ts";

function limits(...args: Parameters<typeof draftOf>) {
  return draftOf(...args).content.series.map((series) => series.limits);
}

test("mean and SD are those of the points, with intervals", () => {
  const [{ mean, sd, n, runs, days, meanInterval, sdInterval, provisional }] = limits(baselinePoints(200, 4));
  expect([n, runs, days, provisional]).toEqual([20, 20, 20, []]);
  expect(mean).toBeCloseTo(200, 12);
  expect(sd).toBeCloseTo(4, 12);
  // t(0.975, 19) = 2.0930 (tables of Student's t); chi-squared(19): 8.9065 and 32.852 at 2.5% and 97.5%.
  expect(meanInterval?.[1]).toBeCloseTo(200 + (2.093 * 4) / Math.sqrt(20), 3);
  expect((sdInterval?.[0] ?? 0) / 4).toBeCloseTo(Math.sqrt(19 / 32.852), 4);
  expect((sdInterval?.[1] ?? 0) / 4).toBeCloseTo(Math.sqrt(19 / 8.9065), 4);
});

test("a document of the published schema comes out, a draft without signatures", () => {
  const draft = draftOf(baselinePoints(0.05, 0.004, { kind: "vaf", depth: 1000 }));
  expect([...Value.Errors(BaselineSchema, draft)]).toEqual([]);
  expect(draft).toMatchObject({ status: "draft", approvals: [], content: { version: 1, supersedes: null } });
});

describe("fewer than 20 points, runs or days make provisional limits, and say what is missing", () => {
  test("18 points", () => {
    expect(limits(baselinePoints(200, 4, {}, 18))[0].provisional).toEqual([
      "18 of 20 points",
      "18 of 20 runs",
      "18 of 20 days",
    ]);
  });

  test("20 runs on 5 days, as for a provisional start", () => {
    const points = baselinePoints(200, 4).map((point, index) => ({ ...point, time: day(Math.floor(index / 4)) }));
    expect(limits(points)[0].provisional).toEqual(["5 of 20 days"]);
  });

  test("each analyte, material and level for itself", () => {
    const points = [...baselinePoints(200, 4, { level: "high" }), ...baselinePoints(20, 1, { level: "low" }, 10)];
    expect(limits(points).map(({ provisional }) => provisional.length)).toEqual([0, 3]);
  });
});

test("equal values give no SD, one value neither: null with a reason, never 0", () => {
  const equal = baselinePoints(0.1, 0);
  expect(limits(equal)[0]).toMatchObject({ sd: null, sdInterval: null, reason: "no variation" });
  expect(limits([measured(0, 5)])[0]).toMatchObject({ mean: 5, sd: null, reason: "too few values" });
});

test("the depth range is that of the points used that state a depth; unknown where none does", () => {
  const points = baselinePoints(0.05, 0.004, { kind: "vaf" }).map((point, index) => ({
    ...point,
    depth: 900 + 10 * index,
  }));
  expect(limits(points)[0].depthRange).toEqual([900, 1090]);
  const exclusion = { run: "R19", by: "M", at: day(50), reason: "wrong tube" };
  expect(limits(points, { exclusions: [exclusion] })[0].depthRange).toEqual([900, 1080]);
  const withoutDepth = { ...points[0], run: "R30", time: day(30), depth: null };
  expect(limits([...points, withoutDepth])[0].depthRange).toEqual([900, 1090]);
  expect(limits([withoutDepth])[0].depthRange).toBeNull();
});

describe("exclusions", () => {
  const exclusion = { run: "R3", by: "M. Lind", at: day(40), reason: "half the input DNA pipetted" };

  test("an excluded point stays in the file with who, when and why, and gives no limits", () => {
    const points = baselinePoints(200, 4, {}, 22);
    points[3] = { ...points[3], value: 9999 };
    const [series] = draftOf(points, { exclusions: [exclusion] }).content.series;
    expect(series.points).toHaveLength(22);
    expect(series.points[3].excluded).toEqual({ by: "M. Lind", at: day(40), reason: "half the input DNA pipetted" });
    expect(series.limits.n).toBe(21);
    expect(series.limits.mean).toBeLessThan(202);
  });

  test("can be of one material only", () => {
    const points = [...baselinePoints(200, 4, { material: "A" }), ...baselinePoints(200, 4, { material: "B" })];
    const { series } = draftOf(points, { exclusions: [{ ...exclusion, material: "B" }] }).content;
    expect(series.map(({ limits }) => limits.n)).toEqual([20, 19]);
  });

  test.each([
    ["without reason", { ...exclusion, reason: " " }, "without a reason"],
    ["without name", { ...exclusion, by: "" }, "without the name"],
    [
      "of a run that is not there",
      { ...exclusion, run: "R99" },
      "nothing was measured that the exclusion of run R99 matches",
    ],
  ])("%s are refused", (_, refused, message) => {
    const error = thrownBy(() => draftOf(baselinePoints(200, 4), { exclusions: [refused] }));
    expect(error.code).toBe("TS_BASELINE_INVALID");
    expect(error.message).toContain(message);
  });

  test("not all points of a series can be excluded", () => {
    expect(thrownBy(() => draftOf([measured(3, 1)], { exclusions: [exclusion] })).message).toContain("every point of");
  });

  test.each([
    ["outlier", true],
    ["value > 2s", true],
    ["beyond 3 SD", true],
    ["too high", true],
    ["tube 12s mixed up", false],
    ["pipette out of calibration", false],
  ])("'%s' is a merely statistical reason: %s", (reason, expected) => {
    expect(isStatisticalReason(reason)).toBe(expected);
  });
});

test("limits take effect with the last point, and cannot before it", () => {
  const points = baselinePoints(200, 4);
  expect(draftOf(points).content.effectiveFrom).toBe(day(19));
  expect(draftOf(points, { effectiveFrom: day(60) }).content.effectiveFrom).toBe(day(60));
  expect(thrownBy(() => draftOf(points, { effectiveFrom: day(18) })).message).toContain(
    "would judge their own measurements",
  );
});

test("each control lot is a series of its own", () => {
  const points = [...baselinePoints(200, 4, { materialLot: "L1" }), ...baselinePoints(230, 4, { materialLot: "L2" })];
  const { series } = draftOf(points).content;
  expect(series.map(({ materialLot, limits }) => [materialLot, Math.round(limits.mean ?? 0)])).toEqual([
    ["L1", 200],
    ["L2", 230],
  ]);
});

test("two pipeline versions make no baseline together", () => {
  const points = [measured(0, 1, { pipelineVersion: "2.3.0" }), measured(1, 2, { pipelineVersion: "2.4.0" })];
  expect(thrownBy(() => draftOf(points)).message).toContain("two pipeline versions (2.3.0; 2.4.0)");
});

test("the next version names the content that it supersedes, and has the same name", () => {
  const first = baselineOf(baselinePoints(200, 4));
  const next = draftOf(baselinePoints(201, 4), { supersedes: first });
  expect(next.content).toMatchObject({ version: 2, supersedes: first.contentSha256 });
  const other = () => draftOf(baselinePoints(201, 4), { supersedes: first, name: "others" });
  expect(thrownBy(other).message).toContain("cannot supersede a baseline of another name");
});

test.each([
  ["no measurements", () => draftOf([])],
  ["two kinds of one analyte", () => draftOf([measured(0, 0.5), measured(1, 0.5, { kind: "vaf" })])],
  ["logit of a quantity", () => draftOf([measured(0, 5)], { scaleOf: () => "logit" })],
  ["log of 0", () => draftOf([measured(0, 0)], { scaleOf: () => "log" })],
])("%s: refused", (_, action) => {
  expect(thrownBy(action).code).toBe("TS_BASELINE_INVALID");
});

test("a score gets no baseline", () => {
  expect(thrownBy(() => draftOf(baselinePoints(0.99, 0.001, { analyte: "SNV recall" }))).code).toBe("TS_RULE_ON_SCORE");
});

test("limits are computed on the analyte's scale", () => {
  // On the logarithmic scale 10 and 1000 lie around ln 100, at a distance of ln 10.
  const points = [measured(0, 10), measured(1, 1000)];
  const [{ mean, sd }] = limits(points, { scaleOf: (analyte) => (analyte === "EGFR L858R" ? "log" : "raw") });
  expect(mean).toBeCloseTo(Math.log(100), 12);
  expect(sd).toBeCloseTo(Math.SQRT2 * Math.log(10), 12);
});

test("the order of the series makes no difference to the content", () => {
  const [a, b] = [baselinePoints(200, 4, { material: "A" }), baselinePoints(20, 1, { material: "B" })];
  expect(draftOf([...a, ...b]).contentSha256).toBe(draftOf([...b, ...a]).contentSha256);
});
