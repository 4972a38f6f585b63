import { expect, test } from "vitest";
import { baselineOf, baselinePoints, day, draftOf } from "../../test/controls.ts";
import { thrownBy } from "../../test/thrown.ts";
import { approveBaseline, requireApproved, retireBaseline } from "./approval.ts";
import { readBaseline } from "./read-baseline.ts";

const DRAFT = draftOf(baselinePoints(200, 4));
const SIGNATURE = { name: "A. Director", at: day(60), meaning: "limits for routine use" };

test("approval changes status and signatures, neither content nor its hash", () => {
  const approved = approveBaseline(DRAFT, SIGNATURE);
  expect(approved.status).toBe("approved");
  expect(approved.content).toEqual(DRAFT.content);
  expect(approved.contentSha256).toBe(DRAFT.contentSha256);
  expect(approved.approvals[0]).toMatchObject({ ...SIGNATURE, action: "approve", contentSha256: DRAFT.contentSha256 });
});

test("draft, approved by two people, retired: a chain of signatures that reads back", () => {
  const approved = approveBaseline(DRAFT, SIGNATURE);
  const twice = approveBaseline(approved, { ...SIGNATURE, name: "B. Deputy", at: day(61) });
  const retired = retireBaseline(twice, { ...SIGNATURE, at: day(90), meaning: "new control lot" });
  expect(retired.status).toBe("retired");
  expect(retired.approvals.map(({ previousSha256 }) => previousSha256)).toEqual([
    null,
    retired.approvals[0].sha256,
    retired.approvals[1].sha256,
  ]);
  expect(readBaseline(JSON.stringify(retired), "b.json")).toEqual(retired);
});

test.each([
  [
    "the same person twice",
    () => approveBaseline(approveBaseline(DRAFT, SIGNATURE), SIGNATURE),
    "has approved it already",
  ],
  [
    "the same person twice, typed another way",
    () => approveBaseline(approveBaseline(DRAFT, SIGNATURE), { ...SIGNATURE, name: "  a.  director" }),
    "has approved it already",
  ],
  ["no name", () => approveBaseline(DRAFT, { ...SIGNATURE, name: " " }), "needs a name"],
  ["no meaning", () => approveBaseline(DRAFT, { ...SIGNATURE, meaning: "" }), "needs a meaning"],
  ["before it was made", () => approveBaseline(DRAFT, { ...SIGNATURE, at: day(49) }), "is before"],
  ["retiring a draft", () => retireBaseline(DRAFT, SIGNATURE), "never approved"],
  [
    "approving what is retired",
    () => approveBaseline(retireBaseline(baselineOf(baselinePoints(200, 4)), SIGNATURE), SIGNATURE),
    "has approved it already",
  ],
  [
    "another person approving what is retired",
    () => approveBaseline(retireBaseline(baselineOf(baselinePoints(200, 4)), SIGNATURE), { ...SIGNATURE, name: "B" }),
    "it is retired",
  ],
])("%s is refused", (_, action, message) => {
  const error = thrownBy(action);
  expect(error.code).toBe("TS_BASELINE_INVALID");
  expect(error.message).toContain(message);
});

test("a draft is not approved, even when it is complete; a provisional baseline can be", () => {
  const error = thrownBy(() => requireApproved(DRAFT, 1, "b.json"));
  expect(error.code).toBe("TS_BASELINE_NOT_APPROVED");
  expect(error.details).toEqual({ file: "b.json" });
  expect(() => requireApproved(baselineOf(baselinePoints(200, 4, {}, 6)), 1)).not.toThrow();
});

test("where two people have to approve, one is not enough", () => {
  const once = approveBaseline(DRAFT, SIGNATURE);
  const error = thrownBy(() => requireApproved(once, 2));
  expect(error.code).toBe("TS_BASELINE_NOT_APPROVED");
  expect(error.message).toContain("was approved by 1 of the 2 people");
  expect(() => requireApproved(approveBaseline(once, { ...SIGNATURE, name: "B. Deputy" }), 2)).not.toThrow();
});
