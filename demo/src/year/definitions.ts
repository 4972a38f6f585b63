import { createHash } from "node:crypto";

/** Where the numbers of the demo come from. */
const MODEL = "docs/guides/demo-model.md";

function limit(value: number, section: string) {
  return { value, citation: `demonstration, ${MODEL}, section ${section}` };
}

/** Lowest scores of whole genomes and exomes. */
export const leastScores = {
  recall: { SNV: 0.985, INDEL: 0.965 },
  precision: { SNV: 0.986, INDEL: 0.96 },
} as const;

/** Days ahead for which a decline is reported. */
export const TREND_HORIZON = 120;

const scores = ["recall", "precision"] as const;
const variantTypes = ["SNV", "INDEL"] as const;

function thresholds(observations: Readonly<Record<"SNV" | "INDEL", number>>) {
  return variantTypes.flatMap((variantType) =>
    scores.map((score) => ({
      score,
      variantType,
      minimum: limit(leastScores[score][variantType], "Limits"),
      observations: limit(observations[variantType], "Limits"),
      trendHorizonDays: limit(TREND_HORIZON, "Limits"),
    })),
  );
}

const common = {
  schema: "touchstone/assay/1",
  version: 1,
  baseline: { points: { value: 20, citation: "CLSI C24-Ed4" } },
  ruleSet: {
    name: "westgard-two-approvals",
    version: 1,
    rules: ["1-2s", "1-3s", "2-2s", "R-4s", "4-1s", "10-x"],
    policies: { approvals: 2 },
    citation: "Westgard et al. 1981, Clin Chem 27:493; approvals: quality manual of the demonstration",
  },
  reproducibility: { cvLimit: limit(0.15, "Replicates"), replicates: limit(3, "Replicates") },
};

const truthSetMaterial = { name: "NX1", use: "truth set", description: "Generated reference sample" };

/** An assay that the laboratory runs. */
export type AssayName = "germline-genome" | "exome" | "tumour-panel" | "methylation-panel";

/** The first version of each assay's definition. */
export const assayDefinitions: Readonly<Record<AssayName, object>> = {
  "germline-genome": {
    ...common,
    name: "germline-genome",
    description: "Germline small variants of whole genomes, each control run compared with the truth set NX1.",
    materials: [truthSetMaterial],
    thresholds: thresholds({ SNV: 2000, INDEL: 500 }),
    analytes: [],
  },
  exome: {
    ...common,
    name: "exome",
    description: "Germline small variants of exomes, each control run compared with the truth set NX1.",
    materials: [truthSetMaterial],
    thresholds: thresholds({ SNV: 1000, INDEL: 200 }),
    analytes: [],
  },
  "tumour-panel": {
    ...common,
    name: "tumour-panel",
    description: "Somatic variants in tumours; two controls in every run, replicate studies of the reference sample.",
    materials: [
      { name: "tumour-control-high", use: "control", description: "Mixture of cell lines, about 20%" },
      { name: "tumour-control-low", use: "control", description: "Mixture of cell lines, about 5%" },
    ],
    thresholds: [],
    analytes: ["EGFR L858R", "KRAS G12D"].map((analyte) => ({
      analyte,
      kind: "vaf",
      materials: ["tumour-control-high", "tumour-control-low"],
      depth: limit(2000, "Controls"),
      controlIntervalDays: limit(35, "Controls"),
    })),
  },
  "methylation-panel": {
    ...common,
    name: "methylation-panel",
    description: "Methylation levels of two promoters; one control in every run.",
    materials: [{ name: "methylation-control", use: "control", description: "Methylated DNA, mixed" }],
    thresholds: [],
    analytes: ["MGMT promoter", "SEPT9"].map((analyte) => ({
      analyte,
      kind: "methylation level",
      materials: ["methylation-control"],
      depth: limit(500, "Controls"),
      controlIntervalDays: limit(90, "Controls"),
    })),
  },
};

/** The second version of the germline assay, which somebody has proposed and nobody approved yet. */
export const nextGermlineDefinition: object = {
  ...assayDefinitions["germline-genome"],
  version: 2,
  thresholds: thresholds({ SNV: 2000, INDEL: 500 }).map((threshold) =>
    threshold.variantType === "INDEL" && threshold.score === "recall"
      ? { ...threshold, minimum: limit(0.975, "Limits") }
      : threshold,
  ),
};

/** Names of the instruments, and what they are. */
export const instruments = {
  "SEQ-A": { model: "short-read sequencer", serialNumber: "A-1187" },
  "SEQ-B": { model: "short-read sequencer", serialNumber: "A-1204" },
  "SEQ-C": { model: "methylation sequencer", serialNumber: "M-0031" },
} as const;

/** One of them. */
export type InstrumentName = keyof typeof instruments;

/** A version of a pipeline with the commit of its code, which the demo makes of their names. */
export function pipelineVersion(pipeline: string, version: string) {
  const revision = createHash("sha1").update(`${pipeline} ${version}`).digest("hex");
  return { pipeline, version, revision };
}

/** The pipeline of each assay, and the version that is in use when the year begins. */
export const pipelines: Readonly<Record<AssayName, { readonly pipeline: string; readonly version: string }>> = {
  "germline-genome": { pipeline: "germline", version: "2.3.0" },
  exome: { pipeline: "germline", version: "2.3.0" },
  "tumour-panel": { pipeline: "tumour-panel", version: "1.8.0" },
  "methylation-panel": { pipeline: "methylation", version: "1.2.1" },
};
