import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { moduleNames, modulesFolder, processNameOf } from "./module-folders.ts";
import { type Element, isVersion, readModuleSource } from "./module-source.ts";
import { nfTestFiles } from "./nf-test-files.ts";
import { readModuleCases } from "./read-module-cases.ts";

/** Their programs cannot be had here, and what they would write is known from nothing that was run. */
const STUBS_ALONE = ["ensemblvep/vep", "happy/happy"];

const LABELS = ["process_single", "process_low", "process_medium", "process_high"];

interface MetaElement {
  type: string;
  description: string;
  pattern?: string;
}

type MetaChannel = readonly Readonly<Record<string, MetaElement>>[];

interface Meta {
  name: string;
  description: string;
  tools: readonly Readonly<Record<string, { licence: string }>>[];
  input: readonly MetaChannel[];
  output: Readonly<Record<string, MetaChannel>>;
}

function read(module: string, name: string): string {
  return readFileSync(join(modulesFolder, module, name), "utf8");
}

const names = (elements: readonly Element[]): string[] => elements.map(({ name }) => name);
const keys = (channel: MetaChannel): string[] => channel.flatMap((element) => Object.keys(element));

test("there are modules, and every folder with a main.nf is one", () => {
  expect(moduleNames()).toContain("gatk4/haplotypecaller");
  expect(moduleNames().length).toBeGreaterThanOrEqual(30);
});

describe.each(moduleNames())("%s", (module) => {
  const source = readModuleSource(read(module, "main.nf"));

  test("is one process of the folder's name, with label, container, stub and versions, and without parameters", () => {
    expect(source.processes).toEqual([processNameOf(module)]);
    expect(source.labels).toHaveLength(1);
    expect(LABELS).toContain(source.labels[0]);
    expect(source.container).toMatch(/@sha256:[0-9a-f]{64}$|:\d[\w.-]*$/);
    expect(source.hasStub).toBe(true);
    expect(source.readsParameters).toBe(false);
    expect(source.inputs).not.toEqual([]);
    expect(source.outputs.every(({ emit }) => emit !== "")).toBe(true);
    const versions = source.outputs.filter(isVersion);
    expect(versions).not.toEqual([]);
    for (const { emit, elements } of versions) {
      expect(emit).toMatch(/^versions_\w+$/);
      expect(elements).toHaveLength(3);
      // biome-ignore lint/suspicious/noTemplateCurlyInString: as Groovy writes it
      expect(elements[0]).toEqual({ kind: "val", name: "${task.process}" });
    }
  });

  test("meta.yml describes its inputs and outputs, and nothing else", () => {
    const meta: Meta = parse(read(module, "meta.yml"));
    expect(meta.name).toBe(processNameOf(module).toLowerCase());
    expect(meta.description).not.toBe("");
    expect(meta.tools.flatMap((tool) => Object.values(tool)).every(({ licence }) => licence !== "")).toBe(true);
    expect(meta.input.map(keys)).toEqual(source.inputs.map(names));
    expect(Object.keys(meta.output).sort()).toEqual(source.outputs.map(({ emit }) => emit).sort());
    for (const { emit, elements } of source.outputs.filter((output) => !isVersion(output))) {
      const described = meta.output[emit].map((element) => Object.values(element)[0]);
      expect(described.map(({ type }) => (type === "file" || type === "directory" ? "path" : "val"))).toEqual(
        elements.map(({ kind }) => kind),
      );
      for (const [index, { kind, name }] of elements.entries()) {
        if (kind === "path" && !name.includes("$")) expect(described[index].pattern).toBe(name);
      }
    }
  });

  test("has a stub case, and a real one where its programs can be had", () => {
    const { cases, programs } = readModuleCases(join(modulesFolder, module, "tests/cases.yml"));
    expect(cases.some(({ run, outputs }) => run === "stub" && outputs !== undefined)).toBe(true);
    const real = cases.some(({ run, outputs }) => run === "real" && outputs !== undefined);
    expect(real).toBe(!STUBS_ALONE.includes(module));
    expect(programs.length > 0).toBe(real);
    for (const { name, inputs } of cases) expect(inputs.length, name).toBe(source.inputs.length);
  });

  test("tests of nf-test are what cases.yml says now (npm run nf-tests writes them)", () => {
    for (const { path, text } of nfTestFiles(module)) expect(read(module, path)).toBe(text);
    const options = nfTestFiles(module).some(({ path }) => path === "tests/nextflow.config");
    expect(existsSync(join(modulesFolder, module, "tests/nextflow.config"))).toBe(options);
  });
});
