import type { EwmaCusumData, EwmaCusumPoint } from "../../src/index.ts";

/** Deviations in SD; from the thirteenth on the mean is higher by about 1.5. */
const DEVIATIONS = [
  0.3, -0.8, 1.1, -0.2, 0.6, -1.4, 0.1, 0.9, -0.5, -1.0, 0.2, -0.3, 1.8, 1.1, 2.0, 0.7, 1.9, 1.4, 1.6, 1.2,
];
const LAMBDA = 0.2;
const MULTIPLIER = 2.962;

function chart(): EwmaCusumPoint[] {
  let ewma = 0;
  let high = 0;
  let low = 0;
  return DEVIATIONS.map((deviation, index) => {
    ewma = LAMBDA * deviation + (1 - LAMBDA) * ewma;
    high = Math.max(0, high + deviation - 0.5);
    low = Math.max(0, low - deviation - 0.5);
    const limit = MULTIPLIER * Math.sqrt((LAMBDA / (2 - LAMBDA)) * (1 - (1 - LAMBDA) ** (2 * (index + 1))));
    return {
      run: `R${String(index + 1).padStart(2, "0")}`,
      ewma,
      ewmaLimits: [-limit, limit],
      cusumHigh: high,
      cusumLow: low,
      ewmaSignal: Math.abs(ewma) > limit,
      cusumSignal: high > 5 || low > 5,
    };
  });
}

/** A shift that both charts find. */
export const ewmaCusumExample: EwmaCusumData = {
  title: "EWMA and CUSUM of the VAF in HD-25",
  lambda: LAMBDA,
  limitMultiplier: MULTIPLIER,
  allowance: 0.5,
  decisionInterval: 5,
  points: chart(),
};
