import { expect, test } from "vitest";
import { thrownBy } from "../../test/thrown.ts";
import { defaultPolicies } from "./policies.ts";
import { defaultRuleSet, readRuleSet } from "./rule-set.ts";

const YAML = `schema: touchstone/rule-set/1
name: two controls
version: 3
rules:
  - 1-2s
  - {rule: R-4s, rangeForm: difference}
  - rule: 4-1s
    scopes: [across runs, across materials]
    severity: warning
policies:
  rejectedRuns: left out
  dispositions:
    outOfControl: repeat
`;

test("a YAML file and the JSON of the same are one rule set", () => {
  const fromYaml = readRuleSet(YAML, "rules.yaml");
  const json = JSON.stringify({
    version: 3,
    name: "two controls",
    schema: "touchstone/rule-set/1",
    policies: { dispositions: { outOfControl: "repeat" }, rejectedRuns: "left out" },
    rules: [
      "1-2s",
      { rangeForm: "difference", rule: "R-4s" },
      { rule: "4-1s", severity: "warning", scopes: ["across runs", "across materials"] },
    ],
  });
  expect(readRuleSet(json, "rules.json")).toEqual(fromYaml);
  expect(fromYaml.rules).toEqual([
    { rule: "1-2s", scopes: ["within run"], severity: "warning", rangeForm: "two-sided 2s" },
    { rule: "R-4s", scopes: ["within run"], severity: "rejection", rangeForm: "difference" },
    { rule: "4-1s", scopes: ["across runs", "across materials"], severity: "warning", rangeForm: "two-sided 2s" },
  ]);
});

test("policies that are not given are the documented defaults", () => {
  const { policies } = readRuleSet(YAML, "rules.yaml");
  expect(policies).toEqual({
    ...defaultPolicies,
    rejectedRuns: "left out",
    dispositions: { outOfControl: "repeat", notEvaluable: "held", warning: "released" },
  });
});

test("another rule, policy, name or version is another content hash", () => {
  const hashes = [
    YAML,
    YAML.replace("difference", "two-sided 2s"),
    YAML.replace("left out", "counted"),
    YAML.replace("version: 3", "version: 4"),
    YAML.replace("two controls", "2 controls"),
  ].map((text) => readRuleSet(text, "rules.yaml").contentSha256);
  expect(new Set(hashes).size).toBe(hashes.length);
});

test("in the shipped rule set only 1-2s is a warning", () => {
  const warnings = defaultRuleSet.rules.filter(({ severity }) => severity === "warning");
  expect(warnings.map(({ rule }) => rule)).toEqual(["1-2s"]);
  expect(defaultRuleSet.rules.map(({ rule }) => rule)).toEqual(["1-2s", "1-3s", "2-2s", "R-4s", "4-1s", "10-x"]);
});

test.each([
  ["an unknown rule", YAML.replace("- 1-2s", "- 1-5s"), 5, 5, "rules.0", '"1-5s" is none of 1-2s, 1-3s'],
  [
    "an unknown rule with settings",
    YAML.replace("rule: R-4s", "rule: R-5s"),
    6,
    6,
    "rules.1.rule",
    '"R-5s" is none of',
  ],
  [
    "a scope that the rule does not have",
    YAML.replace("rangeForm: difference", "scopes: [across runs]"),
    6,
    5,
    "rules.1",
    "R-4s has no scope",
  ],
  ["a rule that is named twice", YAML.replace("- 1-2s", "- R-4s"), 6, 5, "rules.1", "R-4s is named twice"],
  [
    "an unknown policy",
    YAML.replace("rejectedRuns", "rejectedRun"),
    11,
    3,
    "policies.rejectedRun",
    "there is no such field",
  ],
  [
    "an unknown choice",
    YAML.replace("left out", "forgotten"),
    11,
    3,
    "policies.rejectedRuns",
    '"forgotten" is none of counted, left out',
  ],
  ["no version", YAML.replace("version: 3\n", ""), 1, 1, "version", "this field is missing"],
  ["a version that is no number", YAML.replace("version: 3", "version: three"), 3, 1, "version", 'found "three"'],
])("%s is refused with line, column and field", (_, text, line, column, field, message) => {
  const error = thrownBy(() => readRuleSet(text, "rules.yaml"));
  expect(error.code).toBe("TS_DEFINITION_INVALID");
  expect(error.details).toEqual({ file: "rules.yaml", line, column, field });
  expect(error.message).toContain(message);
});

test("what is no YAML is refused with its line", () => {
  const error = thrownBy(() => readRuleSet("name: [1, 2\nversion: 1\n", "rules.yaml"));
  expect(error.code).toBe("TS_DEFINITION_INVALID");
  expect(error.details.line).toBeGreaterThanOrEqual(1);
});
