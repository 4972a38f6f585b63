import type { FastifyRequest } from "fastify";
import { invalidField } from "../error.ts";

/** Deeper than any record is; what walks through values later needs no guard of its own. */
const DEEPEST = 64;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Refuses what no record can hold as it came: NUL, which PostgreSQL keeps in no text; halves of surrogate pairs, which
 * UTF-8 replaces in silence; and values nested without end.
 *
 * @throws ServerError TS_REQUEST_INVALID with the place.
 */
export function requirePlainValues({ body, query, params }: Pick<FastifyRequest, "body" | "query" | "params">): void {
  for (const [part, value] of Object.entries({ body, query, path: params })) {
    const fault = findFault(value, 0);
    if (fault !== null) throw invalidField(pointerOf([part, ...fault.keys]), fault.message);
  }
}

interface Fault {
  readonly keys: readonly string[];
  readonly message: string;
}

function findFault(value: unknown, depth: number): Fault | null {
  if (typeof value === "string") return faultOfText(value);
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return null;
  if (depth === DEEPEST) return { keys: [], message: `is nested more than ${DEEPEST} deep` };
  for (const [key, member] of Object.entries(value)) {
    const ofKey = faultOfText(key);
    if (ofKey !== null) return { keys: [], message: `has a member whose name ${ofKey.message}` };
    const inside = findFault(member, depth + 1);
    if (inside !== null) return { keys: [key, ...inside.keys], message: inside.message };
  }
  return null;
}

/** What makes a text one that no record can hold; null where nothing does. */
export function faultOfText(text: string): Fault | null {
  if (text.includes("\0")) return { keys: [], message: "holds the character NUL, which no text may" };
  return !LONE_SURROGATE.test(text) ? null : { keys: [], message: "holds half of a surrogate pair, which is no text" };
}

function pointerOf(keys: readonly string[]): string {
  return keys.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
