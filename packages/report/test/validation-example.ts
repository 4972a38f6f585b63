import type { ValidationInput } from "../src/index.ts";
import { runInput } from "./run-example.ts";

const TIME = "2026-02-01T08:00:00.000Z";

/** A validation all of whose texts are `text`. */
export function validationInput(text: string): ValidationInput {
  const score = runInput(text).comparisons[0]!.scores[0]!;
  const outcome = { run: text, sample: text, truthSet: text, reason: null, sentence: text };
  const criterion = { score: "recall", records: text, minimum: 0.99, observations: 381, citation: text };
  return {
    assay: {
      name: text,
      version: 3,
      status: "draft",
      contentSha256: "1".repeat(64),
      obstacles: [text],
      approval: { printedName: text, meaning: text, recordSha256: "2".repeat(64), signedAt: TIME },
    },
    pipelineVersion: { pipeline: text, version: text, revision: "3".repeat(40) },
    runs: [
      {
        name: text,
        performedAt: TIME,
        status: "failed",
        instrument: text,
        inputsSha256: "4".repeat(64),
        substitutions: [{ sentence: text, note: null }],
        isImported: true,
      },
    ],
    truthSets: [
      {
        name: text,
        version: text,
        material: { name: text, lot: text },
        reference: text,
        vcfSha256: "5".repeat(64),
        regionsSha256: null,
      },
    ],
    comparisons: [
      {
        run: { name: text },
        sample: { name: text },
        truthSet: { name: text, version: text },
        format: "touchstone",
        contentSha256: "6".repeat(64),
        performedAt: TIME,
        scores: [
          { ...score, stratum: "*", truthTp: 9990, truthFn: 10, recall: 0.999, recallLow: 0.998, recallHigh: 0.9995 },
          { ...score, stratum: text, truthTp: 29, truthFn: 0, recall: 1, recallLow: 0.883, recallHigh: 1 },
          { ...score, stratum: "*", subtype: text },
        ],
        provenance: {
          touchstone: "0.1.0",
          inputs: [{ role: "truth", path: text, sizeBytes: 1234, sha256: "7".repeat(64) }],
          hasRegions: false,
          options: { match: text },
        },
        notAssessed: [{ side: "truth", reason: text, records: 12 }],
        files: [{ name: text, kind: text, sha256: "8".repeat(64), sizeBytes: 5000 }],
      },
    ],
    criteria: [
      { ...criterion, stage: "release", state: "in control", outcomes: [{ ...outcome, state: "in control" }] },
      {
        ...criterion,
        stage: "routine",
        state: "not evaluable",
        observations: null,
        citation: null,
        outcomes: [{ ...outcome, state: "not evaluable", reason: text }],
      },
      {
        ...criterion,
        score: "f1",
        stage: "routine",
        state: "out of control",
        outcomes: [{ ...outcome, state: "out of control" }],
      },
      { ...criterion, score: "precision", stage: "routine", state: "not evaluable", outcomes: [] },
    ],
    studies: [
      {
        name: text,
        run: text,
        performedAt: TIME,
        contentSha256: "9".repeat(64),
        replicates: 4,
        medianCv: 0.0421,
        correctedMedianCv: null,
        floorMedianCv: 0.03,
        verdict: { state: "not evaluable", sentence: text },
        strata: [
          {
            name: text,
            complete: 812,
            ...{ icc: 0.98, iccInterval: [0.97, 0.99], iccReason: null },
            ...{ sd: null, sdInterval: null, sdReason: text },
          },
        ],
      },
    ],
    otherRuns: 2,
    madeAt: TIME,
    touchstone: "0.1.0",
  };
}
