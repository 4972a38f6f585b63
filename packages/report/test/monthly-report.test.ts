import fc from "fast-check";
import { expect, test } from "vitest";
import { monthlyReport } from "../src/index.ts";
import { pareto } from "../src/monthly/pareto.ts";
import { monthlyInput } from "./monthly-example.ts";
import { expectInert, expectTextsOfValues, parsePage, tableRows } from "./parsed-page.ts";

const HOSTILE = `<img src=x onerror="alert(1)">'</title></style><script>alert(2)</script>&amp;`;

test("text of the records is text everywhere", () => {
  const root = expectInert(monthlyReport(monthlyInput(HOSTILE)));
  expect(root.querySelector("h1")?.textContent).toBe(`${HOSTILE}, 2026-03`);
  expectTextsOfValues(root);
});

test("the head names month, state and moment exactly, in UTC", () => {
  const text = parsePage(monthlyReport(monthlyInput("A"))).querySelector("dl.facts")?.textContent ?? "";
  expect(text).toContain("2026-03-01 00:00:00 UTC to before 2026-04-01 00:00:00 UTC");
  expect(text).toContain("out of control, by the last run that was judged, A");
  expect(text).toContain("2026-04-03 09:30:00 UTC");
});

test("a month without runs is not evaluable, never in control", () => {
  const empty = { runs: [], verdicts: [], alerts: [], nonConformances: [], trends: [], changes: [], lots: [] };
  const falseAlarms = { judged: 0, rejected: 0, expected: null, reason: "no control was evaluable" };
  const root = parsePage(monthlyReport({ ...monthlyInput("A"), ...empty, falseAlarms, versions: [] }));
  expect(root.querySelector("dl.facts")?.textContent).toContain("not evaluable: no run of the month was judged");
  expect(root.textContent).not.toContain("in control,");
  expect(root.textContent).toContain("Nothing was judged in the month: its state is not evaluable.");
  expect(tableRows(root, "Rejections by chance, and rejections seen")).toEqual([
    { text: expect.stringContaining("–no control was evaluable"), values: [0, 0] },
  ]);
});

test("runs are counted by disposition, signed and not", () => {
  const root = parsePage(monthlyReport(monthlyInput("A")));
  const counts = tableRows(root, "Runs by disposition").map(({ values }) => values);
  expect(counts).toEqual([
    [0, 0, 0],
    [1, 0, 1],
    [1, 1, 0],
    [0, 0, 0],
    [2, 1, 1],
  ]);
});

test("violations count where they begin; what is not evaluable counts with its reason", () => {
  const rows = tableRows(parsePage(monthlyReport(monthlyInput("A"))), "Flagged and not evaluable, by rule and reason");
  expect(rows.map(({ text, values }) => [text.replace(/\d.*$/, "").slice(0, 4), ...values])).toEqual([
    ["", 2, 0.4, 0.4],
    ["", 1, 0.2, 0.6],
    ["not ", 1, 0.2, 0.8],
    ["thre", 1, 0.2, 1],
  ]);
  expect(rows[0]?.text).toContain("2-2s across runs (rejection)");
});

test("alerts are counted in the month that they belong to, with their age at its end", () => {
  const root = parsePage(monthlyReport(monthlyInput("A")));
  expect(tableRows(root, "Alerts about this assay").map(({ values }) => values)).toEqual([
    [2, 2, 0, 0, 0],
    [1, 1, 0, 0, 0],
    [2, 2, 0, 0, 0],
  ]);
  // From noon of 10 February to the end of 31 March: 49 days and a half; from 30 March, a day and an hour.
  const ages = tableRows(root, "Open at the end of the month").map(({ text }) => /UTC(\d+ days?)/.exec(text)?.[1]);
  expect(ages).toEqual(["49 days", "1 day"]);
  expect(tableRows(root, "Resolved in the month")[0]?.text).toContain("10 days");
});

test("in a month that is not over ages end at the report, which says so", () => {
  const input = monthlyInput("A");
  const asOf = "2026-03-11T12:00:00.000Z";
  const root = parsePage(monthlyReport({ ...input, period: { ...input.period, asOf, madeAt: asOf } }));
  expect(root.textContent).toContain("The month is not over");
  expect(tableRows(root, "Open at the end of the month")[0]?.text).toContain("29 days");
});

test("a decline comes first, with the days on which its line meets the threshold", () => {
  const root = parsePage(monthlyReport(monthlyInput("A")));
  const [first, , last] = tableRows(root, "Since the last change, up to the month's end");
  expect(first?.text).toMatch(/^recall of INDEL A/);
  expect(first?.text).toContain("2026-03-17");
  expect(first?.text).toContain("2026-03-12 to 2026-03-23");
  expect(last?.text).toContain("not evaluable0 values are fewer than 8");
  expect(last?.text).toContain("–no value");
  expect(root.querySelector("ul.notes")?.textContent).toContain(
    "Decline: recall of INDEL A; its line meets the threshold: 2026-03-17 (2026-03-12 to 2026-03-23).",
  );
});

test("a Pareto's shares add up to 1, and no cause is more frequent than the one before it", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("1-3s", "2-2s", "R-4s", "4-1s"), { minLength: 1 }), (causes) => {
      const rows = pareto(causes);
      expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(causes.length);
      expect(rows.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(rows.at(-1)?.cumulativeShare).toBe(1);
      for (const [index, { count }] of rows.entries())
        expect(count).toBeLessThanOrEqual(rows[index - 1]?.count ?? count);
    }),
  );
});
