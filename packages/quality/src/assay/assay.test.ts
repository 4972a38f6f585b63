import { readdirSync, readFileSync } from "node:fs";
import { binomialFloor, wilsonInterval } from "@touchstone/statistics";
import { describe, expect, test } from "vitest";
import { thrownBy } from "../../test/thrown.ts";
import { defaultRuleSet } from "../rule-set/rule-set.ts";
import { approveAssay, obstaclesToApproval } from "./approve-assay.ts";
import { citedNumbers } from "./assay.ts";
import { readAssay } from "./read-assay.ts";

const FOLDER = new URL("../../assays/", import.meta.url);
const SHIPPED = readdirSync(FOLDER).map((file) => [file, readFileSync(new URL(file, FOLDER), "utf8")] as const);
const SIGNATURE = { name: "A. Director", at: "2026-01-31T08:00:00.000Z", meaning: "limits for routine" };

const OWN = `schema: touchstone/assay/1
name: panel
version: 2
materials:
  - { name: HD200, use: control }
thresholds:
  - score: recall
    variantType: SNV
    minimum: { value: 0.98, citation: "validation report 7, table 2" }
    observations: { value: 189, citation: "validation report 7, section 3" }
analytes:
  - analyte: EGFR L858R
    kind: vaf
    materials: [HD200]
baseline:
  points: { value: 20, citation: "CLSI C24-Ed4" }
ruleSet:
  name: multirule
  version: 1
  rules: [1-3s, 2-2s]
  citation: "Westgard et al. 1981, Clin Chem 27:493"
reproducibility:
  cvLimit: { value: 0.15, citation: "validation report 7, section 5" }
  replicates: { value: 3, citation: "validation report 7, section 5" }
`;

/** The definition with one text replaced, which has to be there. */
function changed(from: string, to: string): string {
  expect(OWN).toContain(from);
  return OWN.replace(from, to);
}

describe.each(SHIPPED)("the shipped %s", (file, text) => {
  test("loads, and holds thresholds for both variant types, VAF analytes, rules and a CV limit", () => {
    const { document, ruleSet } = readAssay(text, file);
    const scores = document.thresholds.map(({ score, variantType }) => `${variantType} ${score}`);
    for (const variantType of ["SNV", "INDEL"]) {
      for (const score of ["f1", "precision", "recall"]) expect(scores).toContain(`${variantType} ${score}`);
    }
    expect(document.analytes.some(({ kind }) => kind === "vaf")).toBe(true);
    expect(ruleSet.contentSha256).toBe(defaultRuleSet.contentSha256);
    expect(document.reproducibility.cvLimit.value).toBe(0.15);
  });

  test("says of every number where it comes from", () => {
    const numbers = citedNumbers(readAssay(text, file).document);
    // As many as there are digits after "value:" or aliases of such numbers.
    const written = text.match(/value: \d/g)?.length ?? 0;
    expect(numbers.length).toBeGreaterThanOrEqual(written);
    expect(numbers.filter(({ citation }) => citation === null || citation.trim() === "")).toEqual([]);
  });

  test("is refused approval: by its mark, and by its example's citations without it", () => {
    const error = thrownBy(() => approveAssay(text, file, SIGNATURE));
    expect(error.code).toBe("TS_ASSAY_NOT_APPROVABLE");
    const line = text.split("\n").indexOf("mark: EXAMPLE") + 1;
    expect(error.details).toEqual({ file, line, column: 1, field: "mark" });
    const unmarked = text.replace("mark: EXAMPLE\n", "");
    const next = thrownBy(() => approveAssay(unmarked, file, SIGNATURE));
    expect(next.code).toBe("TS_ASSAY_NOT_APPROVABLE");
    expect(next.message).toContain("has an example's citation");
  });

  test("has the numbers that its citations derive", () => {
    const { document } = readAssay(text, file);
    for (const { minimum, observations } of document.thresholds) {
      const n = observations?.value ?? 0;
      expect(wilsonInterval(n, n)?.[0]).toBeGreaterThanOrEqual(minimum.value);
      expect(wilsonInterval(n - 1, n - 1)?.[0]).toBeLessThan(minimum.value);
    }
    for (const [analyte, p] of [
      ["VAF of a heterozygous control site", 0.5],
      ["VAF of a mosaic control site", 0.05],
    ] as const) {
      const depth = document.analytes.find((entry) => entry.analyte === analyte)?.depth?.value ?? 0;
      expect(binomialFloor(p, depth).cv).toBeLessThan(0.15);
      expect(binomialFloor(p, depth - 1).cv).toBeGreaterThanOrEqual(0.15);
    }
  });
});

test("examples ship at all", () => {
  expect(SHIPPED.map(([file]) => file)).toContain("germline-wgs.yaml");
});

