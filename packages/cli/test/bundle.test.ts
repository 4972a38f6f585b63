import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commands } from "../src/commands/index.ts";

const LAUNCHER = join(import.meta.dirname, "../bin/touchstone.js");
const BUNDLE = join(import.meta.dirname, "../bundle/main.js");

// From source each file stands alone; in the bundle they share scopes, and a name can be declared twice.
describe.skipIf(!existsSync(BUNDLE))("the bundle (npm run build makes it)", () => {
  test.each(commands.map(({ name }) => name))("loads and describes %s", (name) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, name, "--help"], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain(`Usage: touchstone ${name}`);
  });

  test.each([["assay", "example"], ["verify"]])("carries out %s %s", (...argv) => {
    const words = argv.filter((word) => word !== undefined);
    const { status, stderr } = spawnSync(process.execPath, [LAUNCHER, ...words], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});
