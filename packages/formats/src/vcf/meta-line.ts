/** `##key=value` or `##key=<ID=...,...>`; `fields` is null when the value is not a structure. */
export interface MetaLine {
  readonly key: string;
  readonly value: string;
  readonly fields: ReadonlyMap<string, string> | null;
}

/** The parts of a meta line, or null when it is not of the form `##key=value`. */
export function parseMetaLine(line: string): MetaLine | null {
  const equals = line.indexOf("=");
  if (!line.startsWith("##") || equals < 3) return null;
  const value = line.slice(equals + 1);
  return { key: line.slice(2, equals), value, fields: parseStructure(value) };
}

/**
 * `<key=value,key="quoted value",...>` as a map, in order; null when it is anything else. In quotes, `\"` and
 * `\\` stand for the character after the backslash. Brackets hold commas, as in `Values=[a,b]`.
 */
function parseStructure(value: string): Map<string, string> | null {
  if (!value.startsWith("<") || !value.endsWith(">")) return null;
  const fields = new Map<string, string>();
  let at = 1;
  const end = value.length - 1;
  while (at < end) {
    const equals = value.indexOf("=", at);
    if (equals === -1 || equals >= end) return null;
    const valueEnd = findValueEnd(value, equals + 1, end);
    if (valueEnd === -1) return null;
    fields.set(value.slice(at, equals).trim(), unquote(value.slice(equals + 1, valueEnd)));
    at = valueEnd + 1;
  }
  return fields;
}

function findValueEnd(value: string, start: number, end: number): number {
  if (value[start] === "[") {
    const close = value.indexOf("]", start);
    return close === -1 || close >= end ? -1 : close + 1;
  }
  if (value[start] !== '"') {
    const comma = value.indexOf(",", start);
    return comma === -1 ? end : comma;
  }
  let at = start + 1;
  while (at < end && value[at] !== '"') at += value[at] === "\\" ? 2 : 1;
  return at < end && (at + 1 === end || value[at + 1] === ",") ? at + 1 : -1;
}

function unquote(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replace(/\\(["\\])/g, "$1") : value;
}
