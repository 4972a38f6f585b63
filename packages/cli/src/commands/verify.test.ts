import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sharedData, sharedDataAvailable } from "@touchstone/test-support";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recordingEnvironment } from "../../test/recording-environment.ts";
import { run } from "../run.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-verify-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function casesFile(...cases: readonly object[]): string {
  const path = join(folder, "cases.json");
  writeFileSync(path, JSON.stringify({ cases }));
  return path;
}

const right = {
  id: "right",
  category: "sigma",
  input: { TEa_pct: 10, bias_pct: 2, cv_pct: 2 },
  expected: { sigma: 4 },
  tolerance: 0,
};
const wrong = { ...right, id: "wrong", expected: { sigma: 5, mystery: 1 } };

async function verify(...options: readonly string[]) {
  const environment = recordingEnvironment();
  const exitCode = await run(["verify", ...options], environment);
  return { exitCode, out: environment.out(), err: environment.err() };
}

test("without a file the published cases are run, and all pass", async () => {
  const { exitCode, out, err } = await verify();
  expect(err).toBe("");
  expect(exitCode).toBe(0);
  const lines = out.trimEnd().split("\n");
  expect(lines.length).toBeGreaterThan(40);
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/^\S+: \d+ checked, worst relative error \S+, passed$/);
  expect(lines.at(-1)).toBe(`${lines.length - 1} passed, 0 failed`);
});

test.skipIf(!sharedDataAvailable("../reference"))(
  "the reference folder's cases all pass, side files included",
  async () => {
    const { exitCode, out } = await verify("--cases", sharedData("../reference/statistics-cases.json"));
    expect(out).toMatch(/\n88 passed, 0 failed\n$/);
    expect(exitCode).toBe(0);
  },
);

test("a failure exits 1, and says what was expected, computed and left out", async () => {
  const { exitCode, out, err } = await verify("--cases", casesFile(right, wrong));
  expect(exitCode).toBe(1);
  expect(err).toBe("");
  expect(out.split("\n")).toEqual([
    "right: 1 checked, worst relative error 0, passed",
    "wrong: 1 checked, worst relative error 2.0e-1, failed",
    "  sigma: expected 5, computed 4",
    "  1 not checked: mystery",
    "1 passed, 1 failed",
    "",
  ]);
});

test("--json prints the results, the counts and what they belong to", async () => {
  const path = casesFile(right, wrong);
  const { exitCode, out } = await verify("--cases", path, "--json");
  expect(exitCode).toBe(1);
  const result = JSON.parse(out);
  expect(result).toMatchObject({ cases: path, passed: 1, failed: 1 });
  expect(result.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(result.results[1]).toEqual({
    id: "wrong",
    category: "sigma",
    passed: false,
    checked: 1,
    worstError: 0.2,
    mismatches: [{ name: "sigma", expected: "5", computed: "4" }],
    unchecked: ["mystery"],
    problem: null,
  });
  expect(JSON.parse((await verify("--json")).out)).toMatchObject({ cases: "published", failed: 0 });
});

test("a side file is read beside the cases, and nowhere else", async () => {
  writeFileSync(join(folder, "table.csv"), "a,b\n1,2\n3,4\n5,6\n");
  const one = (file: string) => ({
    id: file,
    category: "icc",
    input: { file },
    expected: { "ICC(C,1)": 1 },
    tolerance: 1e-12,
  });
  const { exitCode, out } = await verify("--cases", casesFile(one("table.csv"), one("none.csv"), one("../table.csv")));
  expect(exitCode).toBe(1);
  expect(out).toContain("table.csv: 1 checked, worst relative error 0, passed\n");
  expect(out).toContain("  file none.csv cannot be read (ENOENT)\n");
  expect(out).toContain("  file ../table.csv is no name of a file beside the cases\n");
  expect(out).toContain("1 passed, 2 failed\n");
});

test("a malformed file exits 65 and names the place", async () => {
  const path = join(folder, "cases.json");
  writeFileSync(path, '{\n  "cases": [\n    nonsense\n  ]\n}\n');
  const { exitCode, out, err } = await verify("--cases", path);
  expect(exitCode).toBe(65);
  expect(out).toBe("");
  expect(err).toContain(`TS_STATISTICS_CASES_INVALID: ${path}: line 3, column 6`);
  const { exitCode: second, err: reason } = await verify("--cases", casesFile({ ...right, tolerance: null }));
  expect(second).toBe(65);
  expect(reason).toContain("cases[0].tolerance (right): is no number from 0 on");
});

test("a file that is not there exits 66", async () => {
  const { exitCode, err } = await verify("--cases", join(folder, "none.json"));
  expect(exitCode).toBe(66);
  expect(err).toContain("TS_FILE_NOT_FOUND");
});

test("an argument that is no option is a usage error", async () => {
  expect((await verify("cases.json")).exitCode).toBe(2);
});
