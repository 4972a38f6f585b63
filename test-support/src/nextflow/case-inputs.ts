import { groovy } from "./groovy.ts";
import { type Input, type InputOutput, isInputFile, isInputOutput, type Value } from "./module-case.ts";

/**
 * An input channel of a case in Groovy: a value, or what becomes of a channel that a process of the setup emitted. Files are
 * in the folder `params.module_data`.
 *
 * @param processName what the process of an output (`GATK4_BASERECALIBRATOR`) is called in the script.
 * @throws Error when an input takes elements of two channels.
 */
export function inputExpression(input: Input, processName: (name: string) => string = (name) => name): string {
  const sources = [...new Set(outputsOf(input).map(({ output }) => output))];
  if (sources.length === 0) return expression(input);
  if (sources.length > 1) throw new Error(`an input has elements of ${sources.join(" and ")}: only one can be`);
  const [name, channel] = sources[0].split(".");
  return `${processName(name)}.out.${channel}.map { made -> ${expression(input)} }`;
}

function outputsOf(input: Input): InputOutput[] {
  if (Array.isArray(input)) return input.flatMap(outputsOf);
  return isInputOutput(input) ? [input] : [];
}

function expression(input: Input): string {
  if (Array.isArray(input)) return `[${input.map(expression).join(", ")}]`;
  if (isInputFile(input)) return `file(params.module_data + ${groovy(`/${input.file}`)}, checkIfExists: true)`;
  if (isInputOutput(input)) return `made[${input.element}]`;
  return groovy(input as Value);
}
