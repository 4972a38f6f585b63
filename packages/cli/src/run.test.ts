import { expect, test } from "vitest";
import { recordingEnvironment } from "../test/recording-environment.ts";
import type { CommandEntry } from "./command.ts";
import { run } from "./run.ts";

/** A command `fail` whose action throws, and that can be told to go on. */
function throwing(thrown: unknown): CommandEntry[] {
  const define: Awaited<ReturnType<CommandEntry["load"]>>["define"] = (command) => {
    command.option("--log-format <format>").action(() => {
      throw thrown;
    });
  };
  return [{ name: "fail", summary: "fails", load: async () => ({ define }) }];
}

test("--help prints the commands on stdout", async () => {
  const environment = recordingEnvironment();
  expect(await run(["--help"], environment)).toBe(0);
  expect(environment.out()).toContain("compare a query VCF with a truth VCF");
  expect(environment.err()).toBe("");
});

test("no command is a usage error, with the help on stderr", async () => {
  const environment = recordingEnvironment();
  expect(await run([], environment)).toBe(2);
  expect(environment.out()).toBe("");
  expect(environment.err()).toContain("Usage: touchstone");
});

test("--version prints the version of the package", async () => {
  const environment = recordingEnvironment();
  expect(await run(["--version"], environment)).toBe(0);
  expect(environment.out()).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.each([[["compare", "--help"]], [["help", "compare"]]])("%j prints the options of compare", async (argv) => {
  const environment = recordingEnvironment();
  expect(await run(argv, environment)).toBe(0);
  expect(environment.out()).toContain("--score-field <field>");
});

test("no line of the help is wider than 100 columns", async () => {
  const environment = recordingEnvironment();
  await run(["compare", "--help"], environment);
  const widths = environment
    .out()
    .split("\n")
    .map((line) => line.length);
  expect(Math.max(...widths)).toBeLessThanOrEqual(100);
});

test("a misspelt command exits 2 and suggests the right one", async () => {
  const environment = recordingEnvironment();
  expect(await run(["compar"], environment)).toBe(2);
  expect(environment.err()).toBe("touchstone: error TS_USAGE: unknown command 'compar'\n  Did you mean compare?\n");
});

test("an error with a code of the catalogue gets its exit code, message and hint", async () => {
  const environment = recordingEnvironment();
  const error = Object.assign(new Error("truth.vcf.gz does not exist"), { code: "TS_FILE_NOT_FOUND" });
  expect(await run(["fail"], environment, throwing(error))).toBe(66);
  expect(environment.err()).toMatch(/^touchstone: error TS_FILE_NOT_FOUND: truth\.vcf\.gz does not exist\n {2}\S.*\n$/);
});

test("an unexpected error exits 70 without a stack trace", async () => {
  const environment = recordingEnvironment();
  expect(await run(["fail"], environment, throwing(new TypeError("x is undefined")))).toBe(70);
  expect(environment.err()).toContain("error TS_INTERNAL: TypeError: x is undefined\n");
  expect(environment.err()).not.toContain("    at ");
});

test("an unexpected error shows its stack when debugging", async () => {
  const environment = recordingEnvironment({ debug: true });
  await run(["fail"], environment, throwing(new TypeError("x is undefined")));
  expect(environment.err()).toContain("run.test.ts");
});

test("whatever is thrown is reported", async () => {
  const environment = recordingEnvironment();
  expect(await run(["fail"], environment, throwing("a string"))).toBe(70);
  expect(environment.err()).toContain("error TS_INTERNAL: a string\n");
});

test.each([[["fail", "--log-format", "json"]], [["fail", "--log-format=json"]]])(
  "errors are one JSON object with %j",
  async (argv) => {
    const environment = recordingEnvironment();
    const details = { file: "a.bed", line: 3 };
    const error = Object.assign(new Error("end before start"), { code: "TS_BED_MALFORMED", details });
    expect(await run(argv, environment, throwing(error))).toBe(65);
    expect(JSON.parse(environment.err())).toMatchObject({
      level: "error",
      code: "TS_BED_MALFORMED",
      msg: "end before start",
      details,
    });
  },
);

test("a command whose check did not pass exits 1, without an error", async () => {
  const define: Awaited<ReturnType<CommandEntry["load"]>>["define"] = (command, context) => {
    command.action(() => context.failCheck());
  };
  const environment = recordingEnvironment();
  expect(
    await run(["check"], environment, [{ name: "check", summary: "checks", load: async () => ({ define }) }]),
  ).toBe(1);
  expect(environment.err()).toBe("");
});
