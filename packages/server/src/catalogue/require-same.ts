import { ServerError } from "../error.ts";

/**
 * Makes sure that a request for something that is there already means just that: whatever it says agrees.
 *
 * @param what in words: "instrument NovaSeq 1".
 * @throws ServerError TS_CONFLICT naming the field that differs.
 */
export function requireSame(what: string, there: object, requested: object): void {
  const kept = new Map<string, unknown>(Object.entries(there));
  const difference = Object.entries(requested).find(([field, value]) => kept.get(field) !== value);
  if (difference === undefined) return;
  const message = `${what} is there already, with another ${difference[0]}; change it with PATCH`;
  throw new ServerError("TS_CONFLICT", message, { fields: [{ pointer: `/body/${difference[0]}`, message }] });
}
