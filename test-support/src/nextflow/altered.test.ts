import { expect, test } from "vitest";
import { alterations } from "./altered.ts";

test("each value, name and assertion is altered in turn, and one item is added", () => {
  const expected = [
    [
      { id: "A" },
      {
        file: "a.bam",
        lines: 3,
        contains: ["x", "y"],
        lacks: ["z"],
        numbers: [
          { find: "(n)", equals: 1 },
          { find: "(m)", atMost: 5 },
        ],
        flagged: { 4: 0 },
      },
      { folder: "d", holds: [{ file: "e", bytes: 2, begins: "E" }] },
      "text",
      7,
    ],
  ];
  const altered = alterations(expected);
  expect(altered.map(({ what }) => what)).toEqual([
    "an item more",
    '{"id":"A"}',
    "a.bam: name",
    "a.bam: lines",
    "a.bam: contains x",
    "a.bam: contains y",
    "a.bam: lacks",
    "a.bam: (n)",
    "a.bam: (m)",
    "a.bam: flags 4",
    "folder d",
    "e: name",
    "e: bytes",
    "e: begins",
    '"text"',
    "7",
  ]);
  const others = altered.map((each) => JSON.stringify(each.expected));
  expect(new Set([...others, JSON.stringify(expected)]).size).toBe(altered.length + 1);
});
