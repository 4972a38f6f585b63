import type { Value } from "./module-case.ts";

/** A value as Groovy writes it, on one line. */
export function groovy(value: Value | object): string {
  if (typeof value === "string") return groovyString(value);
  if (Array.isArray(value)) return `[${value.map((each) => groovy(each)).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value as Readonly<Record<string, Value>>);
    if (entries.length === 0) return "[:]";
    return `[${entries.map(([key, each]) => `${groovyKey(key)}: ${groovy(each)}`).join(", ")}]`;
  }
  return String(value);
}

function groovyKey(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : groovyString(key);
}

/** In single quotes: nothing of it is a variable. */
export function groovyString(text: string): string {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll("'", "\\'")
    .replaceAll("\n", "\\n")
    .replaceAll("\t", "\\t")
    .replaceAll("\r", "\\r");
  return `'${escaped}'`;
}
