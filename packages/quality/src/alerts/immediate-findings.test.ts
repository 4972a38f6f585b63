import { expect, test } from "vitest";
import { AFTER, baselineOf, baselinePoints, day, measured } from "../../test/controls.ts";
import { monitor } from "../monitor/monitor.ts";
import { defaultRuleSet } from "../rule-set/rule-set.ts";
import { judgeThreshold } from "../thresholds/judge-threshold.ts";
import type { AlertFinding } from "./alert.ts";
import { rejectionFindings, thresholdFinding } from "./immediate-findings.ts";

const OTHER = { material: "HD300" };
const BASELINE = baselineOf([...baselinePoints(200, 4), ...baselinePoints(100, 2, OTHER)]);

/** Findings of runs whose two controls have these values, each on its own day. */
function findingsOf(...runs: readonly (readonly [number, number])[]): AlertFinding[][] {
  const measurements = runs.flatMap(([first, second], run) => [
    measured(AFTER + run, first),
    measured(AFTER + run, second, OTHER),
  ]);
  const { runs: verdicts, ruleSet } = monitor({ measurements, baselines: [BASELINE] });
  return verdicts.map((verdict) => rejectionFindings(verdict, "germline", ruleSet));
}

test("a run in control raises nothing, nor does a warning", () => {
  // 200 + 2.5 SD of 4: 1-2s warns.
  expect(findingsOf([201, 99], [210, 99])).toEqual([[], []]);
});

test("1-3s of one control: run, value, score, baseline and rule set", () => {
  const [[finding]] = findingsOf([213, 100]);
  expect(finding).toMatchObject({ kind: "immediate", subject: "EGFR L858R, germline" });
  expect(finding.occurrence).toMatchObject({ key: `R${AFTER}`, time: day(AFTER) });
  expect(finding.occurrence.evidence).toMatchObject({
    type: "westgard rejection",
    ruleSet: { name: "westgard-multirule", version: 1, contentSha256: defaultRuleSet.contentSha256 },
    violations: [{ rule: "1-3s", scope: "within run", side: "above", window: [{ material: "HD200" }] }],
    points: [{ material: "HD200", value: 213, baseline: { name: "controls", version: 1 } }],
  });
  expect(finding.occurrence.sentence).toContain("3.25 SD above the mean 200");
});

test("a rule over both controls is one violation, and a run one finding for the analyte", () => {
  // Both 2.5 SD above: 2-2s within the run.
  const [findings] = findingsOf([210, 105]);
  expect(findings).toHaveLength(1);
  const { evidence } = findings[0].occurrence;
  expect(evidence).toMatchObject({ violations: [{ rule: "2-2s", scope: "within run" }] });
  expect(evidence.type === "westgard rejection" && evidence.violations).toHaveLength(1);
  expect(evidence.type === "westgard rejection" && evidence.points).toHaveLength(2);
});

test("rejections of the same analyte in two runs share their cause; those of two assays do not", () => {
  const [[first], [second]] = findingsOf([213, 100], [187, 100]);
  expect(first.cause).toBe(second.cause);
  expect(first.occurrence.key).not.toBe(second.occurrence.key);
  const { runs, ruleSet } = monitor({ measurements: [measured(AFTER, 213)], baselines: [BASELINE] });
  expect(rejectionFindings(runs[0], "somatic", ruleSet)[0].cause).not.toBe(first.cause);
});

test("two analytes that are rejected in one run are two causes", () => {
  const both = baselineOf([...baselinePoints(200, 4), ...baselinePoints(50, 1, { analyte: "KRAS G12D" })]);
  const measurements = [measured(AFTER, 213), measured(AFTER, 46, { analyte: "KRAS G12D" })];
  const { runs, ruleSet } = monitor({ measurements, baselines: [both] });
  const causes = rejectionFindings(runs[0], "germline", ruleSet).map(({ cause }) => cause);
  expect(new Set(causes).size).toBe(2);
});

const SCORED = { assay: "germline", run: "R1", time: day(0), stratum: "INDEL" };

test("a failed threshold is found with its counts' interval; what passes or is indeterminate is not", () => {
  const judge = (truthTp: number, truthFn: number) =>
    judgeThreshold({ score: "recall", minimum: 0.95 }, { truthTp, truthFn, queryTp: truthTp, queryFp: 0 }, "routine");
  const finding = thresholdFinding(judge(90, 10), SCORED);
  expect(finding).toMatchObject({ kind: "immediate", subject: "recall of INDEL, germline" });
  expect(finding?.occurrence.evidence).toMatchObject({
    type: "threshold failed",
    value: 0.9,
    observations: 100,
    minimum: 0.95,
    stage: "routine",
  });
  expect(thresholdFinding(judge(96, 4), SCORED)).toBeNull();
  expect(thresholdFinding(judge(0, 0), SCORED)).toBeNull();
});
