import type { Expected, ModuleCase } from "./module-case.ts";
import { isVersion, type ModuleSource, versionTool } from "./module-source.ts";

/** What a channel of a process has to emit: items, in any order. */
export interface Expectation {
  channel: string;
  expected: readonly Expected[];
}

/**
 * What every channel of a process has to emit in a case: the case's outputs, and of a real case the versions of programs.
 *
 * @throws Error when the case names a channel that there is not, or leaves one out.
 */
export function expectationsOf(source: ModuleSource, { name, run, outputs = {} }: ModuleCase): Expectation[] {
  const results = source.outputs.filter((output) => !isVersion(output));
  const unknown = Object.keys(outputs).filter((channel) => !results.some(({ emit }) => emit === channel));
  const missing = results.filter(({ emit }) => outputs[emit] === undefined).map(({ emit }) => emit);
  if (unknown.length > 0) throw new Error(`"${name}": ${source.processes[0]} emits no ${unknown.join(", ")}`);
  if (missing.length > 0) throw new Error(`"${name}" says nothing of ${missing.join(", ")}`);
  const versions = run === "real" ? source.outputs.filter(isVersion) : [];
  return [
    ...results.map(({ emit }) => ({ channel: emit, expected: outputs[emit] })),
    ...versions.map((output) => ({
      channel: output.emit,
      expected: [[{ matches: ".+" }, versionTool(output), { matches: "\\d+(\\.\\d+)+\\S*" }]],
    })),
  ];
}
