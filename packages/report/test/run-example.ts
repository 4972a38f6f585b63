import { type ControlSeries, controlChart, type RunInput } from "../src/index.ts";

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
export function runInput(text: string): RunInput {
  return {
    run: {
      id: "0190c0de-0000-7000-8000-000000000001",
      name: text,
      assay: { name: text, version: 3 },
      pipelineVersion: { pipeline: text, version: text, revision: text },
      instrument: { name: text },
      toolVersions: [{ process: text, tool: text, version: text }],
      substitutions: [{ sentence: text, note: text }],
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
        sample: { name: text },
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
        sample: null,
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
    charts: [controlChart(controlSeries(text), { baselineId: "b1" })],
    audit: {
      rows: [{ sequence: 4, time: TIME, actor: text, action: text, reason: text, hash: "9".repeat(64) }],
      head: { sequence: 17, hash: "8".repeat(64), time: TIME },
    },
    touchstone: "0.1.0",
  };
}

/** A control of four points, judged by two baselines. */
export function controlSeries(text: string, scale = "raw"): ControlSeries {
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
