import type { CvProfileData } from "../../src/index.ts";
import { uniformNoise } from "./noise.ts";

const uniform = uniformNoise(21);

function points(count: number, stratum: string, excess: number): CvProfileData["points"] {
  return Array.from({ length: count }, () => {
    const vaf = 0.01 * 100 ** uniform();
    const floor = Math.sqrt((1 - Math.min(vaf, 0.99)) / (vaf * 100));
    return { x: Math.min(vaf, 1), cv: floor * excess * (0.5 + uniform()), stratum };
  });
}

/** Variants of two kinds from 1 % to 100 % VAF at 100x, one without CV and one with a CV of 0. */
export const cvProfileExample: CvProfileData = {
  title: "CV of the VAF over three replicates",
  xAxis: "vaf",
  quantity: "VAF",
  unit: "",
  points: [
    ...points(40, "SNV", 1.2),
    ...points(20, "indel", 1.7),
    { x: 0.5, cv: null, stratum: "SNV" },
    { x: 0.99, cv: 0, stratum: "SNV" },
  ],
  n: 20_000,
  bins: [
    { range: [0.01, 0.05], n: 6000, cv: 0.62, interval: [0.41, 0.92] },
    { range: [0.05, 0.2], n: 5000, cv: 0.31, interval: [0.22, 0.44] },
    { range: [0.2, 0.5], n: 4000, cv: 0.17, interval: [0.11, 0.24] },
    { range: [0.5, 1], n: 2, cv: null, interval: null, reason: "fewer than 20 variants" },
  ],
  binInterval: "quartiles",
  depths: [30, 100],
  limit: 0.15,
};
