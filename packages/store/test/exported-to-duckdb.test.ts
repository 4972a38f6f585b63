import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { createTestDatabase, type TestDatabase } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportParquet } from "../src/export/export-parquet.ts";
import { openExportTarget } from "../src/export/export-target.ts";
import { migrate } from "../src/migrations/migrate.ts";
import { insertExportExample, ODD_ASSAY } from "./export-example.ts";

let records: TestDatabase;
let folder: string;
let query: (text: string) => Promise<unknown[]>;
let close: () => void;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-export-"));
  records = await createTestDatabase("pglite");
  await migrate(records.database);
  await insertExportExample(records.database.kysely);
  const target = await openExportTarget(folder);
  await exportParquet(records.database.kysely, target);
  await target.close();
  const connection = await (await DuckDBInstance.create()).connect();
  query = async (text) => (await connection.runAndReadAll(text)).getRowObjectsJson();
  close = () => connection.closeSync();
});

afterAll(async () => {
  close();
  await records.remove();
  rmSync(folder, { recursive: true });
});

function table(name: string): string {
  return `read_parquet('${folder}/${name}/**/*.parquet', hive_partitioning = true)`;
}

test("DuckDB reads the partitions as columns, with the names that assays have", async () => {
  const rows = await query(
    `select assay, run_date, count(*)::int as n from ${table("measurements")} group by all order by n, assay`,
  );
  expect(rows).toEqual([
    { assay: ODD_ASSAY, run_date: "2026-02-01", n: 1 },
    { assay: null, run_date: "2026-01-31", n: 1 },
    { assay: "germline", run_date: "2026-01-31", n: 2 },
  ]);
  expect(await query(`select count(*)::int as n from ${table("measurements")} where assay = 'germline'`)).toEqual([
    { n: 2 },
  ]);
  expect(await query(`select run_name from ${table("measurements")} where run_date = date '2026-02-01'`)).toEqual([
    { run_name: "run-2" },
  ]);
});

test("DuckDB sees the types that the columns are meant to have", async () => {
  const described = await query(
    `select column_name, column_type from (describe select * from ${table("measurements")})`,
  );
  const types = new Map(described.map((row) => Object.values(row as Record<string, string>) as [string, string]));
  expect(types.get("value")).toBe("DOUBLE");
  expect(types.get("depth")).toBe("BIGINT");
  expect(types.get("is_imported")).toBe("BOOLEAN");
  expect(types.get("measured_at")).toBe("TIMESTAMP WITH TIME ZONE");
  expect(types.get("run_date")).toBe("DATE");
  expect(types.get("analyte")).toBe("VARCHAR");
});

test("DuckDB reads values to the last bit, and nulls as nulls", async () => {
  const select = `select value, depth, level, epoch_ms(superseded_at) as superseded from ${table("measurements")} order by value`;
  expect(await query(select)).toEqual([
    { value: 0, depth: "0", level: null, superseded: null },
    { value: Number.MIN_VALUE, depth: null, level: null, superseded: null },
    {
      value: 0.1 + 0.2,
      depth: "9007199254740991",
      level: "low",
      superseded: String(Date.parse("2026-03-01T00:00:00.001Z")),
    },
    { value: 1 / 3, depth: "9007199254740991", level: "low", superseded: null },
  ]);
  expect(
    await query(`select sum(truth_tp)::int as tp, avg(recall) as recall from ${table("comparison_strata")}`),
  ).toEqual([{ tp: 9, recall: 0.9 }]);
});
