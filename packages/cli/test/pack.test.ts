import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { generateDemoPair } from "@touchstone/test-support";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../../..");
/** Folder of every package, since the command line needs nearly all of them. */
const PACKAGES = [...readdirSync(join(ROOT, "packages")).map((name) => `packages/${name}`), "pipelines"];
/** Where a package's product is, when not in dist. */
const BUILT: Readonly<Record<string, string>> = { cli: "package/bundle/", pipelines: "package/germline/" };
const TIMEOUT = 180_000;

let folder: string;
/** Path of each package's tarball, by the name of its folder. */
const tarballs = new Map<string, string>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-pack-"));
  for (const path of PACKAGES) {
    const output = npm(ROOT, "pack", "--json", "--pack-destination", folder, "--workspace", path);
    const [packed] = Object.values<{ filename: string }>(JSON.parse(output));
    tarballs.set(basename(path), join(folder, packed?.filename ?? ""));
  }
}, TIMEOUT);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs npm without the settings that the npm around this test has put into the environment. */
function npm(cwd: string, ...argv: string[]): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("npm_")));
  return execFileSync("npm", argv, { cwd, encoding: "utf8", env, stdio: ["ignore", "pipe", "pipe"] });
}

/** A new folder outside of the repository with the named packages installed from their tarballs. */
function installInto(name: string, packages: readonly string[]): string {
  const consumer = join(folder, name);
  mkdirSync(consumer);
  writeFileSync(join(consumer, "package.json"), '{ "private": true, "type": "module" }');
  const files = packages.map((packed) => tarballs.get(packed) ?? packed);
  npm(consumer, "install", "--prefer-offline", "--no-audit", "--no-fund", ...files);
  return consumer;
}

/** Output of Node in that folder; what it printed is in the failure when it did not succeed. */
function run(cwd: string, ...argv: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { cwd, encoding: "utf8" });
  expect({ status, stderr, stdout: status === 0 ? "" : stdout }).toEqual({ status: 0, stderr: "", stdout: "" });
  return stdout;
}

/** What `touchstone serve` of that folder sends at its address. */
async function firstPage(cwd: string, bin: string): Promise<string> {
  const argv = [bin, "serve", "--data", "records", "--port", "0", "--json"];
  const child = spawn(process.execPath, argv, { cwd, stdio: ["ignore", "pipe", "ignore"] });
  try {
    const [line] = await once(child.stdout, "data");
    return await (await fetch(`${JSON.parse(String(line)).address}/`)).text();
  } finally {
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  }
}

/** Fails, with the compiler's messages, when the source does not type-check in that folder. */
function typeCheck(consumer: string, source: string): void {
  writeFileSync(join(consumer, "consumer.ts"), source);
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--types", "node"];
  const typeRoots = ["--typeRoots", join(ROOT, "node_modules/@types")];
  run(consumer, join(ROOT, "node_modules/typescript/bin/tsc"), ...options, ...typeRoots, "consumer.ts");
}

test(
  "formats installs alone, runs as plain JavaScript and brings its types",
  () => {
    const consumer = installInto("formats-alone", ["formats"]);
    expect(readdirSync(join(consumer, "node_modules/@touchstone"))).toEqual(["formats"]);
    const source = 'import { detectCompression } from "@touchstone/formats";\n';
    const printed = run(
      consumer,
      "--input-type=module",
      "--eval",
      `${source}console.log(detectCompression(Buffer.of(35)))`,
    );
    expect(printed).toBe("plain\n");
    typeCheck(
      consumer,
      `${source}export const found: "empty" | "plain" | "gzip" | "bgzf" = detectCompression(new Uint8Array());\n`,
    );
  },
  TIMEOUT,
);

test(
  "the whole installs together, and its command compares, keeps records and shows them",
  async () => {
    const consumer = installInto("everything", [...tarballs.keys()]);
    const bin = join(consumer, "node_modules/touchstone/bin/touchstone.js");
    expect(run(consumer, bin, "--help")).toContain("compare a query VCF with a truth VCF");
    const pair = generateDemoPair(join(folder, "pair"));
    const files = ["--truth", pair.truth, "--query", pair.query, "--reference", pair.reference];
    expect(run(consumer, bin, "compare", ...files, "--out", "out/demo", "--threads", "2")).toContain("TRUTH.TP");
    expect(run(consumer, bin, "db", "migrate", "--data", "records")).toContain("applied 0001_core");
    expect(run(consumer, bin, "db", "status", "--data", "records")).not.toContain("pending");
    expect(await firstPage(consumer, bin)).toMatch(/<base href="\/">.*<div id="root">/s);
    // What is read from beside the code: the catalogue of truth sets, the pipelines, the programs that they need.
    expect(run(consumer, bin, "truth", "list")).toContain("HG002");
    expect(readdirSync(join(consumer, "node_modules/@touchstone/runner/programs"))).toEqual(
      readdirSync(join(ROOT, "packages/runner/programs")),
    );
    expect(readdirSync(join(consumer, "node_modules/@touchstone/pipelines"))).toEqual(
      expect.arrayContaining(["benchmark", "germline", "modules"]),
    );
    const source = [
      'import { compare, type ComparisonOptions } from "@touchstone/concordance";',
      'import { errorEntry } from "@touchstone/model/errors";',
      "export const start = (options: ComparisonOptions) => compare(options);",
      "export const exitCode: number | undefined = errorEntry('TS_USAGE')?.exitCode;",
    ].join("\n");
    typeCheck(consumer, source);
    const print = 'import { exitCode } from "./consumer.ts"; console.log(exitCode)';
    expect(run(consumer, "--input-type=module", "--eval", print)).toBe("2\n");
  },
  TIMEOUT,
);

test("a tarball holds the built code, the launcher and the README, and no source or test", () => {
  for (const [name, tarball] of tarballs) {
    const files = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" }).trim().split("\n");
    expect(files).toEqual(expect.arrayContaining(["package/README.md", "package/LICENSE"]));
    const built = BUILT[name] ?? "package/dist/";
    expect(files.some((file) => file.startsWith(built))).toBe(true);
    expect(files.includes("package/bin/touchstone.js")).toBe(name === "cli");
    const unwanted = files.filter((file) => /\/(src|test)\/|\.test\.|tsbuildinfo/.test(file));
    expect(unwanted).toEqual([]);
  }
});
