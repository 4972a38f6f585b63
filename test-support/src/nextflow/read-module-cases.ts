import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { parse } from "yaml";
import { type Expected, isExpectedFile, isExpectedFolder, type ModuleCases } from "./module-case.ts";

const texts = { type: "array", items: { type: "string" }, minItems: 1 };

const file = {
  type: "object",
  required: ["file"],
  additionalProperties: false,
  properties: {
    file: { type: "string" },
    entry: { type: "string" },
    bytes: { type: "integer", minimum: 0 },
    lines: { type: "integer", minimum: 0 },
    contains: texts,
    lacks: texts,
    numbers: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["find"],
        additionalProperties: false,
        properties: {
          find: { type: "string", pattern: "\\((?!\\?)" },
          equals: { type: "number" },
          atLeast: { type: "number" },
          atMost: { type: "number" },
        },
        anyOf: [{ required: ["equals"] }, { required: ["atLeast"] }, { required: ["atMost"] }],
      },
    },
    sha256: { type: "string", pattern: "^[0-9a-f]{64}$" },
    flagged: { type: "object", patternProperties: { "^[0-9]+$": { type: "integer" } }, additionalProperties: false },
    begins: { type: "string", minLength: 1 },
  },
};

const isFile = { type: "object", required: ["file"] };
const isFolder = { type: "object", required: ["folder"] };

const schema = {
  $defs: {
    expected: {
      if: isFile,
      // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
      then: file,
      else: {
        if: isFolder,
        // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
        then: {
          type: "object",
          required: ["folder", "holds"],
          additionalProperties: false,
          properties: {
            folder: { type: "string" },
            others: { const: true },
            holds: { type: "array", items: file, minItems: 1 },
          },
        },
        else: {
          if: { type: "array" },
          // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
          then: { type: "array", items: { $ref: "#/$defs/expected" } },
        },
      },
    },
  },
  type: "object",
  required: ["cases"],
  additionalProperties: false,
  properties: {
    programs: texts,
    cases: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["name", "run", "inputs"],
        additionalProperties: false,
        properties: {
          name: { type: "string", pattern: '^[^"$\\\\]+$' },
          run: { enum: ["real", "stub"] },
          options: { type: "object", additionalProperties: { type: ["string", "number"] } },
          setup: {
            type: "array",
            minItems: 1,
            items: {
              type: "object",
              required: ["module", "inputs"],
              additionalProperties: false,
              properties: { module: { type: "string" }, inputs: { type: "array" } },
            },
          },
          inputs: { type: "array", minItems: 1 },
          outputs: {
            type: "object",
            additionalProperties: { type: "array", items: { $ref: "#/$defs/expected" } },
          },
          fails: { type: "string", minLength: 1 },
        },
        oneOf: [{ required: ["outputs"] }, { required: ["fails"] }],
      },
    },
  },
};

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile<ModuleCases>(schema);

/**
 * Reads a module's tests/cases.yml.
 *
 * @throws Error with the path and every fault: a key that there is not, a name twice, a file of a real case without an
 *   assertion of its content.
 */
export function readModuleCases(path: string): ModuleCases {
  const document: unknown = parse(readFileSync(path, "utf8"));
  if (!validate(document)) {
    const faults = (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || "/"} ${message}`);
    throw new Error(`${path}: ${faults.join("; ")}`);
  }
  const cases: ModuleCases = { ...document, programs: document.programs ?? [] };
  const faults = faultsOfCases(cases);
  if (faults.length > 0) throw new Error(`${path}: ${faults.join("; ")}`);
  return cases;
}

function faultsOfCases({ cases }: ModuleCases): string[] {
  const names = cases.map(({ name }) => name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index).map((name) => `"${name}" is there twice`);
  const unchecked = cases
    .filter(({ run }) => run === "real")
    .flatMap(({ name, outputs }) =>
      filesOf(Object.values(outputs ?? {}))
        .filter((each) => Object.keys(each).every((key) => key === "file" || key === "entry"))
        .map((each) => `"${name}" says nothing of the content of ${each.file}`),
    );
  return [...twice, ...unchecked];
}

function filesOf(expected: Expected): readonly { file: string }[] {
  if (Array.isArray(expected)) return expected.flatMap(filesOf);
  if (isExpectedFile(expected)) return [expected];
  return isExpectedFolder(expected) ? expected.holds : [];
}
