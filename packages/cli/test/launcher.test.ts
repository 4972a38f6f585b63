import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const LAUNCHER = join(import.meta.dirname, "../bin/touchstone.js");

/** Stands for the program: prints its arguments, then does what the first one says. */
const PROGRAM = `
const [what, value] = process.argv.slice(2);
process.stdout.write(JSON.stringify(process.argv.slice(2)) + "\\n");
if (what === "exit") process.exitCode = Number(value);
if (what === "wait") {
  const timer = setTimeout(() => {}, 30_000);
  process.on(value, () => { clearTimeout(timer); process.exitCode = 130; });
  process.stdout.write("ready\\n");
}
if (what === "die") process.kill(process.pid, value);
`;

/** Preloaded into the first process, so that it looks like an old Node. The process it starts is a real one. */
const OLD_NODE = `
Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.20.2" } });
`;

let folder: string;
let launcher: string;
let asOldNode: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-launcher-"));
  mkdirSync(join(folder, "bin"));
  mkdirSync(join(folder, "bundle"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "bundle/main.js"), PROGRAM);
  writeFileSync(join(folder, "old-node.js"), OLD_NODE);
  launcher = join(folder, "bin/touchstone.js");
  copyFileSync(LAUNCHER, launcher);
  asOldNode = ["--import", pathToFileURL(join(folder, "old-node.js")).href, launcher];
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function installNodePackage(): void {
  mkdirSync(join(folder, "node_modules/node/bin"), { recursive: true });
  writeFileSync(join(folder, "node_modules/node/package.json"), '{ "name": "node", "version": "0.0.0" }');
  symlinkSync(process.execPath, join(folder, "node_modules/node/bin/node"));
}

/** Resolves when the program has said that it waits for its signal. */
async function ready(child: ChildProcess): Promise<void> {
  for await (const chunk of child.stdout ?? []) {
    if (String(chunk).includes("ready")) {
      return;
    }
  }
}

test("a new enough Node runs the program itself", () => {
  const { status, stdout } = spawnSync(process.execPath, [launcher, "exit", "65"], { encoding: "utf8" });
  expect(stdout).toBe('["exit","65"]\n');
  expect(status).toBe(65);
});

test("an old Node hands over to the installed one, with arguments, output and exit code", () => {
  installNodePackage();
  const { status, stdout } = spawnSync(process.execPath, [...asOldNode, "exit", "3"], { encoding: "utf8" });
  expect(stdout).toBe('["exit","3"]\n');
  expect(status).toBe(3);
});

test("an old Node alone exits 70 and says what to install", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...asOldNode, "exit", "0"], { encoding: "utf8" });
  expect(status).toBe(70);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/^touchstone: error TS_NODE_TOO_OLD: .*Node 20\.20\.2\n {2}.*22\.18/);
});

test.each(["SIGINT", "SIGTERM"] as const)("%s sent to the old Node reaches the program", async (signal) => {
  installNodePackage();
  const child = spawn(process.execPath, [...asOldNode, "wait", signal], { stdio: ["ignore", "pipe", "inherit"] });
  const exit = once(child, "exit");
  await ready(child);
  child.kill(signal);
  expect(await exit).toEqual([130, null]);
});

test("a program killed by a signal kills the launcher by the same signal", () => {
  installNodePackage();
  const { status, signal } = spawnSync(process.execPath, [...asOldNode, "die", "SIGTERM"]);
  expect([status, signal]).toEqual([null, "SIGTERM"]);
});
