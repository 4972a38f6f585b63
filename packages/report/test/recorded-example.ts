import type { RecordedComparison } from "../src/index.ts";

const TIME = "2026-02-01T08:00:00.000Z";

/** A comparison of the records all of whose texts are `text`. */
export function recordedComparison(text: string): RecordedComparison {
  const verdict = { reason: null, sentence: text, judgedAt: TIME, supersededAt: null };
  return {
    run: { name: text, performedAt: TIME },
    assay: { name: text, version: 3 },
    pipelineVersion: { pipeline: text, version: text },
    sample: { name: text },
    truthSet: { name: text, version: text },
    format: text,
    contentSha256: "a".repeat(64),
    performedAt: TIME,
    supersededAt: null,
    state: "not evaluable",
    verdicts: [
      {
        ...verdict,
        state: "in control",
        threshold: { score: "recall", variantType: "SNV", stratum: text, minimum: 0.995 },
      },
      { ...verdict, state: "not evaluable", reason: text, threshold: null },
    ],
    files: [{ name: text, kind: text, sha256: "b".repeat(64), sizeBytes: 1234 }],
  };
}
