import { expect, test } from "vitest";
import { completePolicies } from "../rule-set/policies.ts";
import { proposeDisposition } from "./disposition.ts";

const DEFAULTS = completePolicies();

test.each([
  ["in control", "released"],
  ["warning", "released"],
  ["out of control", "held"],
  ["not evaluable", "held"],
] as const)("a run that is %s is %s by default", (state, disposition) => {
  expect(proposeDisposition(state, ["why"], DEFAULTS).disposition).toBe(disposition);
});

test("a run without any judged control is held", () => {
  expect(proposeDisposition(null, [], DEFAULTS)).toEqual({
    disposition: "held",
    reasons: ["No control of the run was judged."],
  });
});

test("the policy decides what is proposed", () => {
  const policies = completePolicies({
    dispositions: { outOfControl: "rejected", notEvaluable: "repeat", warning: "held" },
  });
  expect(proposeDisposition("out of control", ["1-3s"], policies)).toEqual({
    disposition: "rejected",
    reasons: ["1-3s"],
  });
  expect(proposeDisposition("not evaluable", [], policies).disposition).toBe("repeat");
  expect(proposeDisposition("warning", [], policies).disposition).toBe("held");
  expect(proposeDisposition("in control", [], policies).disposition).toBe("released");
});
