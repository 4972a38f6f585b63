import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTestDatabase, databaseKinds, type TestDatabase } from "@touchstone/test-support/databases";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrate } from "./migrations/migrate.ts";

/** What a column is in TypeScript, by PostgreSQL's name of its type. */
const TYPE_OF: Readonly<Record<string, string>> = {
  _float8: "(number | null)[]",
  _int8: "(number | null)[]",
  _text: "string[]",
  _uuid: "string[]",
  bool: "boolean",
  date: "string",
  float8: "number",
  int4: "number",
  int8: "number",
  text: "string",
  uuid: "string",
};

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly hasDefault: boolean;
  readonly isIdentity: boolean;
  /** Texts that a check allows; null where it is not about single texts. */
  readonly allowed: readonly string[] | null;
}

/** Lines of the interfaces of the tables, by table: column and its type as written. */
function writtenColumns(): Record<string, Record<string, string>> {
  const files = ["tables.ts", ...globSync("{tables,audit}/*.ts", { cwd: import.meta.dirname })];
  const text = files.map((file) => readFileSync(join(import.meta.dirname, file), "utf8")).join("\n");
  const interfaces = new Map(
    [...text.matchAll(/^(?:export )?interface (\w+) \{\n(.*?)^\}/gms)].map(([, name, body]) => [name, body] as const),
  );
  const tables = [...(interfaces.get("Tables") ?? "").matchAll(/^ {2}(\w+): (\w+);/gm)];
  return Object.fromEntries(
    tables.map(([, table, name]) => {
      const body = (interfaces.get(name) ?? "").replace(/\/\*\*.*?\*\//gs, "");
      const columns = [...body.matchAll(/^ {2}(\w+):\s*(.*?);$/gms)];
      return [table, Object.fromEntries(columns.map(([, column, type]) => [column, normalised(type ?? "")]))];
    }),
  );
}

/** The members of unions in one order, on one line. */
function normalised(type: string): string {
  return type.replace(/\s+/g, " ").replace(/(?:\| )?"[^"]*"(?: \| "[^"]*")+/g, (union) => {
    return (union.match(/"[^"]*"/g) ?? []).toSorted().join(" | ");
  });
}

/** The type that a column should have, from what the database says of it. */
function expectedType({ table, type, nullable, hasDefault, isIdentity, allowed }: Column): string {
  // The audit trail has a way of its own to be written.
  if (table.startsWith("audit_")) {
    return `ReadOnly<${type === "timestamptz" ? "Date" : TYPE_OF[type]}${nullable ? " | null" : ""}>`;
  }
  if (type === "timestamptz") return nullable ? "MomentOrNull" : hasDefault ? "MomentOfNow" : "Moment";
  if (type === "jsonb") return nullable ? "JsonOrNull" : hasDefault ? "JsonOrDefault" : "Json";
  const union = allowed
    ?.map((text) => `"${text}"`)
    .toSorted()
    .join(" | ");
  const bare = union === undefined ? TYPE_OF[type] : type === "_text" ? `(${union})[]` : union;
  const full = nullable ? `${bare} | null` : `${bare}`;
  if (isIdentity) return `GeneratedAlways<${full}>`;
  return hasDefault ? `Generated<${full}>` : full;
}

describe.each(databaseKinds)("the types of the tables on %s", (kind) => {
  let opened: TestDatabase;

  beforeAll(async () => {
    opened = await createTestDatabase(kind);
    await migrate(opened.database);
  });

  afterAll(() => opened.remove());

  async function readColumns(): Promise<Column[]> {
    const { rows } = await sql<Omit<Column, "allowed"> & { check: string | null }>`
      select
        c.table_name as "table", c.column_name as "name", c.udt_name as "type", c.is_nullable = 'YES' as "nullable",
        c.column_default is not null as "hasDefault", c.is_identity = 'YES' as "isIdentity",
        (
          select string_agg(pg_get_constraintdef(k.oid), ';') from pg_constraint k
          where k.contype = 'c' and k.conrelid = quote_ident(c.table_name)::regclass
            and k.conkey = array[c.ordinal_position::int2] and pg_get_constraintdef(k.oid) ~ '= ANY|<@'
        ) as "check"
      from information_schema.columns c
      where c.table_schema = 'public' and c.table_name <> 'audit_turn'
      order by c.table_name, c.ordinal_position
    `.execute(opened.database.kysely);
    return rows.map(({ check, ...column }) => {
      const texts = [...(check ?? "").matchAll(/'([^']*)'::text/g)].map(([, text]) => text as string);
      return { ...column, allowed: check === null ? null : texts };
    });
  }

  test("are what information_schema says", async () => {
    const expected: Record<string, Record<string, string>> = {};
    for (const column of await readColumns()) {
      expected[column.table] = { ...expected[column.table], [column.name]: normalised(expectedType(column)) };
    }
    expect(Object.keys(expected).length).toBeGreaterThan(35);
    expect(writtenColumns()).toEqual(expected);
  });

  test("every foreign key of a large table, and every list, has an index that begins with its columns", async () => {
    // Small tables that others rarely change may be read whole.
    const { rows } = await sql<{ name: string }>`
      select k.conrelid::regclass || '.' || a.attname as "name"
      from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.contype = 'f' and k.conrelid::regclass::text in (
          'run', 'run_task', 'artifact', 'comparison', 'comparison_stratum', 'measurement', 'replicate_study',
          'replicate_study_variant', 'verdict', 'alert', 'alert_occurrence', 'alert_history'
        )
        and a.attname not in ('acknowledged_by', 'resolved_by', 'principal_id')
        and not exists (
          select from pg_index i where i.indrelid = k.conrelid and (i.indkey::int2[])[0] = k.conkey[1]
        )
    `.execute(opened.database.kysely);
    expect(rows.map(({ name }) => name)).toEqual([]);
  });
});
