import type { ComparisonMetricsDocument } from "@touchstone/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { benchmarkReport } from "../src/index.ts";
import { benchmarkMultiqc } from "../src/multiqc/index.ts";
import { benchmarkInput } from "./benchmark-example.ts";
import { anyMetrics } from "./metrics.ts";
import { expectInert, type PageElement, parsePage, tableRows } from "./parsed-page.ts";

const HOSTILE = `<img src=x onerror="alert(1)">`;

test("the tables hold the scores and counts of every comparison, exactly, and nothing else", () => {
  fc.assert(
    fc.property(anyMetrics, (metrics) => {
      const root = expectInert(benchmarkReport(benchmarkInput(HOSTILE, metrics)));
      for (const type of ["SNP", "INDEL"]) {
        const ofType = metrics.rows.filter((row) => row.type === type && row.subtype === "*");
        const whole = ofType.filter(({ stratum }) => stratum === "*").map(scores);
        expect(valuesOf(root, `${type} against GIAB 4.2.1`)).toEqual([...whole, ...whole, ...whole]);
        expect(valuesOf(root, `${type} against ${HOSTILE}`)).toEqual(whole);
        const strata = [...new Set(ofType.map(({ stratum }) => stratum))].filter((stratum) => stratum !== "*");
        expect(valuesOf(root, `${type} by stratum, against GIAB 4.2.1`)).toEqual(
          strata.flatMap((name) => {
            const rows = ofType.filter(({ stratum }) => stratum === name).map(scores);
            return [...rows, ...rows, ...rows];
          }),
        );
      }
    }),
    { numRuns: 30 },
  );
});

function valuesOf(root: PageElement, caption: string): unknown[] {
  return tableRows(root, caption).map(({ values }) => values);
}

/** Numbers of a row in the order of the table; nulls are not there. */
function scores({ truth, query, recall, precision, f1 }: ComparisonMetricsDocument["rows"][number]): number[] {
  const numbers = [truth.total, truth.tp, truth.fn, query.tp, query.fp, query.unk];
  const estimates = [recall, precision].flatMap(({ value, wilson95 }) => [value, ...(wilson95 ?? [])]);
  return [...numbers, ...estimates, f1].filter((value) => value !== null);
}

test("the page names samples, callers and truth sets, and has a table for each type and truth set", () => {
  const [metrics] = fc.sample(anyMetrics, { numRuns: 1, seed: 4 }) as [ComparisonMetricsDocument];
  const page = parsePage(benchmarkReport(benchmarkInput("S1", metrics)));
  expect(page.querySelector("h1")?.textContent).toBe("2 callers, 2 samples, 2 truth sets");
  const captions = [...page.querySelectorAll("caption")].map(({ textContent }) => textContent);
  expect(captions).toEqual(
    expect.arrayContaining([
      "SNP against GIAB 4.2.1",
      "INDEL against GIAB 4.2.1",
      "SNP against S1",
      "INDEL against S1",
    ]),
  );
});

test("MultiQC gets a row for each comparison, with no cell where there is no number", () => {
  fc.assert(
    fc.property(anyMetrics, (metrics) => {
      const { suffix, content } = benchmarkMultiqc(benchmarkInput("S1", metrics));
      expect(suffix).toBe(".touchstone_benchmark_mqc.json");
      const { data, headers } = JSON.parse(content);
      expect(Object.keys(data)).toHaveLength(4);
      const row = metrics.rows.find(
        ({ type, stratum, subtype, filter }) =>
          type === "SNP" && stratum === "*" && subtype === "*" && filter === "PASS",
      );
      for (const cells of Object.values<Record<string, number>>(data)) {
        expect(cells.SNP_f1).toBe(row?.f1 ?? undefined);
        expect(cells.SNP_recall).toBe(row?.recall.value ?? undefined);
        expect(Object.keys(cells).every((column) => column in headers)).toBe(true);
      }
    }),
    { numRuns: 20 },
  );
});
