import type { ColumnType } from "kysely";

/** A moment, to the millisecond. */
export type Moment = ColumnType<Date, Date | string, Date | string>;

/** A moment, or null where it has not come or is not known. */
export type MomentOrNull = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

/** A moment that is now unless given. */
export type MomentOfNow = ColumnType<Date, Date | string | undefined, Date | string>;

/** What `toJson` made of a value comes back as that value. */
export type Json = ColumnType<unknown, string, string>;

/** The same, or null where there is none. */
export type JsonOrNull = ColumnType<unknown, string | null | undefined, string | null>;

/** The same, or the column's default unless given. */
export type JsonOrDefault = ColumnType<unknown, string | undefined, string>;
