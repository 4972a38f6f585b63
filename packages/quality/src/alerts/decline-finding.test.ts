import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "../../test/controls.ts";
import { thrownBy } from "../../test/thrown.ts";
import { type DeclineQuestion, declineFinding, type WatchedSeries } from "./decline-finding.ts";
import { raiseAlerts } from "./raise-alerts.ts";

const QUESTION: DeclineQuestion = { threshold: { value: 0.95, badSide: "below" }, horizon: 60 };

/** Weekly values; `changed` has the place of the first value after a change. */
function weekly(values: readonly (number | null)[], changed: number | null = null): WatchedSeries {
  return {
    assay: "germline",
    series: "f1 of INDEL",
    unit: "day",
    points: values.map((value, week) => ({
      run: `W${week}`,
      time: day(7 * week),
      value,
      event: week === changed ? "new lot" : null,
    })),
    positions: values.map((_, week) => 7 * week),
  };
}

/** Falls by so much from run to run, from 0.99 on. */
function falling(runs: number, step: number): number[] {
  return Array.from({ length: runs }, (_, run) => 0.99 - step * run);
}

test("ten runs, each worse than the one before: p, n, slope, interval and when the threshold is reached", () => {
  // S = -45 is one of 10! orders on either side: p = 2/10!. It is the third look: 0.05 / 12.
  const finding = declineFinding(weekly(falling(10, 0.002)), { ...QUESTION, horizon: 90 });
  expect(finding).toMatchObject({ kind: "predictive", occurrence: { key: "W9", time: day(63) } });
  const evidence = finding?.occurrence.evidence;
  expect(evidence).toMatchObject({
    type: "decline",
    run: "W9",
    n: 10,
    s: -45,
    look: 3,
    varianceFactor: 1,
    unit: "day",
  });
  if (evidence?.type !== "decline") throw new Error("another kind of evidence");
  expect(evidence.p).toBeCloseTo(2 / 3_628_800, 12);
  expect(evidence.levelOfLook).toBeCloseTo(0.05 / 12, 15);
  expect(evidence.pAfterLooks).toBeCloseTo(24 / 3_628_800, 11);
  expect(evidence.slope).toBeCloseTo(-0.002 / 7, 12);
  expect(evidence.slopeInterval?.map((end) => Number(end.toFixed(9)))).toEqual([-0.000285714, -0.000285714]);
  // The line is at 0.972 on day 63 and falls by 0.002 a week: 0.95 is reached 77 days later.
  expect(evidence.crossing).toMatchObject({ state: "ahead", ahead: expect.closeTo(77, 9) });
});

describe("the horizon", () => {
  test.each([
    [76, false],
    [78, true],
  ])("of %d days, when the line reaches the threshold in 77: found is %s", (horizon, isFound) => {
    expect(declineFinding(weekly(falling(10, 0.002)), { ...QUESTION, horizon }) !== null).toBe(isFound);
  });

  test("a line beyond the threshold already is a decline whatever the horizon", () => {
    const finding = declineFinding(weekly(falling(10, 0.02)), { ...QUESTION, horizon: 0 });
    expect(finding?.occurrence.evidence).toMatchObject({ crossing: { state: "crossed", ahead: null } });
    expect(finding?.occurrence.sentence).toContain("is beyond the threshold, 0.95, already");
  });

  test.each([-1, Number.NaN])("of %d is refused", (horizon) => {
    const error = thrownBy(() => declineFinding(weekly(falling(10, 0.002)), { ...QUESTION, horizon }));
    expect(error.code).toBe("TS_DEFINITION_INVALID");
  });
});

describe("no decline", () => {
  test("of seven values, however clear", () => {
    expect(declineFinding(weekly(falling(7, 0.02)), QUESTION)).toBeNull();
  });

  test("in a rise", () => {
    expect(declineFinding(weekly(falling(12, -0.0005)), QUESTION)).toBeNull();
  });

  test("in eight values with p = 0.014, which is enough for one look at .025 but not for the fourth at .05 / 20", () => {
    // S = -20 of 8 values; the same test at its first look is a decline.
    const values = [8, 7, 4, 5, 6, 2, 3, 1].map((rank) => 0.945 + 0.001 * rank);
    const s = values.flatMap((a, i) => values.slice(i + 1).map((b) => Math.sign(b - a))).reduce((x, y) => x + y, 0);
    expect(s).toBe(-20);
    expect(declineFinding(weekly(values), { ...QUESTION, look: 4 })).toBeNull();
    expect(declineFinding(weekly(values), { ...QUESTION, look: 1 })).not.toBeNull();
  });

  test("when the fall lies before a change: a step is no trend", () => {
    const values = [...falling(10, 0.002), ...Array.from({ length: 10 }, (_, run) => 0.96 + 0.001 * (run % 2))];
    expect(declineFinding(weekly(values, 10), QUESTION)).toBeNull();
  });
});

test("values that are better when lower decline upwards", () => {
  const question: DeclineQuestion = { threshold: { value: 0.05, badSide: "above" }, horizon: 60 };
  const rising = falling(10, 0.003).map((value) => 1 - value);
  expect(declineFinding(weekly(rising), question)?.occurrence.evidence).toMatchObject({ s: 45 });
  expect(declineFinding(weekly(rising.toReversed()), question)).toBeNull();
});

test("further runs of a decline are occurrences of one alert; after a change it is another", () => {
  const values = falling(12, 0.003);
  const looks = [9, 10, 11, 12].flatMap((n) => declineFinding(weekly(values.slice(0, n)), QUESTION) ?? []);
  const alerts = raiseAlerts([], looks, { at: day(100) });
  expect(alerts.map(({ occurrences }) => occurrences.length)).toEqual([4]);
  const again = declineFinding(weekly([...values, ...values], 12), QUESTION);
  expect(raiseAlerts(alerts, again === null ? [] : [again], { at: day(200) })).toHaveLength(2);
});

test("a run without a value is no further occurrence", () => {
  const [with9, with10] = [falling(9, 0.004), [...falling(9, 0.004), null]].map((v) =>
    declineFinding(weekly(v), QUESTION),
  );
  expect(with10?.occurrence).toEqual(with9?.occurrence);
});

test("what is found does not depend on unit or level of the values", () => {
  const noisy = fc.array(fc.double({ min: -0.01, max: 0.01, noNaN: true }), { minLength: 8, maxLength: 14 });
  fc.assert(
    fc.property(noisy, fc.double({ min: 0.5, max: 100, noNaN: true }), (noise, factor) => {
      const values = noise.map((deviation, run) => 0.99 - 0.004 * run + deviation);
      const scaled = values.map((value) => factor * value);
      const threshold = { value: factor * 0.95, badSide: "below" } as const;
      const isFound = declineFinding(weekly(values), QUESTION) !== null;
      expect(declineFinding(weekly(scaled), { ...QUESTION, threshold }) !== null).toBe(isFound);
    }),
  );
});
