import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { RunnerError } from "../error.ts";
import { readParameterOptions } from "./parameter-options.ts";
import { type PipelineSchema, readPipelineSchema } from "./parameter-schema.ts";
import { readParameters } from "./parameters.ts";

let folder: string;
let schema: PipelineSchema;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-parameters-"));
  for (const name of ["ref.fa", "truth.vcf.gz", "samples.csv"]) writeFileSync(join(folder, name), "");
  const file = join(folder, "nextflow_schema.json");
  writeFileSync(file, JSON.stringify(SCHEMA));
  schema = readPipelineSchema(file);
});

/** In the form that the pipelines' schemas have. */
const SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Parameters of a pipeline",
  description: "",
  type: "object",
  allOf: [{ $ref: "#/$defs/files" }, { $ref: "#/$defs/calling" }],
  unevaluatedProperties: false,
  $defs: {
    files: {
      title: "Files",
      type: "object",
      required: ["input", "outdir", "fasta"],
      properties: {
        input: { type: "string", format: "file-path" },
        outdir: { type: "string", format: "directory-path" },
        fasta: { type: "string", format: "file-path", pattern: "^\\S+\\.fa$" },
        index: { type: ["string", "null"], format: "directory-path", exists: true },
        known_sites: { type: "array", items: { type: "string", format: "file-path" } },
        truth_sets: {
          type: "object",
          additionalProperties: {
            type: "object",
            required: ["vcf"],
            additionalProperties: false,
            properties: { vcf: { type: "string", format: "file-path" } },
          },
        },
      },
    },
    calling: {
      title: "Calling",
      type: "object",
      properties: {
        aligner: { type: "string", enum: ["bwa-mem2", "bwa"], default: "bwa-mem2" },
        scatter_count: { type: "integer", minimum: 1, default: 4 },
        fast: { type: "boolean" },
      },
    },
  },
};

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

function problemsOf(text: string, options: Record<string, unknown> = {}) {
  try {
    readParameters(schema, { file: written("params.yaml", text), options });
  } catch (error) {
    if (!(error instanceof RunnerError)) throw error;
    return (error.details.problems ?? [{ ...error.details, what: error.message }]) as {
      line: number;
      column: number;
      field: string;
      what: string;
    }[];
  }
  throw new Error("there was no problem");
}

const GOOD = "input: samples.csv\noutdir: results\nfasta: ref.fa\n";

test("paths of a file are relative to it, in lists and truth sets too; the command line wins", () => {
  const text = `${GOOD}known_sites: [truth.vcf.gz]\ntruth_sets:\n  HG002: { vcf: truth.vcf.gz }\nscatter_count: 2\n`;
  const values = readParameters(schema, { file: written("params.yaml", text), options: { scatter_count: 8 } });
  expect(values).toEqual({
    input: join(folder, "samples.csv"),
    outdir: join(folder, "results"),
    fasta: join(folder, "ref.fa"),
    known_sites: [join(folder, "truth.vcf.gz")],
    truth_sets: { HG002: { vcf: join(folder, "truth.vcf.gz") } },
    scatter_count: 8,
  });
});

test("JSON gives the same as YAML, with a byte order mark too", () => {
  const json = `\uFEFF${JSON.stringify({ input: "samples.csv", outdir: "results", fasta: "ref.fa" })}`;
  const yaml = readParameters(schema, { file: written("params.yaml", GOOD), options: {} });
  expect(readParameters(schema, { file: written("params.json", json), options: {} })).toEqual(yaml);
});

test("a misspelt parameter is told at its line and column, with the name that was meant", () => {
  expect(problemsOf(`${GOOD}  \nscater_count: 4\n`)).toEqual([
    expect.objectContaining({
      line: 5,
      column: 1,
      field: "scater_count",
      what: "there is no such parameter: did you mean scatter_count?",
    }),
  ]);
});

test("all that is wrong is told at once, and nothing of what is right", () => {
  const text =
    "input: samples.csv\nfasta: none.fa\naligner: bowtie\nscatter_count: four\ntruth_sets:\n  A:\n    vfc: x\n";
  const told = problemsOf(text);
  expect(told.map(({ line, field }) => [line, field])).toEqual([
    [1, "outdir"],
    [2, "fasta"],
    [3, "aligner"],
    [4, "scatter_count"],
    [6, "truth_sets.A.vcf"],
    [7, "truth_sets.A.vfc"],
  ]);
  expect(told.find(({ field }) => field === "aligner")?.what).toBe('"bowtie" cannot be: give "bwa-mem2", "bwa"');
});

test("a folder has to be there only where the schema says so", () => {
  expect(problemsOf(`${GOOD}index: nowhere\n`)).toEqual([
    expect.objectContaining({ line: 4, field: "index", what: expect.stringContaining("there is no folder") }),
  ]);
});

test("what is no YAML is told at its place", () => {
  expect(problemsOf("input: [a\n")[0]).toMatchObject({ line: 2 });
  expect(problemsOf("- a\n")[0]?.what).toContain("holds no parameters");
  expect(problemsOf("fasta: a\nfasta: b\n")[0]).toMatchObject({ line: 2, column: 1 });
});

test("the command line's values have the type of their parameter", () => {
  const words = [
    "--scatter_count",
    "8",
    "--fast",
    "--known_sites",
    "a.vcf.gz",
    "--known_sites=b.vcf.gz",
    "--aligner",
    "bwa",
  ];
  expect(readParameterOptions([...words, "--truth_sets", '{"A":{"vcf":"x"}}'], schema)).toEqual({
    scatter_count: 8,
    fast: true,
    known_sites: ["a.vcf.gz", "b.vcf.gz"],
    aligner: "bwa",
    truth_sets: { A: { vcf: "x" } },
  });
  expect(readParameterOptions(["--scatter_count", "many", "--fast", "false"], schema)).toEqual({
    scatter_count: "many",
    fast: false,
  });
});

test("a name that is no parameter is refused, with the one that was meant", () => {
  expect(() => readParameterOptions(["--alinger", "bwa"], schema)).toThrow("did you mean --aligner?");
  expect(() => readParameterOptions(["stray"], schema)).toThrow("'stray' is no parameter");
  expect(() => readParameterOptions(["--aligner"], schema)).toThrow("--aligner needs a value");
  expect(() => readParameterOptions(["--truth_sets", "{"], schema)).toThrow("is no JSON");
});
