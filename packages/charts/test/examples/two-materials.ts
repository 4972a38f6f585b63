import type { TwoMaterialsData } from "../../src/index.ts";

const FIRST = [0.3, -0.8, 1.1, -0.2, 0.6, -1.4, 0.1, 2.4, 2.7, 3.3, null, 0.2];
const SECOND = [-0.4, 0.5, 0.9, null, -0.7, -1.1, 0.6, 2.2, 2.9, 3.1, 0.4, -9];

/** Three runs that move both levels, one run without the other level, and a value beyond the axis. */
export const twoMaterialsExample: TwoMaterialsData = {
  title: "EGFR L858R in two levels",
  first: "HD-25 low",
  second: "HD-25 high",
  points: FIRST.map((first, index) => ({
    run: `R${String(index + 1).padStart(2, "0")}`,
    first,
    second: SECOND[index]!,
  })),
};
