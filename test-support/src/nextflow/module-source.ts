/** An element of an input or output of a process: `val(meta)`, `path("*.bam")`, `eval("...")`. */
export interface Element {
  kind: "val" | "path" | "eval" | "env" | "stdout";
  /** The name or pattern in brackets, without quotes. */
  name: string;
}

export interface ModuleOutput {
  emit: string;
  topic: string | null;
  optional: boolean;
  elements: Element[];
}

/** What a module's main.nf declares. */
export interface ModuleSource {
  processes: string[];
  container: string | null;
  labels: string[];
  /** One list a channel. */
  inputs: Element[][];
  outputs: ModuleOutput[];
  hasStub: boolean;
  readsParameters: boolean;
}

/** Reads the declarations of a module, written one a line as they are throughout pipelines/modules. */
export function readModuleSource(text: string): ModuleSource {
  const code = text.replace(/^\s*\/\/.*$/gm, "");
  return {
    processes: [...code.matchAll(/^process\s+(\w+)\s*\{/gm)].map(([, name]) => name),
    container: /^\s*container\s+['"](.*)['"]\s*$/m.exec(code)?.[1] ?? null,
    labels: [...code.matchAll(/^\s*label\s+['"](\w+)['"]/gm)].map(([, label]) => label),
    inputs: section(code, "input").map((line) => readDeclaration(line).elements),
    outputs: section(code, "output").map(readOutput),
    hasStub: /^\s*stub:\s*$/m.test(code),
    readsParameters: /\bparams\b/.test(code),
  };
}

/** The tool that a version output names: the second element, `val('samtools')`. */
export function versionTool(output: ModuleOutput): string {
  return output.elements[1]?.name ?? "";
}

/** Whether an output is a version of a program, and no result. */
export function isVersion({ topic }: ModuleOutput): boolean {
  return topic === "versions";
}

function section(code: string, name: string): string[] {
  const found = new RegExp(
    `^ *${name}:\\n([\\s\\S]*?)(?=^ *(?:input|output|when|script|shell|exec|stub):\\n|^\\})`,
    "m",
  ).exec(code);
  return (found?.[1] ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function readOutput(line: string): ModuleOutput {
  const { elements, options } = readDeclaration(line);
  return {
    emit: options.emit ?? "",
    topic: options.topic ?? null,
    optional: options.optional === "true",
    elements,
  };
}

function readDeclaration(line: string): { elements: Element[]; options: Record<string, string> } {
  const parts = splitAtCommas(line.replace(/^tuple\s+/, ""));
  const options: Record<string, string> = {};
  const elements: Element[] = [];
  for (const part of parts) {
    const option = /^(\w+):\s*(.*)$/.exec(part);
    if (option !== null) options[option[1]] = unquote(option[2]);
    else elements.push(readElement(part));
  }
  return { elements, options };
}

function readElement(text: string): Element {
  const found = /^(val|path|eval|env|stdout)\b\s*\(?\s*(.*?)\)?$/s.exec(text);
  if (found === null) throw new Error(`no input or output of a process: ${text}`);
  return { kind: found[1] as Element["kind"], name: unquote(splitAtCommas(found[2])[0] ?? "") };
}

function unquote(text: string): string {
  return text.trim().replace(/^(['"])(.*)\1$/s, "$2");
}

/** Parts between the commas that are in no brackets and no quotes. */
function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = "";
  let part = "";
  for (const character of text) {
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if ("([{".includes(character)) depth++;
    else if (")]}".includes(character)) depth--;
    if (character === "," && depth === 0 && quote === "") {
      parts.push(part.trim());
      part = "";
    } else part += character;
  }
  return [...parts, part.trim()].filter((each) => each !== "");
}
