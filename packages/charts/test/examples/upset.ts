import type { UpsetData } from "../../src/index.ts";

/** Three versions; one intersection is of FP alone. */
export const upsetExample: UpsetData = {
  title: "Lost and gained",
  sets: [
    { name: "germline 1.4.0, run 2026-02-01", fn: 412, fp: 130 },
    { name: "germline 2.0.0 with a long name that has no room here at all", fn: 305, fp: 96 },
    { name: "other caller", fn: 288, fp: 1204 },
  ],
  intersections: [
    { members: [2], fn: 40, fp: 1100 },
    { members: [0, 1, 2], fn: 230, fp: 61 },
    { members: [0], fn: 120, fp: 40 },
    { members: [0, 1], fn: 57, fp: 29 },
    { members: [1], fn: 18, fp: 6 },
    { members: [0, 2], fn: 5, fp: 0 },
    { members: [1, 2], fn: 0, fp: 3 },
  ],
};
