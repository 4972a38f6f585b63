import { ServerError } from "../error.ts";

/** Deeper than any report is. */
const DEEPEST = 40;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * The content of a report as records can hold it. What they cannot is left out rather than refused: NUL, halves of
 * surrogate pairs, what is nested without end.
 *
 * @throws ServerError TS_REQUEST_INVALID for what is no JSON.
 */
export function parseReport(text: string): unknown {
  try {
    return plain(JSON.parse(text), 0);
  } catch (cause) {
    throw new ServerError("TS_REQUEST_INVALID", "the body is no JSON", {}, cause);
  }
}

function plain(value: unknown, depth: number): unknown {
  if (typeof value === "string") return plainText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth === DEEPEST) return null;
  if (Array.isArray(value)) return value.map((member) => plain(member, depth + 1));
  const members = Object.entries(value).filter(([name]) => name !== "__proto__");
  return Object.fromEntries(members.map(([name, member]) => [plainText(name), plain(member, depth + 1)]));
}

function plainText(text: string): string {
  return text.replaceAll("\0", "").replaceAll(LONE_SURROGATE, "\uFFFD");
}
