import type { BlandAltmanData, BlandAltmanPair } from "../../src/index.ts";
import { normalNoise, uniformNoise } from "./noise.ts";

const uniform = uniformNoise(11);
const normal = normalNoise(12);

function pair(first: string, second: string, bias: number): BlandAltmanPair {
  const points = Array.from({ length: 24 }, () => ({
    mean: 0.1 + 0.8 * uniform(),
    difference: bias + 0.02 * normal(),
  }));
  return {
    first,
    second,
    points,
    agreement: {
      n: 1260,
      bias,
      biasInterval: [bias - 0.0011, bias + 0.0011],
      limits: [bias - 0.0392, bias + 0.0392],
      lowerLimitInterval: [bias - 0.0411, bias - 0.0373],
      upperLimitInterval: [bias + 0.0373, bias + 0.0411],
    },
    proportionalBias: { slope: 0.02, intercept: bias - 0.01 },
  };
}

/** Three runs: two pairs with limits, one without. */
export const blandAltmanExample: BlandAltmanData = {
  title: "VAF in three replicates of HG002",
  quantity: "VAF",
  unit: "",
  level: 0.95,
  pairs: [
    pair("run A", "run B", 0.004),
    pair("run A", "run C", -0.012),
    {
      first: "run B",
      second: "run C",
      points: [{ mean: 0.5, difference: 0.01 }],
      agreement: {
        n: 1,
        bias: 0.01,
        biasInterval: null,
        limits: null,
        lowerLimitInterval: null,
        upperLimitInterval: null,
      },
      reason: "one pair of measurements",
    },
  ],
};
