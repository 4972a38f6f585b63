import type { GateForestData } from "../../src/index.ts";

/** A row of each verdict. */
export const gateForestExample: GateForestData = {
  title: "Release gate: germline 2.4.0 against 2.3.1",
  reference: "germline 2.3.1",
  candidate: "germline 2.4.0",
  level: 0.95,
  rows: [
    {
      metric: "recall",
      stratum: "SNV",
      reference: 0.9951,
      candidate: 0.9956,
      difference: 0.0005,
      interval: [0.0001, 0.0009],
      margin: 0.001,
      verdict: "non-inferior",
    },
    {
      metric: "precision",
      stratum: "SNV",
      reference: 0.9984,
      candidate: 0.9979,
      difference: -0.0005,
      interval: [-0.0012, 0.0002],
      margin: 0.001,
      verdict: "indeterminate",
    },
    {
      metric: "F1",
      stratum: "indel",
      reference: 0.9912,
      candidate: 0.9879,
      difference: -0.0033,
      interval: [-0.0041, -0.0025],
      margin: 0.002,
      verdict: "inferior",
    },
    {
      metric: "recall",
      stratum: "indel",
      reference: 0.9903,
      candidate: null,
      difference: null,
      interval: null,
      margin: 0.002,
      verdict: "not evaluable",
      reason: "no indels in the candidate",
    },
  ],
};
