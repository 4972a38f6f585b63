import type { AssayDocument } from "@touchstone/model";
import type { RuleSet } from "../rule-set/rule-set.ts";

/** A definition of what is watched in an assay and by which limits, held to its schema and consistent in itself. */
export interface Assay {
  /** As written, defaults not filled in. */
  readonly document: AssayDocument;
  readonly ruleSet: RuleSet;
  /** SHA-256 of the document as canonical JSON (RFC 8785). */
  readonly contentSha256: string;
}

/** A number of an assay with its place in the document. */
export interface CitedNumber {
  readonly path: readonly (string | number)[];
  readonly value: number;
  /** Null where nobody has said where the number comes from. */
  readonly citation: string | null;
}

/** "germline-wgs v1": how sentences name an assay. */
export function describeAssay({ document: { name, version } }: Pick<Assay, "document">): string {
  return `${name} v${version}`;
}

/** Every number of the definition that is a limit or a requirement. */
export function citedNumbers(document: AssayDocument): CitedNumber[] {
  const found: CitedNumber[] = [];
  collect(document, [], found);
  return found;
}

function collect(value: unknown, path: CitedNumber["path"], found: CitedNumber[]): void {
  if (typeof value !== "object" || value === null) return;
  if ("value" in value && typeof value.value === "number") {
    const citation = "citation" in value && typeof value.citation === "string" ? value.citation : null;
    found.push({ path, value: value.value, citation });
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    collect(inner, [...path, Array.isArray(value) ? Number(key) : key], found);
  }
}