describe("a definition of one's own", () => {
  test("is approved with a signature over its content", () => {
    const assay = approveAssay(OWN, "panel.yaml", SIGNATURE);
    expect(assay.approval).toEqual({ ...SIGNATURE, contentSha256: assay.contentSha256 });
    expect(obstaclesToApproval(OWN, "panel.yaml")).toEqual([]);
  });

  test("has a hash of its content: not of comments and layout, but of every number", () => {
    const hash = (text: string) => readAssay(text, "panel.yaml").contentSha256;
    expect(hash(`# a comment\n${OWN}`)).toBe(hash(OWN));
    expect(hash(changed("value: 189", "value: 190"))).not.toBe(hash(OWN));
    expect(hash(changed("version: 2", "version: 3"))).not.toBe(hash(OWN));
    expect(hash(changed("CLSI C24-Ed4", "CLSI C24"))).not.toBe(hash(OWN));
  });

  test.each([
    ["a number without a citation", ', citation: "validation report 7, table 2"', "", { line: 9, column: 5 }],
    ["a blank citation", '"CLSI C24-Ed4"', '" "', { line: 16, column: 3 }],
    ["the example's citation", '"CLSI C24-Ed4"', '"Example only"', { line: 16, column: 24 }],
    [
      "a rule set without a citation",
      '  citation: "Westgard et al. 1981, Clin Chem 27:493"\n',
      "",
      { line: 17, column: 1 },
    ],
    ["the mark", "name: panel", "mark: EXAMPLE\nname: panel", { line: 2, column: 1 }],
  ])("is not approvable with %s", (_, from, to, place) => {
    const text = changed(from, to);
    expect(() => readAssay(text, "panel.yaml")).not.toThrow();
    const error = thrownBy(() => approveAssay(text, "panel.yaml", SIGNATURE));
    expect(error.code).toBe("TS_ASSAY_NOT_APPROVABLE");
    expect(error.details).toMatchObject({ file: "panel.yaml", ...place });
    expect(obstaclesToApproval(text, "panel.yaml")).toHaveLength(1);
  });

  test.each([
    ["a name", { ...SIGNATURE, name: " " }],
    ["a meaning", { ...SIGNATURE, meaning: "" }],
    ["a moment", { ...SIGNATURE, at: "today" }],
  ])("is not approved without %s", (what, signature) => {
    const error = thrownBy(() => approveAssay(OWN, "panel.yaml", signature));
    expect(error.code).toBe("TS_ASSAY_NOT_APPROVABLE");
    expect(error.message).toContain(`needs ${what}`);
  });
});

describe("what a score needs", () => {
  test("a threshold without the number of observations is refused with the reason", () => {
    const text = changed('    observations: { value: 189, citation: "validation report 7, section 3" }\n', "");
    const error = thrownBy(() => readAssay(text, "panel.yaml"));
    expect(error.code).toBe("TS_RULE_ON_SCORE");
    expect(error.details).toEqual({ file: "panel.yaml", line: 7, column: 5, field: "thresholds.0" });
    expect(error.message).toContain("29 of 29 and 2900 of 2900 are both 1");
  });

  test("control rules on it are refused with the reason", () => {
    const text = changed("    variantType: SNV\n", "    variantType: SNV\n    rules: [1-3s]\n");
    const error = thrownBy(() => readAssay(text, "panel.yaml"));
    expect(error.code).toBe("TS_RULE_ON_SCORE");
    expect(error.details).toEqual({ file: "panel.yaml", line: 9, column: 5, field: "thresholds.0.rules" });
    expect(error.message).toContain("recall of SNV is a score, not a measurement");
  });

  test("and it is no analyte", () => {
    const error = thrownBy(() => readAssay(changed("EGFR L858R", "F1 of indels"), "panel.yaml"));
    expect(error.code).toBe("TS_RULE_ON_SCORE");
    expect(error.details).toMatchObject({ line: 12, column: 5, field: "analytes.0.analyte" });
  });
});

test.each([
  ["a minimum above 1", "value: 0.98", "value: 98", "thresholds.0.minimum.value", 9],
  ["a number as text", "value: 0.15", 'value: "15%"', "reproducibility.cvLimit.value", 23],
  ["a bare number", '{ value: 20, citation: "CLSI C24-Ed4" }', "20", "baseline.points", 16],
  ["fewer than 20 baseline points", "value: 20", "value: 19", "baseline.points.value", 16],
  ["one replicate", "value: 3,", "value: 1,", "reproducibility.replicates.value", 24],
  ["an unknown rule", "[1-3s, 2-2s]", "[1-3s, 2-9s]", "ruleSet.rules.1", 20],
  ["a rule named twice", "[1-3s, 2-2s]", "[1-3s, 1-3s]", "ruleSet.rules.1", 20],
  ["an unknown score", "score: recall", "score: accuracy", "thresholds.0.score", 7],
  ["an unknown field", "name: panel", "name: panel\nthreshold: 1", "threshold", 3],
  ["a material that is not there", "materials: [HD200]", "materials: [HD300]", "analytes.0.materials.0", 14],
  [
    "a material twice",
    "{ name: HD200, use: control }",
    "{ name: HD200, use: control }\n  - { name: HD200, use: control }",
    "materials.1",
    6,
  ],
  ["logit of a quantity", "kind: vaf", "kind: quantity\n    scale: logit", "analytes.0.scale", 14],
  ["a depth of a quantity", "kind: vaf", "kind: quantity\n    depth: { value: 9 }", "analytes.0.depth", 14],
  ["no schema", "schema: touchstone/assay/1\n", "", "schema", 1],
])("%s is refused with its place", (_, from, to, field, line) => {
  const error = thrownBy(() => readAssay(changed(from, to), "panel.yaml"));
  expect(error.code).toBe("TS_DEFINITION_INVALID");
  expect(error.details).toMatchObject({ file: "panel.yaml", line, field });
  expect(error.message).toContain(`panel.yaml:${line}, column `);
});

test("damaged YAML is refused with its place", () => {
  const error = thrownBy(() => readAssay(`${OWN}  : [`, "panel.yaml"));
  expect(error.code).toBe("TS_DEFINITION_INVALID");
  expect(error.details.line).toBeGreaterThan(20);
});

test("an assay that watches nothing is refused", () => {
  const text = OWN.replace(/thresholds:[\s\S]*baseline:/, "thresholds: []\nanalytes: []\nbaseline:");
  expect(thrownBy(() => readAssay(text, "panel.yaml")).message).toContain("watches nothing");
});
