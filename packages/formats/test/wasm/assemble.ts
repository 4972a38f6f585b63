/**
 * An assembler for the part of the WebAssembly text format that our modules are written in: one memory, functions
 * on i32, i64 and v128, folded instructions, names for everything. What it does not know it refuses.
 */
import { INSTRUCTIONS, type Instruction } from "./instructions.ts";
import { byteLength, section, signed, text, unsigned, vector } from "./leb128.ts";
import { type Expression, type List, parseExpressions } from "./s-expression.ts";

const VALUE_TYPES: Readonly<Record<string, number>> = { i32: 0x7f, i64: 0x7e, v128: 0x7b };
const NO_VALUE = 0x40;
const BLOCK = 0x02;
const LOOP = 0x03;
const IF = 0x04;
const ELSE = 0x05;
const END = 0x0b;
const CALL = 0x10;
const MEMORY_EXPORT = 2;

interface Signature {
  readonly name: string;
  readonly exportedAs: string | null;
  readonly parameters: readonly Local[];
  readonly results: readonly number[];
  readonly locals: readonly Local[];
  readonly body: readonly Expression[];
}

interface Local {
  readonly name: string;
  readonly type: number;
}

/**
 * The binary module of a WebAssembly text: `(memory (export "name") pages)` and `(func ...)` forms. Where the text
 * has to name a number of ours it is a template literal.
 *
 * @throws SyntaxError for a text outside the part of the language that is known
 */
export function assemble(source: string): Uint8Array<ArrayBuffer> {
  const fields = parseExpressions(source).map(asList);
  const memory = fields.find(([kind]) => kind === "memory") ?? refuse("a module without memory");
  const functions = fields.filter((field) => field !== memory).map(parseFunction);
  const exported = functions.flatMap(({ exportedAs }, index) =>
    exportedAs === null ? [] : [[...text(exportedAs), 0, ...unsigned(index)]],
  );
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      functions.map(({ parameters, results }) => [
        0x60,
        ...vector(parameters.map(({ type }) => [type])),
        ...vector(results.map((type) => [type])),
      ]),
    ),
    ...section(
      3,
      functions.map((_, index) => unsigned(index)),
    ),
    ...section(5, [[0, ...unsigned(Number(memory[2]))]]),
    ...section(7, [[...text(exportName(asList(memory[1]))), MEMORY_EXPORT, 0], ...exported]),
    ...section(
      10,
      functions.map((signature) => new FunctionBody(signature, functions).bytes()),
    ),
  ]);
}

function parseFunction([kind, name, ...rest]: List): Signature {
  if (kind !== "func" || typeof name !== "string") refuse(`the form (${kind} ...)`);
  const isKind = (wanted: string) => (part: Expression) => Array.isArray(part) && part[0] === wanted;
  const exported = rest.find(isKind("export"));
  const heads = ["export", "param", "result", "local"];
  return {
    name: String(name),
    exportedAs: exported === undefined ? null : exportName(asList(exported)),
    parameters: rest.filter(isKind("param")).map(parseLocal),
    results: rest.filter(isKind("result")).map((part) => valueType(asList(part)[1])),
    locals: rest.filter(isKind("local")).map(parseLocal),
    body: rest.filter((part) => !heads.includes(String(asList(part)[0]))),
  };
}

function parseLocal(part: Expression): Local {
  const [, name, type] = asList(part);
  return { name: String(name), type: valueType(type) };
}

function valueType(name: Expression | undefined): number {
  return VALUE_TYPES[String(name)] ?? refuse(`the type ${name}`);
}

function exportName([, quoted]: List): string {
  return String(quoted).slice(1, -1);
}

/** Instructions of one function, with names resolved to numbers. */
class FunctionBody {
  readonly #signature: Signature;
  readonly #functionNames: readonly string[];
  readonly #localNames: readonly string[];
  readonly #labels: string[] = [];
  readonly #code: number[] = [];

  constructor(signature: Signature, functions: readonly Signature[]) {
    this.#signature = signature;
    this.#functionNames = functions.map(({ name }) => name);
    this.#localNames = [...signature.parameters, ...signature.locals].map(({ name }) => name);
  }

  bytes(): number[] {
    const locals = vector(this.#signature.locals.map(({ type }) => [1, type]));
    this.#addAll(this.#signature.body);
    return byteLength([...locals, ...this.#code, END]);
  }

  #addAll(expressions: readonly Expression[]): void {
    for (const expression of expressions) this.#add(asList(expression));
  }

  #add(list: List): void {
    const name = String(list[0]);
    if (name === "block") this.#addBlock(BLOCK, list);
    else if (name === "loop") this.#addBlock(LOOP, list);
    else if (name === "if") this.#addIf(list);
    else if (name === "call") this.#addNamed([CALL], this.#functionNames, list);
    else this.#addPlain(INSTRUCTIONS[name] ?? refuse(`the instruction ${name}`), list);
  }

  #addBlock(opcode: number, [, label, ...body]: List): void {
    this.#code.push(opcode, NO_VALUE);
    this.#labels.push(String(label));
    this.#addAll(body);
    this.#labels.pop();
    this.#code.push(END);
  }

  #addIf([, condition, consequent, alternative]: List): void {
    this.#add(asList(condition));
    this.#code.push(IF, NO_VALUE);
    this.#labels.push("");
    this.#addAll(asList(consequent).slice(1));
    if (alternative !== undefined) {
      this.#code.push(ELSE);
      this.#addAll(asList(alternative).slice(1));
    }
    this.#labels.pop();
    this.#code.push(END);
  }

  #addPlain({ opcode, immediate }: Instruction, list: List): void {
    switch (immediate) {
      case "none":
        this.#addAll(list.slice(1));
        this.#code.push(...opcode);
        break;
      case "number":
        this.#code.push(...opcode, ...signed(BigInt(String(list[1]))));
        break;
      case "local":
        this.#addNamed(opcode, this.#localNames, list);
        break;
      case "label":
        this.#addNamed(opcode, this.#labels.toReversed(), list);
        break;
      case "memory":
        this.#addMemoryAccess(opcode, list);
    }
  }

  #addNamed(opcode: readonly number[], names: readonly string[], [, name, ...operands]: List): void {
    const index = names.indexOf(String(name));
    if (index === -1) refuse(`the name ${name}`);
    this.#addAll(operands);
    this.#code.push(...opcode, ...unsigned(index));
  }

  #addMemoryAccess(opcode: readonly number[], [, ...operands]: List): void {
    const first = String(operands[0]);
    const offset = first.startsWith("offset=") ? Number(first.slice("offset=".length)) : null;
    this.#addAll(offset === null ? operands : operands.slice(1));
    this.#code.push(...opcode, 0, ...unsigned(offset ?? 0));
  }
}

function asList(expression: Expression | undefined): List {
  return Array.isArray(expression) ? expression : refuse(`the word ${expression}, where a form should be`);
}

function refuse(what: string): never {
  throw new SyntaxError(`cannot assemble ${what}`);
}
