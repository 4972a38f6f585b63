import { expect, test } from "vitest";
import { countTests, type TestReport } from "./counts.ts";

const REPORT: TestReport = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [{ status: "passed", assertionResults: [{}] }],
};

test("skipped tests and those to be written are skipped", () => {
  expect(countTests(REPORT, 0)).toEqual({ passed: 5, failed: 0, skipped: 3 });
});

test("a file that could not be loaded is a failure", () => {
  const testResults = [{ status: "failed", assertionResults: [] }];
  expect(countTests({ ...REPORT, testResults }, 1)).toEqual({ passed: 5, failed: 1, skipped: 3 });
});

test("a file with failed tests counts by its tests", () => {
  const testResults = [{ status: "failed", assertionResults: [{}, {}] }];
  expect(countTests({ ...REPORT, numFailedTests: 2, testResults }, 1).failed).toBe(2);
});

test.each([
  ["an error outside of every test", REPORT, 1],
  ["no test that passed", { ...REPORT, numPassedTests: 0 }, 0],
  ["no report", null, 0],
])("%s is a failure", (_, report, exitCode) => {
  expect(countTests(report, exitCode).failed).toBe(1);
});
