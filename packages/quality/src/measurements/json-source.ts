import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import { QualityError } from "../error.ts";
import { nameFinder, type SourceRow, type SourceTable } from "./source-row.ts";

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Rows of a JSON text: a list of objects, or an object that holds the list as `measurements`.
 *
 * The text is read with JSON.parse; only when something is wrong is it parsed again with positions, to name line and
 * column (JSON is YAML 1.2).
 *
 * @throws QualityError TS_MEASUREMENT_INVALID when the text is no JSON or no such list.
 */
export function jsonSource(text: string, file: string): SourceTable {
  const locator = new Locator(text, file);
  const { value, damage } = parse(text);
  const root = damage === null ? value : locator.lenientValue(damage);
  const isWrapped = isObject(root) && Array.isArray(root.measurements);
  const list = isWrapped ? root.measurements : root;
  if (!Array.isArray(list)) throw locator.error([], "", "there is no list of measurements");
  const path = isWrapped ? ["measurements"] : [];
  const rows = list.map((item: unknown, index) => {
    if (!isObject(item))
      throw locator.error([...path, index], "", "this is no object with the fields of a measurement");
    return jsonRow(item, [...path, index], locator);
  });
  if (damage !== null) rows.forEach(refuseWhatJsonCannotHold);
  if (damage !== null) throw locator.damage(damage);
  const columns = new Set(list.flatMap((item: JsonObject) => Object.keys(item)));
  return { rows, columns: [...columns] };
}

type Path = readonly (string | number)[];

function jsonRow(item: JsonObject, path: Path, locator: Locator): SourceRow {
  const nameOf = nameFinder(Object.keys(item));
  const error = (field: string, what: string) => locator.error([...path, nameOf(field)], nameOf(field), what);
  return {
    error,
    text(field) {
      const value = item[nameOf(field)] ?? "";
      if (typeof value === "object" || typeof value === "boolean") throw error(field, "this is no text");
      return String(value).trim();
    },
    number(field) {
      const value = item[nameOf(field)] ?? null;
      if (value === null) return null;
      // JSON.parse makes Infinity of 1e999.
      if (typeof value !== "number" || !Number.isFinite(value)) {
        throw error(
          field,
          `${JSON.stringify(value) === "null" ? String(value) : JSON.stringify(value)} is no finite number`,
        );
      }
      return value;
    },
  };
}

/** Programs write NaN and Infinity, which JSON does not have: the most useful message is the number's own place. */
function refuseWhatJsonCannotHold(row: SourceRow): void {
  row.number("value");
  row.number("depth");
}

function parse(text: string): { value: unknown; damage: SyntaxError | null } {
  try {
    return { value: JSON.parse(text), damage: null };
  } catch (error) {
    return { value: null, damage: error as SyntaxError };
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Finds the place of a value in the text; parses only when asked. */
class Locator {
  readonly #text: string;
  readonly #file: string;
  readonly #lines = new LineCounter();
  #parsed: Document | null = null;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  error(path: Path, field: string, what: string): QualityError {
    const { line, col } = this.#lines.linePos(this.#offsetOf(path));
    return this.#errorAt(line, col, field, what);
  }

  /** The text read as YAML, in which NaN is a word; throws what YAML too finds wrong. */
  lenientValue(damage: SyntaxError): unknown {
    const document = this.#document();
    if (document.errors.length > 0) throw this.damage(damage);
    return document.toJS();
  }

  damage(damage: SyntaxError): QualityError {
    this.#document();
    const { line, col } = this.#lines.linePos(damagedAt(this.#text));
    return this.#errorAt(line, col, "", `this is no JSON: ${damage.message}`);
  }

  #errorAt(line: number, column: number, field: string, what: string): QualityError {
    const named = field === "" ? "" : ` (${field})`;
    const details = { file: this.#file, line, column, ...(field === "" ? {} : { field }) };
    return new QualityError(
      "TS_MEASUREMENT_INVALID",
      `${this.#file}:${line}, column ${column}${named}: ${what}`,
      details,
    );
  }

  #document(): Document {
    this.#parsed ??= parseDocument(this.#text, { lineCounter: this.#lines });
    return this.#parsed;
  }

  /** Offset of the value; of the nearest thing around it when the value is absent. */
  #offsetOf(path: Path): number {
    const document = this.#document();
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return node.range[0];
    }
    return 0;
  }
}

/**
 * Offset of the character with which a text stops to be JSON, its length when it only ends too early. Not every message
 * of JSON.parse says where; but any shorter beginning of the text is merely incomplete.
 */
function damagedAt(text: string): number {
  let [sound, damaged] = [0, text.length + 1];
  while (damaged - sound > 1) {
    const middle = (sound + damaged) >> 1;
    if (isIncomplete(text.slice(0, middle))) sound = middle;
    else damaged = middle;
  }
  return sound;
}

function isIncomplete(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const { message } = error as SyntaxError;
    const position = /position (\d+)/.exec(message);
    return position === null ? /end of JSON/.test(message) : Number(position[1]) >= beginning.length;
  }
}
