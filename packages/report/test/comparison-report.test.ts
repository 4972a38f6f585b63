import type { ComparisonMetricsDocument } from "@touchstone/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { comparisonReport } from "../src/index.ts";
import { anyMetrics, provenanceOf } from "./metrics.ts";
import { expectInert, expectTextsOfValues, parsePage, tableRows } from "./parsed-page.ts";

type Row = ComparisonMetricsDocument["rows"][number];

const HOSTILE = `<img src=x onerror="alert(1)">'</title></style><script>alert(2)</script>&amp;`;

/** Numbers of a row in the order of the table of scores; nulls are not there. */
function scores({ truth, query, recall, precision, f1 }: Row): number[] {
  const numbers = [truth.total, truth.tp, truth.fn, query.tp, query.fp, query.unk];
  const estimates = [recall, precision].flatMap(({ value, wilson95 }) => [value, ...(wilson95 ?? [])]);
  return [...numbers, ...estimates, f1].filter((value) => value !== null);
}

function further({ query, recall, precision, fracNa, fpPerMb }: Row): number[] {
  const intervals = [...(recall.jeffreys95 ?? []), ...(precision.jeffreys95 ?? [])];
  return [query.total, query.fpGenotype, query.fpAllele, fracNa, fpPerMb, ...intervals].filter(
    (value) => value !== null,
  );
}

test("every number of the metrics is in its table, exactly, and nothing else is", () => {
  fc.assert(
    fc.property(anyMetrics, (metrics) => {
      const root = parsePage(comparisonReport({ metrics, provenance: null, curves: [], warnings: null }));
      const of = (keep: (row: Row) => boolean) => metrics.rows.filter(keep);
      const filters = ["PASS", "ALL"].filter((filter) => metrics.rows.some((row) => row.filter === filter));
      const whole = ["SNP", "INDEL"].flatMap((type) =>
        filters.flatMap((filter) =>
          of((row) => row.type === type && row.filter === filter && row.stratum === "*" && row.subtype === "*"),
        ),
      );
      const values = (caption: string) => tableRows(root, caption).map((row) => row.values);
      expect(values("Agreement by variant type")).toEqual(whole.map(scores));
      expect(values("Further counts and intervals")).toEqual(whole.map(further));
      expect(values("Composition of the call sets")).toEqual(
        whole.map(({ truth, query }) =>
          [truth.titv, query.titv, truth.hetHom, query.hetHom].filter((value) => value !== null),
        ),
      );
      for (const filter of filters) {
        for (const type of ["SNP", "INDEL"]) {
          const rows = of(
            (row) => row.type === type && row.filter === filter && row.stratum !== "*" && row.subtype === "*",
          );
          expect(values(`${type} by stratum, ${filter}`)).toEqual(rows.map(scores));
        }
        const order = ["D16_PLUS", "I1_5", "C1_5"];
        const subtypes = order.flatMap((subtype) => of((row) => row.filter === filter && row.subtype === subtype));
        expect(values(`INDEL by length and kind, ${filter}`)).toEqual(subtypes.map(scores));
      }
      expect(values("Size of what was compared, in bases")).toEqual(
        metrics.strata.map(({ sizeBases, confidentBases, assessedBases }) =>
          [sizeBases, confidentBases, assessedBases].filter((value) => value !== null),
        ),
      );
      expectTextsOfValues(root);
    }),
    { numRuns: 25 },
  );
});

test("where there is no number there is a dash with the reason, never 0", () => {
  const [metrics] = fc.sample(anyMetrics, { numRuns: 1, seed: 7 }) as [ComparisonMetricsDocument];
  const none = { value: null, wilson95: null, jeffreys95: null };
  const empty = {
    ...metrics,
    rows: metrics.rows.map((row) => ({ ...row, recall: none, precision: none, f1: null, fracNa: null, fpPerMb: null })),
  };
  const root = parsePage(comparisonReport({ metrics: empty, provenance: null, curves: [], warnings: [] }));
  for (const { text } of tableRows(root, "Agreement by variant type")) {
    expect(text).toContain("–no truth records–no query records judged–no recall, no precision");
  }
  for (const { text } of tableRows(root, "Further counts and intervals")) {
    expect(text).toContain("–no query records–no assessed bases");
  }
});

test("text of the data is text everywhere", () => {
  const [sampled] = fc.sample(anyMetrics, { numRuns: 1, seed: 3 }) as [ComparisonMetricsDocument];
  const metrics = {
    ...sampled,
    scoreField: HOSTILE,
    strata: sampled.strata.map((one) => (one.name === "*" ? one : { ...one, name: HOSTILE })),
    rows: sampled.rows.map((row) => (row.stratum === "*" ? row : { ...row, stratum: HOSTILE })),
  };
  const points = [
    { recall: 0.5, precision: 0.9 },
    { recall: 0.6, precision: 0.8 },
  ];
  const page = comparisonReport({
    metrics,
    provenance: provenanceOf(HOSTILE),
    curves: [{ type: "SNP", filter: "PASS", points }],
    warnings: [HOSTILE],
  });
  const root = expectInert(page);
  expect(root.querySelector("dl.facts dd")?.textContent).toContain(`sample ${HOSTILE}`);
  expect(root.querySelector("ul.notes li")?.textContent).toBe(HOSTILE);
});

test("inputs stand with their SHA-256, options with their values, methods with their sources", () => {
  const [metrics] = fc.sample(anyMetrics, { numRuns: 1, seed: 1 }) as [ComparisonMetricsDocument];
  const page = comparisonReport({ metrics, provenance: provenanceOf("HG002"), curves: [], warnings: [] });
  const root = parsePage(page);
  for (const letter of "abcde") expect(page).toContain(letter.repeat(64));
  const inputs = tableRows(root, "Inputs").map(({ text }) => text);
  expect(inputs.some((text) => text.startsWith("targetsnot given"))).toBe(true);
  expect(page).toContain("<dt>Option match</dt><dd>genotype</dd>");
  expect([...root.querySelectorAll("ol.references li")]).toHaveLength(4);
  expect([...root.querySelectorAll("h2")].map(({ textContent }) => textContent)).toEqual([
    "Result",
    "Warnings, and what was not assessed",
    "By stratification region",
    "Precision against recall",
    "Indels by length",
    "Inputs, options and versions",
    "Methods",
    "Signatures",
  ]);
});

test("a comparison without provenance, strata or curves says so", () => {
  const [sampled] = fc.sample(anyMetrics, { numRuns: 1, seed: 2 }) as [ComparisonMetricsDocument];
  const metrics = {
    ...sampled,
    strata: sampled.strata.slice(0, 1),
    rows: sampled.rows.filter((row) => row.stratum === "*" && row.subtype === "*"),
  };
  const text = parsePage(comparisonReport({ metrics, provenance: null, curves: [], warnings: null })).textContent;
  expect(text).toContain("P.provenance.json is missing");
  expect(text).toContain("no stratification regions were given");
  expect(text).toContain("there are no roc tables");
  expect(text).toContain("the metrics have no subtypes of INDEL");
});
