import { RunnerError } from "../error.ts";
import { nearest } from "./nearest.ts";
import type { ParameterSchema, PipelineSchema } from "./parameter-schema.ts";

/** The place of what the command line says, in messages. */
export const COMMAND_LINE = "command line";

/**
 * Parameters as a command line gives them: `--name value`, `--name=value`, `--name` for true. What is given again adds to a
 * list. Values have the type of the parameter: a number is a number, a list or an object is JSON.
 *
 * @throws RunnerError TS_PIPELINE_INPUT_INVALID for a name that the pipeline does not know, or a value of another type.
 */
export function readParameterOptions(words: readonly string[], schema: PipelineSchema): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const [, name, given] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === undefined) throw invalid(word, `'${word}' is no parameter: give --NAME VALUE`);
    const parameter = schema.parameters[name];
    if (parameter === undefined) throw unknown(name, schema);
    const next = words[at + 1];
    const follows = given === undefined && next !== undefined && !next.startsWith("--");
    if (follows) at++;
    values[name] = add(values[name], readValue(name, follows ? next : given, parameter), parameter);
  }
  return values;
}

function unknown(name: string, { parameters, title }: PipelineSchema): RunnerError {
  const similar = nearest(name, Object.keys(parameters));
  const hint =
    similar === null ? `see ${title === "" ? "the pipeline's parameters" : title}` : `did you mean --${similar}?`;
  return invalid(name, `--${name} is neither an option of touchstone run nor a parameter of the pipeline: ${hint}`);
}

function readValue(name: string, text: string | undefined, parameter: ParameterSchema): unknown {
  const types = typesOf(parameter);
  if (text === undefined) {
    if (types.includes("boolean")) return true;
    throw invalid(name, `--${name} needs a value`);
  }
  if (types.includes("boolean") && (text === "true" || text === "false")) return text === "true";
  const isNumber = types.includes("number") || types.includes("integer");
  if (isNumber && /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text)) return Number(text);
  if (types.includes("object") || (types.includes("array") && text.startsWith("["))) return parsed(name, text);
  return text;
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid(name, `--${name} '${text}' is no JSON: give it in the file of --params-file instead`, cause);
  }
}

function add(before: unknown, value: unknown, parameter: ParameterSchema): unknown {
  if (!typesOf(parameter).includes("array") || Array.isArray(value)) return value;
  return [...(Array.isArray(before) ? before : []), value];
}

function typesOf({ type = [] }: ParameterSchema): readonly string[] {
  return typeof type === "string" ? [type] : type;
}

function invalid(field: string, what: string, cause?: unknown): RunnerError {
  return new RunnerError("TS_PIPELINE_INPUT_INVALID", `${COMMAND_LINE}: ${what}`, { file: COMMAND_LINE, field }, cause);
}
