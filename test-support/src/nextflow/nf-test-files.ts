import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inputExpression } from "./case-inputs.ts";
import { expectationsOf } from "./expectations.ts";
import { groovy, groovyString } from "./groovy.ts";
import type { Input, ModuleCase, SetupStep } from "./module-case.ts";
import { modulesFolder, processNameOf } from "./module-folders.ts";
import { type ModuleSource, readModuleSource } from "./module-source.ts";
import { readModuleCases } from "./read-module-cases.ts";

const ORIGIN = "// Written from cases.yml by `npm run nf-tests`.";

/** A file that nf-test needs, by its path inside of the module's folder. */
export interface NfTestFile {
  path: string;
  text: string;
}

/**
 * What nf-test needs to run a module's cases: tests/main.nf.test, and tests/nextflow.config where a case has options.
 *
 * @throws Error of readModuleCases.
 */
export function nfTestFiles(module: string): NfTestFile[] {
  const folder = join(modulesFolder, module);
  const { cases } = readModuleCases(join(folder, "tests/cases.yml"));
  const source = readModuleSource(readFileSync(join(folder, "main.nf"), "utf8"));
  const options = [...new Set(cases.flatMap((each) => Object.keys(each.options ?? {})))].sort();
  const files = [{ path: "tests/main.nf.test", text: testFile(module, source, cases, options) }];
  if (options.length > 0) files.push({ path: "tests/nextflow.config", text: configuration(module, options) });
  return files;
}

/** Whether a module has tests/cases.yml. */
export function hasCases(module: string): boolean {
  return existsSync(join(modulesFolder, module, "tests/cases.yml"));
}

function testFile(
  module: string,
  source: ModuleSource,
  cases: readonly ModuleCase[],
  options: readonly string[],
): string {
  const name = processNameOf(module);
  const head = [
    `name "${name}"`,
    'script "../main.nf"',
    `process "${name}"`,
    ...(options.length > 0 ? ['config "./nextflow.config"'] : []),
    'tag "modules"',
    `tag "${module}"`,
  ];
  const tests = cases.map((each) => testBlock(module, source, each));
  return `${ORIGIN}\n${block("nextflow_process", [...head, ...tests.flatMap((test) => ["", test])])}\n`;
}

function testBlock(module: string, source: ModuleSource, moduleCase: ModuleCase): string {
  const { name, run, options = {}, setup = [], inputs } = moduleCase;
  const parameters = [
    'module_data = "$projectDir/tests/data"',
    ...Object.entries(options).map(([key, value]) => `module_${key} = ${groovy(value)}`),
  ];
  return block(`test("${name}")`, [
    ...(run === "stub" ? ['options "-stub-run"'] : []),
    ...(setup.length > 0
      ? [
          block(
            "setup",
            setup.map((step) => setupBlock(module, step)),
          ),
        ]
      : []),
    block("when", [block("params", parameters), processBlock(inputs)]),
    block("then", assertions(source, moduleCase)),
  ]);
}

function setupBlock(module: string, { module: other, inputs }: SetupStep): string {
  const script = `${"../".repeat(module.split("/").length + 1)}${other}/main.nf`;
  return block(`run("${processNameOf(other)}")`, [`script "${script}"`, processBlock(inputs)]);
}

function processBlock(inputs: readonly Input[]): string {
  const lines = inputs.map((input, index) => `input[${index}] = ${inputExpression(input)}`);
  return block("process", ['"""', ...lines.map(insideQuotes), '"""']);
}

/** In a Groovy text of three quotes, where a dollar would be a variable. */
function insideQuotes(line: string): string {
  return line.replaceAll("\\", "\\\\").replaceAll("$", "\\$");
}

function assertions(source: ModuleSource, moduleCase: ModuleCase): string[] {
  if (moduleCase.fails !== undefined) {
    return ["assert process.failed", `assert process.errorReport.contains(${groovyString(moduleCase.fails)})`];
  }
  const expectations = expectationsOf(source, moduleCase);
  return [
    "assert process.success",
    ...expectations.map(
      ({ channel, expected }) => `assert Emitted.mismatches(process.out.${channel}, ${groovy(expected)}) == []`,
    ),
  ];
}

function configuration(module: string, options: readonly string[]): string {
  const parameters = options.map((option) => `module_${option} = null`);
  const extensions = options.map((option) => `ext.${option} = { params.module_${option} }`);
  const process = block(`withName: '${processNameOf(module)}'`, extensions);
  return `${ORIGIN}\n${block("params", parameters)}\n\n${block("process", [process])}\n`;
}

function block(head: string, lines: readonly string[]): string {
  const indented = lines
    .join("\n")
    .split("\n")
    .map((line) => (line === "" ? "" : `    ${line}`));
  return [`${head} {`, ...indented, "}"].join("\n");
}
