import type { PrecisionRecallData, PrecisionRecallPoint } from "../../src/index.ts";

/** Curves that leave the frame at strict thresholds; a type without a curve has its operating point alone. */
export const precisionRecallExample: PrecisionRecallData = {
  title: "Precision against recall",
  score: "QUAL",
  curves: [
    { name: "SNP", points: curve(0.98, 0.97), operatingPoint: { recall: 0.98, precision: 0.97 } },
    { name: "INDEL", points: curve(0.94, 0.92), operatingPoint: { recall: 0.94, precision: 0.92 } },
    { name: "none", points: [{ recall: 0, precision: null }], operatingPoint: { recall: null, precision: null } },
  ],
};

/** From the loosest threshold: precision falls with the square of recall. */
function curve(recall: number, precision: number): PrecisionRecallPoint[] {
  return Array.from({ length: 40 }, (_, index) => {
    const share = 1 - index / 39;
    return { recall: recall * share, precision: 1 - (1 - precision) * share * share };
  });
}
