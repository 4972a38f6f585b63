import {
  type TArray,
  type TInteger,
  type TNull,
  type TObject,
  type TOptional,
  type TSchema,
  type TString,
  type TUnion,
  Type,
} from "@sinclair/typebox";
import { invalidField } from "../error.ts";

/** What every list takes beside its filters. */
export const pageQuery: { limit: TInteger; cursor: TOptional<TString> } = {
  limit: Type.Integer({ minimum: 1, maximum: 500, default: 50, description: "Items of a page at most." }),
  cursor: Type.Optional(Type.String({ maxLength: 1000, description: "`next` of the page before." })),
};

/** The schema of a page of a list. */
export function pageOf<T extends TSchema>(item: T): TObject<{ items: TArray<T>; next: TUnion<[TString, TNull]> }> {
  return Type.Object({
    items: Type.Array(item),
    next: Type.Union([Type.String(), Type.Null()], { description: "Cursor of the next page; null on the last." }),
  });
}

/** A place in a list: the values that it is sorted by, of the last item seen. */
export type Keyset = readonly (string | number)[];

/** @returns the place that a cursor stands for; null at the start of the list. */
export function readCursor(cursor: string | undefined, length: number): Keyset | null {
  if (cursor === undefined) return null;
  try {
    const keyset: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const isPlain = (value: unknown) => typeof value === "string" || typeof value === "number";
    if (Array.isArray(keyset) && keyset.length === length && keyset.every(isPlain)) return keyset;
  } catch {
    // Told below.
  }
  throw invalidField("/query/cursor", "is no cursor of this list; start without one");
}

/**
 * A page of the rows that a query for `limit + 1` gave: one more than is shown tells whether there is a next page.
 *
 * @param keysetOf what the list is sorted by, of one row.
 */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keysetOf: (row: Row) => Keyset,
  toItem: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? writeCursor(keysetOf(last)) : null;
  return { items: shown.map(toItem), next };
}

function writeCursor(keyset: Keyset): string {
  return Buffer.from(JSON.stringify(keyset)).toString("base64url");
}
