import { describe, expect, test } from "vitest";
import { controlChart, runReport } from "../src/index.ts";
import { expectInert, expectTextsOfValues, parsePage, tableRows } from "./parsed-page.ts";
import { controlSeries, runInput } from "./run-example.ts";

const HOSTILE = `<img src=x onerror="alert(1)">'</title></style><script>alert(2)</script>&amp;`;
test("text of the records is text everywhere", () => {
  const root = expectInert(runReport(runInput(HOSTILE)));
  expect(root.querySelector("h1")?.textContent).toBe(HOSTILE);
  expect(tableRows(root, "Verdicts in force")[0]?.text).toContain(HOSTILE);
});

test("disposition comes first, with reasons and who signed what", () => {
  const root = parsePage(runReport(runInput("R7")));
  const sections = [...root.querySelectorAll("h2")].map(({ textContent }) => textContent);
  expect(sections[0]).toBe("Disposition");
  const [signed] = tableRows(root, "Signatures of decision 2");
  expect(signed?.text).toContain("b".repeat(64));
  expect(root.textContent).toContain("Not signed.");
  expect(root.textContent).toContain("What is proposed has changed since the disposition was signed.");
  expect(root.textContent).toContain("held; decided otherwise");
});

test("numbers are those of the records; without one there is a dash with the reason", () => {
  const root = parsePage(runReport(runInput("R7")));
  const [scores] = tableRows(root, "Scores of R7 against R7 R7");
  expect(scores?.values).toEqual([0, 0, 7, 0.99999, 0.99, 1]);
  expect(scores?.text).toContain("–no truth records");
  expect(scores?.text).toContain("–recall or precision is undefined");
  expect(tableRows(root, "Verdicts in force")[0]?.values).toEqual([0.0512]);
  expect(tableRows(root, "Files of the run")[0]?.text).toContain("d".repeat(64));
  expectTextsOfValues(root);
});

test("who may not read the trail sees that it is not shown", () => {
  expect(runReport({ ...runInput("R7"), audit: null })).toContain("may not read the trail");
});

describe("the chart of a control", () => {
  test("has the limits of the baseline that flagged it, values on the raw scale", () => {
    const chart = controlChart(controlSeries("HD200"), { baselineId: "b1" });
    expect(chart.baseline).toMatchObject({ version: "HD200 1", mean: 0.05, sd: 0.01, points: 20 });
    expect(chart.points.map(({ value, state }) => [value, state])).toEqual([
      [0.05, "in control"],
      [0.04, "not evaluable"],
      [0.01, "excluded"],
      [0.08, "out of control"],
    ]);
    expect(chart.points[1]?.reason).toBe("not judged");
    expect(chart.windows).toEqual([{ rule: "2-2s", scope: "across runs", from: "R2", to: "HD200" }]);
  });

  test("of limits on another scale shows standard deviations", () => {
    const chart = controlChart(controlSeries("HD200", "logit"), { baselineId: "b1" });
    expect(chart.baseline).toMatchObject({ mean: 0, sd: 1 });
    expect(chart.points.map(({ value }) => value)).toEqual([0, -1, -4, 3]);
  });

  test("by z has values where one baseline judged all, and each point's own deviation where several did", () => {
    const series = controlSeries("HD200");
    const alone = controlChart({ ...series, limits: series.limits.slice(0, 1) }, { baselineId: "b1", scale: "z" });
    expect(alone).toMatchObject({ scale: "z", baseline: { mean: 0.05, sd: 0.01 } });
    expect(alone.points.map(({ value }) => value)).toEqual([0.05, 0.04, 0.01, 0.08]);
    const [first, ...others] = series.points;
    const points = [{ ...first!, score: null }, ...others.map((point) => ({ ...point, score: 1.5 }))];
    const several = controlChart({ ...series, points }, { baselineId: "b1", scale: "z", xAxis: "date" });
    expect(several).toMatchObject({ scale: "z", xAxis: "date", baseline: { mean: 0, sd: 1 } });
    expect(several.points.map(({ value }) => value)).toEqual([0, 1.5, 1.5, 1.5]);
  });

  test("shades the baseline's period, and tells its points from those that nobody judged", () => {
    const series = controlSeries("HD200");
    const period = { first: { run: "R1" }, last: { run: "R2" } };
    const limits = series.limits.map((one) => ({ ...one, period }));
    const points = series.points.map((point) => ({ ...point, isBaseline: true }));
    const chart = controlChart({ ...series, limits, points }, { baselineId: "b1" });
    expect(chart.baseline.period).toEqual({ from: "R1", to: "R2" });
    expect(chart.points.map(({ state, reason }) => [state, reason])).toEqual([
      ["in control", undefined],
      ["baseline", undefined],
      ["excluded", expect.any(String)],
      ["out of control", undefined],
    ]);
  });

  test("has the latest limits where the baseline is another's, and none where there are none", () => {
    expect(controlChart(controlSeries("HD200"), { baselineId: null }).baseline.mean).toBe(0.06);
    expect(controlChart({ ...controlSeries("HD200"), limits: [] }, { baselineId: "b1" }).baseline).toMatchObject({
      mean: null,
      sd: null,
    });
  });
});
