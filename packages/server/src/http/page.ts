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
import { LARGEST_INTEGER } from "./field-schemas.ts";
import { faultOfText } from "./plain-values.ts";

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

/** What can stand in one place of a keyset. A number or none: of a list whose last rows have no number. */
export type KeysetKind = "id" | "integer" | "moment" | "number or none" | "sequence" | "text";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const IS_OF_KIND: Readonly<Record<KeysetKind, (value: unknown) => boolean>> = {
  id: (value) => typeof value === "string" && UUID.test(value),
  integer: (value) => Number.isInteger(value) && Math.abs(Number(value)) <= LARGEST_INTEGER,
  moment: isMoment,
  "number or none": (value) => value === "none" || Number.isFinite(value),
  sequence: Number.isSafeInteger,
  text: (value) => typeof value === "string" && faultOfText(value) === null,
};

/**
 * @param kinds of the values that the list is sorted by. Cursors are what a caller sends: what is in them need not be what
 *   this server wrote.
 * @returns the place that a cursor stands for; null at the start of the list.
 * @throws ServerError TS_REQUEST_INVALID for a cursor of another list, or of none.
 */
export function readCursor(cursor: string | undefined, kinds: readonly KeysetKind[]): Keyset | null {
  if (cursor === undefined) return null;
  const keyset = parsed(cursor);
  const isPlace = Array.isArray(keyset) && keyset.length === kinds.length;
  if (isPlace && kinds.every((kind, place) => IS_OF_KIND[kind](keyset[place]))) return keyset;
  throw invalidField("/query/cursor", "is no cursor of this list; start without one");
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}

/** As answers write moments, and of a day that there is. */
function isMoment(value: unknown): boolean {
  if (typeof value !== "string" || value.length !== 24) return false;
  const moment = new Date(value);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === value;
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
