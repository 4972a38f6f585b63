import { describe, expect, test } from "vitest";
import { type ControlSeries, controlChart, type RunInput, runReport } from "../src/index.ts";
import { expectInert, expectTextsOfValues, parsePage, tableRows } from "./parsed-page.ts";

const HOSTILE = `<img src=x onerror="alert(1)">'</title></style><script>alert(2)</script>&amp;`;
const TIME = "2026-02-01T08:00:00.000Z";

const decision = (text: string) => ({
  number: 2,
  status: "in force",
  disposition: "rejected",
  proposed: "held",
  isOverride: true,
  reason: text,
  recordSha256: "a".repeat(64),
  decidedAt: TIME,
  endReason: null,
  signatures: [{ printedName: text, meaning: text, method: "password", recordSha256: "b".repeat(64), signedAt: TIME }],
});

/** A run all of whose texts are `text`. */
function input(text: string): RunInput {
  return {
    run: {
      id: "0190c0de-0000-7000-8000-000000000001",
      name: text,
      assay: { name: text, version: 3 },
      pipelineVersion: { pipeline: text, version: text, revision: text },
      instrument: { name: text },
      samples: [text, text],
      reagentLots: [{ reagent: text, lot: text }],
      nextflowId: text,
      inputsSha256: "c".repeat(64),
      parameters: { [text]: text, nested: { depth: [text] } },
      isImported: true,
      performedAt: TIME,
      status: "failed",
      startedAt: TIME,
      finishedAt: null,
      failure: text,
    },
    disposition: {
      disposition: "rejected",
      isReleased: false,
      reasons: [text],
      proposal: { disposition: "held", reasons: [text] },
      proposalChangedSinceSigned: true,
      decision: decision(text),
      pending: { ...decision(text), number: 3, status: "pending", signatures: [] },
    },
    artifacts: [{ kind: text, uri: text, sha256: "d".repeat(64), sizeBytes: 5000 }],
    comparisons: [
      {
        truthSet: { name: text, version: text },
        format: "hap.py",
        contentSha256: "e".repeat(64),
        state: null,
        supersededAt: null,
        scores: [
          {
            variantType: text,
            subtype: "*",
            stratum: text,
            filter: "PASS",
            truthTp: 0,
            truthFn: 0,
            queryFp: 7,
            recall: null,
            recallLow: null,
            recallHigh: null,
            precision: 0.99999,
            precisionLow: 0.99,
            precisionHigh: 1,
            f1: null,
          },
        ],
      },
    ],
    verdicts: [
      {
        about: "measurement",
        state: "out of control",
        reason: text,
        sentence: text,
        baseline: { id: "1", name: text, version: 1 },
        ruleSet: { name: text, version: 2 },
        measurement: { material: text, materialLot: text, analyte: text, level: text, value: 0.0512 },
        inputsSha256: "f".repeat(64),
        judgedAt: TIME,
      },
    ],
    alerts: [{ kind: "immediate", subject: text, status: "open", openedAt: TIME, assignedTo: null, resolution: text }],
    charts: [controlChart(series(text), "b1")],
    audit: {
      rows: [{ sequence: 4, time: TIME, actor: text, action: text, reason: text, hash: "9".repeat(64) }],
      head: { sequence: 17, hash: "8".repeat(64), time: TIME },
    },
    touchstone: "0.1.0",
  };
}

function series(text: string, scale = "raw"): ControlSeries {
  const point = { time: TIME, state: "in control", reason: null, violations: [], excluded: null } as const;
  return {
    material: text,
    analyte: text,
    level: text,
    points: [
      { ...point, run: { name: "R1" }, value: 0.05, score: 0 },
      { ...point, run: { name: "R2" }, value: 0.04, score: -1, state: null },
      { ...point, run: { name: "R3" }, value: 0.01, score: -4, excluded: { reason: text } },
      {
        ...point,
        run: { name: text },
        value: 0.08,
        score: 3,
        state: "out of control",
        violations: [
          { rule: "2-2s", scope: "across runs", begins: true, window: [{ run: "R2" }, { run: text }] },
          { rule: "1-3s", scope: "across runs", begins: true, window: [{ run: text }] },
          { rule: "4-1s", scope: "across runs", begins: false, window: [{ run: "R1" }, { run: text }] },
        ],
      },
    ],
    limits: [
      { baseline: { id: "b1", name: text, version: 1 }, scale, n: 20, mean: 0.05, sd: 0.01, provisional: [] },
      { baseline: { id: "b2", name: text, version: 2 }, scale: "raw", n: 30, mean: 0.06, sd: 0.02, provisional: [] },
    ],
    events: [{ kind: "reagent lot", time: TIME, description: text }],
  };
}

test("text of the records is text everywhere", () => {
  const root = expectInert(runReport(input(HOSTILE)));
  expect(root.querySelector("h1")?.textContent).toBe(HOSTILE);
  expect(tableRows(root, "Verdicts in force")[0]?.text).toContain(HOSTILE);
});

test("disposition comes first, with reasons and who signed what", () => {
  const root = parsePage(runReport(input("R7")));
  const sections = [...root.querySelectorAll("h2")].map(({ textContent }) => textContent);
  expect(sections[0]).toBe("Disposition");
  const [signed] = tableRows(root, "Signatures of decision 2");
  expect(signed?.text).toContain("b".repeat(64));
  expect(root.textContent).toContain("Not signed.");
  expect(root.textContent).toContain("What is proposed has changed since the disposition was signed.");
  expect(root.textContent).toContain("held; decided otherwise");
});

test("numbers are those of the records; without one there is a dash with the reason", () => {
  const root = parsePage(runReport(input("R7")));
  const [scores] = tableRows(root, "Scores against R7 R7");
  expect(scores?.values).toEqual([0, 0, 7, 0.99999, 0.99, 1]);
  expect(scores?.text).toContain("–no truth records");
  expect(scores?.text).toContain("–recall or precision is undefined");
  expect(tableRows(root, "Verdicts in force")[0]?.values).toEqual([0.0512]);
  expect(tableRows(root, "Files of the run")[0]?.text).toContain("d".repeat(64));
  expectTextsOfValues(root);
});

test("who may not read the trail sees that it is not shown", () => {
  expect(runReport({ ...input("R7"), audit: null })).toContain("may not read the trail");
});

describe("the chart of a control", () => {
  test("has the limits of the baseline that flagged it, values on the raw scale", () => {
    const chart = controlChart(series("HD200"), "b1");
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
    const chart = controlChart(series("HD200", "logit"), "b1");
    expect(chart.baseline).toMatchObject({ mean: 0, sd: 1 });
    expect(chart.points.map(({ value }) => value)).toEqual([0, -1, -4, 3]);
  });

  test("has the latest limits where the baseline is another's, and none where there are none", () => {
    expect(controlChart(series("HD200"), null).baseline.mean).toBe(0.06);
    expect(controlChart({ ...series("HD200"), limits: [] }, "b1").baseline).toMatchObject({ mean: null, sd: null });
  });
});
