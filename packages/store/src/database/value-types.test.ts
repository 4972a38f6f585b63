import { createTestDatabase, databaseKinds, type TestDatabase } from "@touchstone/test-support/databases";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toJson } from "./value-types.ts";

describe.each(databaseKinds)("values of %s", (kind) => {
  let opened: TestDatabase;

  beforeAll(async () => {
    opened = await createTestDatabase(kind);
  });

  afterAll(() => opened.remove());

  /** What comes back of an SQL expression. */
  async function selected(expression: string): Promise<unknown> {
    const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(
      opened.database.kysely,
    );
    return rows[0]?.value;
  }

  test.each([
    ["9007199254740991::int8", 9007199254740991],
    ["-1::int8", -1],
    ["count(*)", 1],
    ["sum(2::int8)", 2],
    ["avg(3::int4)", 3],
    ["0.1::numeric", 0.1],
    ["0.1::float8 + 0.2::float8", 0.30000000000000004],
    ["5e-324::float8", 5e-324],
    ["1.5::float4", 1.5],
    ["true", true],
    ["null::int8", null],
    ["'2024-02-29'::date", "2024-02-29"],
    ["'2024-06-30 23:59:59.123+02'::timestamptz(3)", new Date("2024-06-30T21:59:59.123Z")],
    ["'0044-03-15 12:00:00+00'::timestamptz", new Date("0044-03-15T12:00:00Z")],
    [`'{"a":[1,null,"x"]}'::jsonb`, { a: [1, null, "x"] }],
    ["'[1,2]'::jsonb", [1, 2]],
    [`'"text"'::jsonb`, "text"],
    ["'null'::jsonb", null],
    [`'{"b":1}'::json`, { b: 1 }],
    ["'0190b6c2-7f10-7000-8000-000000000001'::uuid", "0190b6c2-7f10-7000-8000-000000000001"],
    ["array['a,b', 'c\"d', '']::text[]", ["a,b", 'c"d', ""]],
    ["array[0.25, null]::float8[]", [0.25, null]],
    ["array[7, null]::int8[]", [7, null]],
    ["'{}'::int8[]", []],
  ])("%s", async (expression, expected) => {
    expect(await selected(expression)).toEqual(expected);
  });

  test.each<[string, unknown, unknown]>([
    ["::timestamptz", new Date("2024-06-30T21:59:59.123Z"), new Date("2024-06-30T21:59:59.123Z")],
    ["::date", "2024-02-29", "2024-02-29"],
    ["::jsonb", toJson([{ a: 1 }, "x"]), [{ a: 1 }, "x"]],
    ["::jsonb", toJson("text"), "text"],
    ["::int8", 9007199254740991, 9007199254740991],
    ["::float8", 1e-300, 1e-300],
    ["::text[]", ["a,b", 'c"d', "", "\\"], ["a,b", 'c"d', "", "\\"]],
    ["::float8[]", [0.1, null], [0.1, null]],
  ])("a parameter with %s", async (cast, given, expected) => {
    const { rows } = await sql`select ${given}${sql.raw(cast)} as value`.execute(opened.database.kysely);
    expect(rows).toEqual([{ value: expected }]);
  });

  test("an integer that is not exact as a number is refused", async () => {
    await expect(selected("9007199254740993::int8")).rejects.toMatchObject({ code: "TS_NUMBER_TOO_LARGE" });
    await expect(selected("array[9007199254740993::int8]")).rejects.toMatchObject({ code: "TS_NUMBER_TOO_LARGE" });
  });

  test("the session's time zone is UTC", async () => {
    expect(await selected("current_setting('timezone')")).toBe("UTC");
  });
});
