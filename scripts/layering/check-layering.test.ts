import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { layeringViolations } from "./check-layering.ts";

test("this repository keeps its layers", () => {
  expect(layeringViolations(resolve(import.meta.dirname, "../.."))).toEqual([]);
});

describe("a made-up repository", () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "touchstone-layering-"));
    write("package.json", {
      version: "1.0.0",
      workspaces: ["packages/*", "test-support"],
      devDependencies: { vitest: "4.1.12" },
    });
    writePackage("packages/formats", "@touchstone/formats", {});
    writePackage("packages/concordance", "@touchstone/concordance", { "@touchstone/formats": "1.0.0" });
    writePackage("test-support", "@touchstone/test-support", {});
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  function write(path: string, content: string | object): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === "string" ? content : JSON.stringify(content));
  }

  function writePackage(folder: string, name: string, dependencies: object, version = "1.0.0"): void {
    write(`${folder}/package.json`, { name, version, exports: { ".": "./src/index.ts" }, dependencies });
  }

  test("has no violation when imports go downward", () => {
    write("packages/formats/src/index.ts", 'import { open } from "node:fs/promises";\nexport { a } from "./a.ts";\n');
    write("packages/formats/src/a.ts", "export class OwnError extends Error {}\nthrow new OwnError();\n");
    write(
      "packages/formats/src/a.test.ts",
      'import "vitest";\nimport "@touchstone/test-support";\nimport "@touchstone/formats";\nnew Error();\n',
    );
    write("packages/concordance/src/index.ts", 'import type { A } from "@touchstone/formats";\n');
    write("packages/concordance/dist/index.js", 'import "fs";\n');
    expect(layeringViolations(root)).toEqual([]);
  });

  test.each([
    [
      "an upward import",
      'import "@touchstone/concordance";',
      "@touchstone/formats may not import @touchstone/concordance",
    ],
    ["an upward type", 'import type { A } from "@touchstone/concordance";', "may not import @touchstone/concordance"],
    ["an upward re-export", 'export { a } from "@touchstone/concordance";', "may not import @touchstone/concordance"],
    ["an upward dynamic import", 'await import("@touchstone/concordance");', "may not import @touchstone/concordance"],
    ["test support in source", 'import "@touchstone/test-support";', "may not import @touchstone/test-support"],
    ["its own name", 'import "@touchstone/formats";', "import its files by relative path"],
    ["a path out of the package", 'import "../../concordance/src/a.ts";', "reaches outside its package"],
    ["a built-in without node:", 'import { open } from "fs/promises";', 'write "node:fs/promises"'],
    ["a dependency that is not declared", 'import "commander";', "commander is not among the dependencies"],
    ["a development dependency in source", 'import "vitest";', "vitest is not among the dependencies"],
    ["a bare Error", 'throw new Error("no");', "makes a bare Error"],
    ["a bare Error that is called", 'const failure = Error("no");', "makes a bare Error"],
    ["a re-export of everything", 'export * from "./b.ts";', '"export *" hides what is public'],
  ])("is told of %s", (_, source, violation) => {
    write("packages/formats/src/a.ts", `const x: number = 1;\n${source}\n`);
    expect(layeringViolations(root)).toEqual([expect.stringContaining(violation)]);
    expect(layeringViolations(root)[0]).toMatch(/^packages\/formats\/src\/a\.ts: /);
  });

  test("is told of an import of another package's inside", () => {
    write("packages/concordance/src/a.ts", 'import "@touchstone/formats/src/b.ts";\n');
    expect(layeringViolations(root)).toEqual([expect.stringContaining("is inside @touchstone/formats")]);
  });

  test("is told of source that imports a development dependency of its package", () => {
    write("packages/formats/package.json", {
      name: "@touchstone/formats",
      version: "1.0.0",
      devDependencies: { pino: "10.4.0" },
    });
    write("packages/formats/src/a.test.ts", 'import "pino";\n');
    write("packages/formats/src/a.ts", 'import "pino";\n');
    expect(layeringViolations(root)).toEqual([
      "packages/formats/src/a.ts: pino is not among the dependencies of @touchstone/formats",
    ]);
  });

  test("is told of a permitted but undeclared package", () => {
    writePackage("packages/concordance", "@touchstone/concordance", {});
    write("packages/concordance/src/a.ts", 'import "@touchstone/formats";\n');
    expect(layeringViolations(root)).toEqual([expect.stringContaining("is not among the dependencies")]);
  });

  test("is told of an upward dependency in a manifest", () => {
    writePackage("packages/formats", "@touchstone/formats", { "@touchstone/concordance": "1.0.0" });
    expect(layeringViolations(root)).toEqual([expect.stringContaining("may not depend on @touchstone/concordance")]);
  });

  test("is told of versions that are ranges", () => {
    writePackage("packages/formats", "@touchstone/formats", { commander: "^14.0.3" });
    expect(layeringViolations(root)).toEqual([
      'packages/formats/package.json: commander "^14.0.3" is no exact version',
    ]);
  });

  test("is told of a package whose version is its own", () => {
    writePackage("packages/formats", "@touchstone/formats", {}, "1.0.1");
    expect(layeringViolations(root)).toEqual([expect.stringContaining("is not the repository's 1.0.0")]);
  });

  test("is told of a package without a layer", () => {
    writePackage("packages/extra", "@touchstone/extra", {});
    expect(layeringViolations(root)).toEqual([expect.stringContaining("@touchstone/extra has no layer")]);
  });
});
