import type { MonthlyInput, MonthlyTrend } from "../src/index.ts";

const DAY = 86_400_000;
const FIRST = Date.UTC(2026, 1, 20);

/** A fall of .001 a day from .995: it meets .97 after 25 days, on 17 March. */
export function fallingTrend(text: string): MonthlyTrend {
  return {
    series: `recall of INDEL ${text}`,
    score: "recall",
    minimum: 0.97,
    horizonDays: 30,
    since: "2026-02-19T00:00:00.000Z",
    points: Array.from({ length: 12 }, (_, day) => ({
      run: `${text} ${day}`,
      time: new Date(FIRST + day * DAY).toISOString(),
      value: 0.995 - 0.001 * day,
    })),
    n: 12,
    p: 0.00004,
    levelOfLook: 0.0033,
    slope: -0.001,
    slopeInterval: [-0.0012, -0.0008],
    intercept: 0.995,
    level: 0.95,
    crossing: { isCrossed: false, at: 25, earliest: 20.83, latest: 31.25 },
    state: "decline",
    reason: "Sen's line crosses the threshold within the horizon",
  };
}

/** A month all of whose texts are `text`. */
export function monthlyInput(text: string): MonthlyInput {
  const violation = { rule: "2-2s", scope: "across runs", severity: "rejection", begins: true };
  const verdict = { run: text, about: "control measurement", reason: null, threshold: null, violations: [] };
  const alert = {
    subject: text,
    kind: "immediate",
    level: 1,
    acknowledgedAt: null,
    resolution: null,
    assignedTo: { printedName: text },
    sentence: text,
    rootCauses: [],
  };
  return {
    assay: text,
    versions: [{ version: 3, approvedAt: "2026-01-01T00:00:00.000Z", retiredAt: null }],
    period: {
      month: "2026-03",
      from: "2026-03-01T00:00:00.000Z",
      before: "2026-04-01T00:00:00.000Z",
      asOf: "2026-04-01T00:00:00.000Z",
      madeAt: "2026-04-03T09:30:00.000Z",
    },
    runs: [
      {
        name: text,
        performedAt: "2026-03-02T08:00:00.000Z",
        status: "succeeded",
        state: "out of control",
        proposed: "held",
        disposition: "rejected",
        isSigned: true,
        pipelineVersion: text,
        instrument: text,
      },
      {
        name: `${text} 2`,
        performedAt: "2026-03-09T08:00:00.000Z",
        status: "failed",
        state: null,
        proposed: null,
        disposition: "held",
        isSigned: false,
        pipelineVersion: null,
        instrument: null,
      },
    ],
    verdicts: [
      { ...verdict, state: "in control" },
      { ...verdict, state: "out of control", violations: [violation, { ...violation, rule: "1-3s" }] },
      { ...verdict, state: "out of control", violations: [violation, { ...violation, rule: "4-1s", begins: false }] },
      { ...verdict, state: "not evaluable", reason: text },
      { ...verdict, about: "comparison with truth", state: "out of control", threshold: `recall of ${text}` },
    ],
    falseAlarms: { judged: 40, rejected: 2, expected: 0.412, reason: null },
    alerts: [
      { ...alert, openedAt: "2026-02-10T12:00:00.000Z", resolvedAt: null },
      {
        ...alert,
        openedAt: "2026-03-02T09:00:00.000Z",
        resolvedAt: "2026-03-12T10:00:00.000Z",
        resolution: text,
        rootCauses: [text],
      },
      { ...alert, openedAt: "2026-03-30T23:00:00.000Z", resolvedAt: "2026-04-02T00:00:00.000Z" },
    ],
    nonConformances: [
      {
        number: 7,
        title: text,
        severity: "major",
        openedAt: "2026-03-02T10:00:00.000Z",
        closedAt: null,
        rootCause: text,
        actions: [
          {
            kind: "corrective",
            description: text,
            status: "planned",
            assignedTo: { printedName: text },
            dueOn: "2026-03-15",
            outcome: text,
          },
        ],
      },
    ],
    trends: [
      { ...fallingTrend(text), series: `f1 of SNV ${text}`, ...{ state: "no decline", crossing: null } },
      fallingTrend(text),
      {
        ...fallingTrend(text),
        series: `precision of SNV ${text}`,
        ...{ points: [], n: 0, p: null, slope: null, slopeInterval: null, intercept: null, crossing: null },
        ...{ state: "not evaluable", reason: "0 values are fewer than 8" },
      },
    ],
    changes: [
      { kind: "reagent lot", happenedAt: "2026-03-05T00:00:00.000Z", description: text, concerns: [text, text] },
    ],
    lots: [
      { use: "reagent", name: text, lot: text, expiresOn: "2026-03-20", daysLeft: -12, isUsed: true },
      { use: "control material", name: text, lot: null, expiresOn: "2026-04-20", daysLeft: 19, isUsed: false },
    ],
    touchstone: "0.1.0",
  };
}
