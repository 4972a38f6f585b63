import type { IndelLengthData } from "../../src/index.ts";

/** Long insertions are worse; no long deletion is in the truth. */
export const indelLengthExample: IndelLengthData = {
  title: "Indels by length",
  level: 0.95,
  classes: [
    {
      name: "−16 and more",
      n: 0,
      f1: null,
      recall: null,
      recallInterval: null,
      precision: 0.5,
      precisionInterval: [0.09, 0.91],
      reason: "recall is undefined: no truth records",
    },
    score("−6 to −15", 212, 0.934, 0.951),
    score("−1 to −5", 4120, 0.981, 0.985),
    score("+1 to +5", 3987, 0.979, 0.983),
    score("+6 to +15", 190, 0.902, 0.94),
    score("+16 and more", 41, 0.731, 0.882),
  ],
};

function score(name: string, n: number, recall: number, precision: number): IndelLengthData["classes"][number] {
  const around = (value: number): [number, number] => [
    value - 0.9 / Math.sqrt(n),
    Math.min(1, value + 0.4 / Math.sqrt(n)),
  ];
  return {
    name,
    n,
    f1: (2 * recall * precision) / (recall + precision),
    recall,
    recallInterval: around(recall),
    precision,
    precisionInterval: around(precision),
  };
}
