import { parseSync, Visitor } from "oxc-parser";

/** What the layering wants to know of one source file. */
export interface SourceFacts {
  /** Module specifiers of all imports and re-exports: static, type-only and dynamic ones with a literal name. */
  readonly imports: readonly string[];
  /** Whether it makes an `Error` of no type of its own. */
  readonly makesBareError: boolean;
  readonly reExportsAll: boolean;
}

/** Parses a TypeScript or JavaScript file. */
export function readSource(path: string, text: string): SourceFacts {
  const { program, module } = parseSync(path, text);
  const reExports = module.staticExports.flatMap(({ entries }) => entries).filter((entry) => entry.moduleRequest);
  const dynamic = module.dynamicImports
    .map(({ moduleRequest }) => text.slice(moduleRequest.start, moduleRequest.end))
    .filter((argument) => /^(["'`]).*\1$/.test(argument))
    .map((argument) => argument.slice(1, -1));
  const imports = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...reExports.map(({ moduleRequest }) => moduleRequest?.value ?? ""),
    ...dynamic,
  ];

  let makesBareError = false;
  new Visitor({
    NewExpression({ callee }) {
      makesBareError ||= callee.type === "Identifier" && callee.name === "Error";
    },
    CallExpression({ callee }) {
      makesBareError ||= callee.type === "Identifier" && callee.name === "Error";
    },
  }).visit(program);

  const reExportsAll = reExports.some(({ importName }) => importName.kind === "AllButDefault");
  return { imports: [...new Set(imports)], makesBareError, reExportsAll };
}
