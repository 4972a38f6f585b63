import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recordingEnvironment } from "../../test/recording-environment.ts";
import { run } from "../run.ts";

const EXAMPLE = readFileSync(new URL("../../../quality/assays/germline-wgs.yaml", import.meta.url), "utf8");
const PATH = "assay.yaml";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-assay-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function fileWith(text: string): string {
  const path = join(folder, PATH);
  writeFileSync(path, text);
  return path;
}

test("example prints the shipped definition as it is", async () => {
  const environment = recordingEnvironment();
  expect(await run(["assay", "example"], environment)).toBe(0);
  expect(environment.out()).toBe(EXAMPLE);
});

test("check shows what a definition holds, and why an example cannot be approved", async () => {
  const environment = recordingEnvironment();
  const path = fileWith(EXAMPLE);
  expect(await run(["assay", "check", path], environment)).toBe(0);
  const out = environment.out();
  expect(out).toContain("Assay germline-wgs-example v1 (EXAMPLE)\n");
  expect(out).toMatch(/recall of INDEL +0\.99 +381/);
  expect(out).toMatch(/VAF of a mosaic control site +vaf +control-1/);
  const line = EXAMPLE.split("\n").indexOf("mark: EXAMPLE") + 1;
  expect(out).toContain(`${path}:${line}, column 1 (mark): this is an example`);
});

test("--fail-on unapprovable exits 1 for the example, and 0 when every number has a source of its own", async () => {
  const own = EXAMPLE.replace("mark: EXAMPLE\n", "").replaceAll(/"[^"]*example only"/g, '"validation report 7"');
  const fail = ["--fail-on", "unapprovable"];
  expect(await run(["assay", "check", fileWith(EXAMPLE), ...fail], recordingEnvironment())).toBe(1);
  const environment = recordingEnvironment();
  expect(await run(["assay", "check", fileWith(own), ...fail], environment)).toBe(0);
  expect(environment.out()).toContain("\nIt can be approved.\n");
});

test("--json prints the document, its hash and the obstacles with their places", async () => {
  const environment = recordingEnvironment();
  expect(await run(["assay", "check", fileWith(EXAMPLE), "--json"], environment)).toBe(0);
  const { document, contentSha256, obstacles } = JSON.parse(environment.out());
  expect(document.name).toBe("germline-wgs-example");
  expect(contentSha256).toMatch(/^[0-9a-f]{64}$/);
  expect(obstacles[0]).toMatchObject({ field: "mark", column: 1 });
});

test.each([
  ["a threshold of 99.5", "minimum: { value: 0.995", "minimum: { value: 99.5", "thresholds.0.minimum.value"],
  ["an unknown rule", "10-x]", "10-y]", "ruleSet.rules.5"],
])("%s is bad data: exit 65, with file, line, column and field", async (_, from, to, field) => {
  const path = fileWith(EXAMPLE.replace(from, to));
  const environment = recordingEnvironment();
  expect(await run(["assay", "check", path], environment)).toBe(65);
  expect(environment.err()).toContain("TS_DEFINITION_INVALID");
  expect(environment.err()).toMatch(new RegExp(`${PATH}:\\d+, column \\d+ \\(${field}\\)`));
  expect(environment.out()).toBe("");
});

test("control rules on a score: exit 65 with the reason", async () => {
  const path = fileWith(EXAMPLE.replace("variantType: SNV", "variantType: SNV\n    rules: [1-3s]"));
  const environment = recordingEnvironment();
  expect(await run(["assay", "check", path], environment)).toBe(65);
  expect(environment.err()).toContain("TS_RULE_ON_SCORE");
});

test("a file that is not there: exit 66", async () => {
  expect(await run(["assay", "check", join(folder, "none.yaml")], recordingEnvironment())).toBe(66);
});

test("a definition is added as a draft, and judges once a person has signed it", async () => {
  const own = EXAMPLE.replace("mark: EXAMPLE\n", "").replaceAll(/"[^"]*example only"/g, '"validation report 7"');
  const path = fileWith(own);
  const password = join(folder, "password");
  writeFileSync(password, "correct horse battery\n");
  const records = ["--data", join(folder, "records")];
  const command = async (...argv: string[]) => {
    const environment = recordingEnvironment();
    const exitCode = await run([...argv, ...records], environment);
    return { exitCode, out: environment.out(), err: environment.err() };
  };
  const director = ["--printed-name", "R. Franklin", "--role", "director", "--password-file", password];
  expect(await command("user", "add", "r.franklin", ...director)).toMatchObject({ exitCode: 0 });

  const draft = { exitCode: 0, out: "assay germline-wgs-example v1: draft\n" };
  expect(await command("assay", "add", path)).toMatchObject(draft);
  expect(await command("assay", "add", path)).toMatchObject(draft);

  const approve = ["assay", "approve", "germline-wgs-example", "--user", "r.franklin", "--password-file"];
  const refused = await command(...approve, path);
  expect(refused.exitCode).not.toBe(0);
  expect(refused.err).toContain("TS_SIGN_IN_REFUSED");
  expect(await command(...approve, password)).toMatchObject({
    exitCode: 0,
    out: "assay germline-wgs-example v1: approved, signed by r.franklin\n",
  });
  const again = await command(...approve, password);
  expect(again.exitCode).toBe(2);
  expect(again.err).toContain("there is no draft of an assay germline-wgs-example");
});

test("an example is added, and says what keeps it from being approved", async () => {
  const environment = recordingEnvironment();
  expect(await run(["assay", "add", fileWith(EXAMPLE), "--data", join(folder, "records")], environment)).toBe(0);
  expect(environment.out()).toContain("assay germline-wgs-example v1: draft; it cannot be approved:\n  /mark: ");
});
