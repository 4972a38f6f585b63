import { gunzipSync } from "node:zlib";
import { compareGeneratedReplicates } from "@touchstone/test-support/replicates";
import { beforeAll, expect, test } from "vitest";
import { type ReplicateStudy, reproducibilityReport, type StudyVariant } from "../src/index.ts";
import { expectInert, expectTextsOfValues, parsePage, tableRows } from "./parsed-page.ts";

const HOSTILE = `<img src=x onerror="alert(1)">'</title></style><script>alert(2)</script>&amp;`;

let study: ReplicateStudy;
let variants: StudyVariant[];

beforeAll(async () => {
  const files = await compareGeneratedReplicates({ seed: 5, runs: 3, variants: 200, noise: 0.02, depth: 100 });
  study = JSON.parse(text(files, "reproducibility.json"));
  const rows = gunzipSync(files.get("variants.tsv.gz") ?? "")
    .toString()
    .trim()
    .split("\n")
    .slice(1);
  variants = rows.map(variantOf);
});

function text(files: ReadonlyMap<string, Buffer>, name: string): string {
  return (files.get(name) ?? Buffer.of()).toString();
}

function variantOf(row: string): StudyVariant {
  const [contig, position, ref, alt, variantType = "", zygosity = "", , ...cells] = row.split("\t");
  const number = (cell = ".") => (cell === "." ? null : Number(cell));
  const [mean = null, sd = null, cv = null, floorCv = null] = cells.slice(9).map(number);
  return {
    analyte: `${contig}:${position} ${ref}>${alt}`,
    variantType,
    zygosity,
    stratum: null,
    values: [0, 3, 6].map((place) => number(cells[place])),
    depths: [1, 4, 7].map((place) => number(cells[place])),
    states: [2, 5, 8].map((place) => cells[place] ?? ""),
    mean,
    sd,
    cv,
    floorCv,
  };
}

function known(...numbers: readonly (number | null)[]): number[] {
  return numbers.filter((value) => value !== null);
}

test("the numbers of every stratum and pair are those of the study", () => {
  const root = parsePage(reproducibilityReport({ study, variants }));
  const values = (caption: string) => tableRows(root, caption).map((row) => row.values);
  expect(values("Agreement between runs by stratum")).toEqual(
    study.strata.map(({ variants: n, complete, within, icc, iccReml, calls }) =>
      known(
        n,
        complete,
        ...(within.sd === null ? [] : [within.sd, ...(within.sdInterval ?? [])]),
        ...(within.limits ?? []),
        ...[icc, iccReml].flatMap(({ agreement: { value, interval } }) =>
          value === null ? [] : [value, ...(interval ?? [])],
        ),
        calls.callRate,
      ),
    ),
  );
  expect(values("All pairs, all variants")).toEqual(
    study.strata[0]!.pairs.map(({ agreement, bothCall, eitherCalls, jaccard }) =>
      known(
        agreement.n,
        agreement.bias,
        ...(agreement.biasInterval ?? []),
        agreement.sd,
        ...(agreement.limits ?? []),
        bothCall,
        eitherCalls,
        jaccard,
      ),
    ),
  );
  expect(values("Coefficient of variation between runs, as a fraction")).toEqual(
    study.strata.map(({ cv, overdispersion }) =>
      known(
        cv.n,
        cv.belowLeastMean,
        cv.median,
        cv.p90,
        cv.pooled,
        cv.floorMedian,
        cv.ratioToFloor,
        overdispersion.value,
      ),
    ),
  );
  expectTextsOfValues(root);
});

test("the worst variants vary most beyond counting, and stand with every run's value or why it has none", () => {
  const root = parsePage(reproducibilityReport({ study, variants }));
  const rows = tableRows(root, "The 20 with the largest CV, relative to the floor where it is known");
  const ratio = ({ cv, floorCv }: StudyVariant) => (cv === null || !floorCv ? -1 : cv / floorCv);
  const expected = variants.toSorted((a, b) => ratio(b) - ratio(a)).slice(0, 20);
  expect(rows.map((row) => row.values)).toEqual(
    expected.map(({ values, mean, sd, cv, floorCv }) => known(...values, mean, sd, cv, floorCv)),
  );
  expect(rows.map((row) => row.text.startsWith(expected[rows.indexOf(row)]!.analyte))).not.toContain(false);
});

test("a stratum without an ICC is named with its reason, and has a dash", () => {
  const [whole] = study.strata;
  const none = { ...whole!.icc.agreement, value: null, interval: null, reason: "no variance at all" };
  const changed = { ...study, strata: [{ ...whole!, icc: { ...whole!.icc, agreement: none } }] };
  const root = parsePage(reproducibilityReport({ study: changed, variants: null }));
  expect(root.querySelector("ul.notes")?.textContent).toContain("all variants: ICC not evaluable, no variance at all.");
  expect(tableRows(root, "Agreement between runs by stratum")[0]?.text).toContain("–no variance at all");
  expect(root.textContent).toContain("P.variants.tsv.gz is not there");
});

test("text of the data is text everywhere", () => {
  const changed = JSON.parse(JSON.stringify(study).replaceAll('"run1"', JSON.stringify(HOSTILE))) as ReplicateStudy;
  const hostile = variants.map((one) => ({ ...one, analyte: HOSTILE, variantType: HOSTILE, states: [HOSTILE] }));
  const root = expectInert(reproducibilityReport({ study: changed, variants: hostile }));
  expect(root.querySelector("dl.facts dd")?.textContent).toContain(HOSTILE);
  expect(tableRows(root, "Variants by what each run says of them")[0]?.text).toContain(HOSTILE);
});
