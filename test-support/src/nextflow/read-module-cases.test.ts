import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readModuleCases } from "./read-module-cases.ts";

const folder = mkdtempSync(join(tmpdir(), "touchstone-cases-"));

function read(cases: string): unknown {
  const path = join(folder, "cases.yml");
  writeFileSync(path, `programs: [a]\ncases:\n${cases}`);
  return readModuleCases(path);
}

const real = (outputs: string): string =>
  `  - { name: one, run: real, inputs: [1], outputs: { a: [[{ id: x }, ${outputs}]] } }\n`;

test("what is said of the content of a file is kept", () => {
  expect(read(real("{ file: b, lines: 3, numbers: [{ find: 'n=(\\d+)', equals: 4 }] }"))).toMatchObject({
    programs: ["a"],
    cases: [{ outputs: { a: [[{ id: "x" }, { file: "b", lines: 3, numbers: [{ find: "n=(\\d+)", equals: 4 }] }]] } }],
  });
});

test.each([
  ["a file of a real case without its content", real("{ file: b }"), "says nothing of the content of b"],
  ["in a list", real("[{ file: b, lines: 1 }, { file: c }]"), "says nothing of the content of c"],
  ["in a folder", real("{ folder: d, holds: [{ file: c }] }"), "says nothing of the content of c"],
  ["an entry alone", real("{ file: b.zip, entry: c }"), "says nothing of the content of b.zip"],
  ["an assertion that there is not", real("{ file: b, rows: 3 }"), "must NOT have additional properties"],
  ["a number that nothing holds", real("{ file: b, numbers: [{ find: '(a)' }] }"), "must match a schema in anyOf"],
  ["a search without a group", real("{ file: b, numbers: [{ find: 'a', equals: 1 }] }"), "must match pattern"],
  ["neither outputs nor failure", "  - { name: one, run: stub, inputs: [1] }\n", "must match exactly one schema"],
  ["a name twice", real("1") + real("1"), '"one" is there twice'],
])("%s is refused", (_, cases, message) => expect(() => read(cases)).toThrow(message));
