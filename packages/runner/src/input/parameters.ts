import { dirname, resolve } from "node:path";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { isAddress, kindOf, locate } from "./locate.ts";
import { nearest } from "./nearest.ts";
import { type ParameterDocument, readParameterDocument } from "./parameter-document.ts";
import { COMMAND_LINE } from "./parameter-options.ts";
import type { ParameterSchema, PipelineSchema } from "./parameter-schema.ts";
import { type Problem, refuseProblems } from "./problem.ts";

/** Where parameters come from. */
export interface ParameterSources {
  /** File of YAML or JSON. */
  readonly file?: string | undefined;
  /** What the command line says, which wins over the file. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Parameters of a pipeline, by name. */
export type Parameters = Readonly<Record<string, unknown>>;

type Path = readonly (string | number)[];

/**
 * Reads the parameters of a pipeline and checks all of them against its schema. Paths in a file are relative to it, those of
 * the command line to the current folder; an input file that a path names has to be there.
 *
 * @returns them with absolute paths.
 * @throws RunnerError TS_PIPELINE_INPUT_INVALID with every problem by file, line, column and what to do.
 */
export function readParameters(schema: PipelineSchema, { file, options }: ParameterSources): Parameters {
  const document = file === undefined ? null : readParameterDocument(file);
  const given = { ...document?.values, ...options };
  const place = placesOf(document, options);
  const problems = schemaProblems(schema, given, place);
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const isOption = Object.hasOwn(options, name) || document === null;
    const folder = isOption ? process.cwd() : dirname(resolve(document.file));
    const parameter = schema.parameters[name];
    const onPath = (path: Path, located: string, kind: "file" | "folder") => {
      const what = isAddress(located) ? null : problemOfPlace(located, kind);
      if (what !== null) problems.push(place(path, what));
    };
    values[name] = parameter === undefined ? value : withPlaces(value, parameter, folder, [name], onPath);
  }
  refuseProblems(problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)));
  return values;
}

type PlaceProblem = (path: Path, what: string) => Problem;

function placesOf(document: ParameterDocument | null, options: Readonly<Record<string, unknown>>): PlaceProblem {
  return (path, what) => {
    const field = path.length === 0 ? null : path.join(".");
    if (document === null || Object.hasOwn(options, String(path[0]))) {
      return { file: COMMAND_LINE, line: null, column: null, field, what };
    }
    return { file: document.file, ...document.positionOf(path), field, what };
  };
}

function schemaProblems(schema: PipelineSchema, given: Parameters, place: PlaceProblem): Problem[] {
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false, verbose: true });
  const validate = ajv.compile(schema.document);
  if (validate(given)) return [];
  const problems = (validate.errors ?? []).flatMap((error) => problemOf(error, schema, place));
  // Several branches of a schema may say the same.
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function problemOf(error: ErrorObject, schema: PipelineSchema, place: PlaceProblem): Problem[] {
  const path = error.instancePath.split("/").slice(1).map(unescaped);
  const { params, keyword } = error;
  switch (keyword) {
    case "unevaluatedProperties":
    case "additionalProperties": {
      const name: string = params.unevaluatedProperty ?? params.additionalProperty;
      // A group with a problem of another kind counts as if none of its parameters were known.
      if (path.length === 0 && Object.hasOwn(schema.parameters, name)) return [];
      const known = path.length === 0 ? Object.keys(schema.parameters) : [];
      const similar = nearest(name, known);
      const hint = similar === null ? "remove it, or correct its name" : `did you mean ${similar}?`;
      return [place([...path, name], `there is no such parameter: ${hint}`)];
    }
    case "required":
      return [place([...path, params.missingProperty], "is missing: give it")];
    case "enum":
      return [place(path, `${shown(error.data)} cannot be: give ${params.allowedValues.map(shown).join(", ")}`)];
    case "type":
      return [place(path, `${shown(error.data)} is no ${[params.type].flat().join(" or ")}: correct it`)];
    case "pattern":
      return [place(path, `${shown(error.data)} cannot be: it has to match ${params.pattern}${spaceHint(error.data)}`)];
    case "propertyNames":
    case "allOf":
    case "if":
      return [];
    default:
      return [place(path, `${shown(error.data)} ${error.message}: correct it`)];
  }
}

function spaceHint(value: unknown): string {
  return typeof value === "string" && /\s/.test(value) ? "; a path may hold no space" : "";
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}...` : text;
}

function unescaped(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** A value with every path in it made absolute. */
function withPlaces(
  value: unknown,
  schema: ParameterSchema,
  folder: string,
  path: Path,
  onPath: (path: Path, located: string, kind: "file" | "folder") => void,
): unknown {
  if (typeof value === "string" && (schema.format === "file-path" || schema.format === "directory-path")) {
    const located = locate(value, folder);
    const isFile = schema.format === "file-path";
    // Folders are made, such as that of the results, but for those of which the schema says (as nf-schema has it) otherwise.
    if (isFile || schema.exists === true) onPath(path, located, isFile ? "file" : "folder");
    return located;
  }
  if (Array.isArray(value)) {
    const items = schema.items ?? {};
    return value.map((item, index) => withPlaces(item, items, folder, [...path, index], onPath));
  }
  if (typeof value !== "object" || value === null) return value;
  const others = typeof schema.additionalProperties === "object" ? schema.additionalProperties : {};
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      return [name, withPlaces(one, schema.properties?.[name] ?? others, folder, [...path, name], onPath)];
    }),
  );
}

function problemOfPlace(path: string, kind: "file" | "folder"): string | null {
  const found = kindOf(path);
  if (found === kind) return null;
  return found === null
    ? `there is no ${kind} ${path}: correct the path`
    : `${path} is a ${found} and no ${kind}: correct the path`;
}
