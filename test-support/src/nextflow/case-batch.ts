import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Altered, alterations } from "./altered.ts";
import { inputExpression } from "./case-inputs.ts";
import { type Expectation, expectationsOf } from "./expectations.ts";
import { groovy } from "./groovy.ts";
import type { Input, ModuleCase } from "./module-case.ts";
import { modulesFolder, processNameOf } from "./module-folders.ts";
import { readModuleSource } from "./module-source.ts";

/** A case and the module that it is of. */
export interface BatchCase {
  module: string;
  moduleCase: ModuleCase;
}

/** A script and its configuration that run many cases at once, each as a process of its own name. */
export interface CaseBatch {
  script: string;
  configuration: string;
  /** By name of process (`CASE_1`) and channel: what to expect, and what not to find. */
  expectations: Readonly<
    Record<string, Readonly<Record<string, { expected: Expectation["expected"]; altered: Altered[] }>>>
  >;
}

/** Name of the process that runs the case of this index in a batch. */
export function processOfCase(index: number): string {
  return `CASE_${index + 1}`;
}

/** The script, configuration and expectations of a batch. Cases that fail have no expectations. */
export function caseBatch(cases: readonly BatchCase[]): CaseBatch {
  const parts = cases.map(casePart);
  const includes = parts.flatMap((part) => part.includes);
  const calls = parts.flatMap((part) => part.calls);
  const checks = parts.flatMap((part) => Object.keys(part.expectations).map((channel) => check(part.process, channel)));
  return {
    script: [
      ...includes,
      "",
      ...SCRIPT_FUNCTIONS,
      "workflow {",
      "    expectations = new groovy.json.JsonSlurper().parse(file(params.expectations))",
      ...[...calls, ...collected(checks)].map((line) => `    ${line}`),
      "}",
      "",
    ].join("\n"),
    configuration: ["process {", ...parts.flatMap((part) => part.options), "}", ""].join("\n"),
    expectations: Object.fromEntries(parts.map((part) => [part.process, part.expectations])),
  };
}

const SCRIPT_FUNCTIONS = [
  "def compared(items, expectation) {",
  "    return [",
  "        mismatches: Emitted.mismatches(items, expectation.expected),",
  "        unnoticed: expectation.altered.findAll { each -> !Emitted.mismatches(items, each.expected) }.collect { each -> each.what },",
  "    ]",
  "}",
  "",
];

function check(process: string, channel: string): string {
  const result = `[process: '${process}', channel: '${channel}'] + compared(items, expectations.${process}.${channel})`;
  return `${process}.out.${channel}.toList().map { items -> ${result} }`;
}

function collected(checks: readonly string[]): string[] {
  if (checks.length === 0) return [];
  const parts = checks.map((each) => `    ${each},`);
  const write = ".map { result -> groovy.json.JsonOutput.toJson(result) }";
  return [
    "channel.empty().mix(",
    ...parts,
    `)${write}.collectFile(name: 'results.jsonl', storeDir: params.results, newLine: true)`,
  ];
}

interface CasePart {
  process: string;
  includes: string[];
  calls: string[];
  options: string[];
  expectations: CaseBatch["expectations"][string];
}

function casePart({ module, moduleCase }: BatchCase, index: number): CasePart {
  const process = processOfCase(index);
  const { setup = [], inputs, options = {} } = moduleCase;
  const names = new Map(setup.map((step, at) => [processNameOf(step.module), `${process}_SETUP_${at + 1}`]));
  const call = (name: string, values: readonly Input[]): string =>
    `${name}(${values.map((input) => inputExpression(input, (other) => names.get(other) ?? other)).join(", ")})`;
  const steps = setup.map((step) => ({
    module: step.module,
    name: names.get(processNameOf(step.module)) ?? "",
    inputs: step.inputs,
  }));
  const all = [...steps, { module, name: process, inputs }];
  return {
    process,
    includes: all.map((each) => include(each.module, each.name)),
    calls: all.map((each) => call(each.name, each.inputs)),
    options: optionLines(process, options),
    expectations: moduleCase.fails === undefined ? expectationsByChannel(module, moduleCase) : {},
  };
}

function expectationsByChannel(module: string, moduleCase: ModuleCase): CasePart["expectations"] {
  const source = readModuleSource(readFileSync(join(modulesFolder, module, "main.nf"), "utf8"));
  const expectations = expectationsOf(source, moduleCase);
  return Object.fromEntries(
    expectations.map(({ channel, expected }) => [channel, { expected, altered: alterations(expected) }]),
  );
}

function include(module: string, name: string): string {
  return `include { ${processNameOf(module)} as ${name} } from ${groovy(join(modulesFolder, module, "main.nf"))}`;
}

function optionLines(process: string, options: Readonly<Record<string, string | number>>): string[] {
  const lines = Object.entries(options).map(([key, value]) => `        ext.${key} = ${groovy(value)}`);
  return lines.length === 0 ? [] : [`    withName: '${process}' {`, ...lines, "    }"];
}
