import { expect, test } from "vitest";
import { policyRows } from "./rule-set-document.ts";

test("every policy is a row, dispositions one for each state", () => {
  const rows = policyRows({
    countersResetBy: ["service", "reagent lot"],
    rejectedRuns: "left out",
    approvals: 2,
    dispositions: { outOfControl: "repeat", warning: "released" },
  });
  expect(rows).toEqual([
    { name: "Values of runs out of control, in later windows", decision: "left out" },
    { name: "Windows of rules start anew after", decision: "service, reagent lot" },
    { name: "People who approve a baseline", decision: "2" },
    { name: "Proposed for a run out of control", decision: "repeat" },
    { name: "Proposed for a run with a warning", decision: "released" },
  ]);
});

test("a policy that is not known here is shown as it is written, and none is hidden", () => {
  expect(policyRows({ newPolicy: "strict", countersResetBy: [] })).toEqual([
    { name: "Windows of rules start anew after", decision: "nothing" },
    { name: "newPolicy", decision: "strict" },
  ]);
});
