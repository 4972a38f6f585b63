import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables.ts";

/** A column as a copy of its table needs it. */
export interface ColumnLayout {
  readonly name: string;
  /** As PostgreSQL writes it, e.g. `timestamp(3) with time zone`. */
  readonly type: string;
  /** Place in the primary key, from 1; null for other columns. */
  readonly keyPosition: number | null;
  readonly isText: boolean;
  readonly isIdentity: boolean;
}

/** A table and its columns. */
export interface TableLayout {
  readonly name: string;
  readonly columns: readonly ColumnLayout[];
}

/**
 * Every table of the schema that has columns, by name. The record of applied migrations is none of them: a restored
 * database has its own.
 */
export async function tableLayouts(kysely: Kysely<Tables>): Promise<TableLayout[]> {
  const { rows } = await sql<ColumnLayout & { table: string }>`
    select
      c.relname as "table",
      a.attname as "name",
      format_type(a.atttypid, a.atttypmod) as "type",
      array_position(i.indkey::int2[], a.attnum) + 1 as "keyPosition", -- an int2vector counts from 0
      coalesce(nullif(t.typbasetype, 0), t.oid) = 'text'::regtype as "isText",
      a.attidentity <> '' as "isIdentity"
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and c.relname <> 'migration'
    order by c.relname collate "C", a.attnum
  `.execute(kysely);
  const tables = new Map<string, ColumnLayout[]>();
  for (const { table, ...column } of rows) {
    tables.set(table, [...(tables.get(table) ?? []), column]);
  }
  return [...tables].map(([name, columns]) => ({ name, columns }));
}
