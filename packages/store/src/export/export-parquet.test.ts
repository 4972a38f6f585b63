import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type S3Stub, startS3Stub } from "@touchstone/test-support";
import { createTestDatabase, databaseKinds, type TestDatabase } from "@touchstone/test-support/databases";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ExportExample, insertExportExample } from "../../test/export-example.ts";
import { type ExportedRow, exportedRows, parquetPaths, rowsOfFile } from "../../test/exported-files.ts";
import { newId } from "../database/identifier.ts";
import { migrate } from "../migrations/migrate.ts";
import { type ExportOptions, exportParquet } from "./export-parquet.ts";
import { exportTables } from "./export-tables.ts";
import { openExportTarget } from "./export-target.ts";

const JANUARY = "assay=germline/run_date=2026-01-31/data.parquet";
const FEBRUARY = "assay=a+b%20c%2Fd%3De%2520%20größe%3F/run_date=2026-02-01/data.parquet";
const WITHOUT_ASSAY = "assay=__HIVE_DEFAULT_PARTITION__/run_date=2026-01-31/data.parquet";

describe.each(databaseKinds)("records in %s", (kind) => {
  let records: TestDatabase;
  let example: ExportExample;
  let folder: string;
  let stub: S3Stub;
  let bucket: string;

  beforeAll(async () => {
    records = await createTestDatabase(kind);
    await migrate(records.database);
    example = await insertExportExample(records.database.kysely);
    stub = await startS3Stub({ pageSize: 2 });
    bucket = `s3://${stub.bucketName}/lake`;
  });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "touchstone-export-"));
    stub.bucket.objects.clear();
    stub.heal();
    return () => rmSync(folder, { recursive: true });
  });

  afterAll(async () => {
    await stub.close();
    await records.remove();
  });

  async function exportTo(location: string, options: ExportOptions = {}) {
    const target = await openExportTarget(location, stub.environment, options.signal);
    try {
      return await exportParquet(records.database.kysely, target, options);
    } finally {
      await target.close();
    }
  }

  /** Gives the run without an assay one, for the time of `work`. */
  async function withMovedRun(work: () => Promise<void>): Promise<void> {
    const move = (assay: string | null) =>
      records.database.kysely.updateTable("run").set({ assay_id: assay }).where("id", "=", example.bareRun).execute();
    await move(example.assay);
    await work().finally(() => move(null));
  }

  test.each(exportTables.map((table) => [table.name, table] as const))(
    "every row of %s is in one file, with the values that it has",
    async (name, table) => {
      const result = await exportTo(folder, { tables: [name] });
      const files = await exportedRows(folder);
      const byId = new Map<unknown, ExportedRow>();
      for (const row of [...files.values()].flat()) {
        expect(byId.has(row[`${name}_id`])).toBe(false);
        byId.set(row[`${name}_id`], row);
      }
      const stored = await records.database.kysely.selectFrom(name).selectAll().execute();
      expect(result).toEqual({
        [name]: { rows: stored.length, partitions: files.size, written: files.size, emptied: 0 },
      });
      expect(byId.size).toBe(stored.length);
      const names = table.columns.map((column) => column.name);
      for (const row of stored) {
        const exported = byId.get(row.id) ?? {};
        expect(Object.keys(exported)).toEqual(names);
        for (const [column, value] of Object.entries(row).filter(([column]) => names.includes(column))) {
          expect([column, plain(exported[column])]).toEqual([column, plain(value)]);
        }
      }
    },
  );

  test("a row says what its record refers to, and nothing where there is nothing", async () => {
    await exportTo(folder);
    const files = await exportedRows(folder);
    const [superseded, inForce] = files.get(`measurements/${JANUARY}`) ?? [];
    expect(superseded).toMatchObject({
      measurement_id: example.measurements[0],
      run_id: example.run,
      run_name: "run-1",
      assay_name: "germline",
      assay_version: 2n,
      run_pipeline: "germline",
      run_pipeline_version: "1.2.0",
      run_instrument: "NovaSeq-1",
      run_performed_at: new Date("2026-01-31T23:59:59.999Z"),
      material_name: "HD200",
      material_lot: "M-3",
      depth: 9007199254740991n,
      value: 0.1 + 0.2,
      instrument: "NovaSeq-1",
      reagent: "capture",
      reagent_lot: "L-7",
      superseded_at: new Date("2026-03-01T00:00:00.001Z"),
    });
    expect(inForce).toMatchObject({ supersedes: example.measurements[0], superseded_at: null });
    const [bare] = files.get(`measurements/${WITHOUT_ASSAY}`) ?? [];
    expect(bare).toMatchObject({ assay_name: null, assay_version: null, run_pipeline: null, level: null, depth: 0n });
    expect(files.get(`measurements/${FEBRUARY}`)).toMatchObject([{ value: Number.MIN_VALUE, depth: null }]);
    const strata = files.get(`comparison_strata/${JANUARY}`) ?? [];
    expect(strata).toMatchObject([
      { truth_set_name: "GIAB", truth_set_version: "4.2.1", material_name: "HD200", truth_tp: 9n, recall: 0.9 },
      { variant_type: "INDEL", truth_total: 0n, truth_tp: null, recall: null, precision: null, f1: null },
    ]);
    expect(strata[0].superseded_at).toEqual(new Date("2026-03-02T00:00:00Z"));
    expect(files.get(`verdicts/${JANUARY}`)).toMatchObject([
      {
        analyte: "BRAF V600E",
        measured_value: 1 / 3,
        baseline_name: "HD200",
        baseline_version: 4n,
        rule_set_version: 3n,
        violations: '[{"rule": "1-3s"}]',
      },
      { stratum: "*", variant_type: "SNP", threshold_score: "recall", threshold_minimum: 0.99, baseline_version: null },
    ]);
    expect(files.get(`verdicts/${WITHOUT_ASSAY}`)).toMatchObject([{ measurement_id: null, score: null }]);
    expect(files.get(`run_tasks/${JANUARY}`)).toMatchObject([{ exit_code: 137n, cpus: 4, memory_bytes: 8589934592n }]);
  });

  describe.each(["folder", "S3"])("in %s", (where) => {
    const location = () => (where === "S3" ? bucket : folder);

    /** Rows by path, from the folder or the bucket. */
    async function rows(): Promise<Map<string, ExportedRow[]>> {
      if (where === "folder") return await exportedRows(folder);
      const objects = [...stub.bucket.objects].map(
        ([key, { content }]) => [key.slice("lake/".length), content] as const,
      );
      return new Map(
        await Promise.all(objects.map(async ([path, content]) => [path, await rowsOfFile(content)] as const)),
      );
    }

    /** What tells a file that was written anew from one that was left alone. */
    function stamps(): Map<string, unknown> {
      if (where === "S3") return new Map(stub.bucket.objects);
      return new Map(parquetPaths(folder).map((path) => [path, statSync(join(folder, path)).ino]));
    }

    test("a second export writes nothing", async () => {
      const first = await exportTo(location());
      const before = stamps();
      expect(before.size).toBe(8);
      const second = await exportTo(location());
      expect(Object.values(second).map(({ written, emptied }) => written + emptied)).toEqual([0, 0, 0, 0]);
      expect(Object.values(second).map((table) => table.rows)).toEqual(Object.values(first).map((table) => table.rows));
      expect(stamps()).toEqual(before);
    });

    test("a change replaces the files that it is in, and no other", async () => {
      await exportTo(location());
      const before = stamps();
      const added = {
        run_id: example.nextRun,
        material_id: example.material,
        analyte: "KRAS G12D",
        kind: "vaf",
      } as const;
      await records.database.kysely
        .insertInto("measurement")
        .values({ id: newId(), ...added, replicate: where === "S3" ? 1 : 2, value: 0.5, measured_at: new Date(0) })
        .execute();
      const written: string[] = [];
      await exportTo(location(), { onPartition: (path, isWritten) => isWritten && written.push(path) });
      expect(written).toEqual([`measurements/${FEBRUARY}`]);
      const after = stamps();
      const changed = [...after].filter(([path, stamp]) => before.get(path) !== stamp).map(([path]) => path);
      expect(changed).toEqual([expect.stringContaining(`measurements/${FEBRUARY}`)]);
      expect(after.size).toBe(before.size);
    });

    test("rows of a run that gets an assay leave the file that they were in", async () => {
      await exportTo(location());
      await withMovedRun(async () => {
        const result = await exportTo(location());
        expect(result.measurement).toMatchObject({ written: 1, emptied: 1 });
        const files = await rows();
        expect(files.get(`measurements/${WITHOUT_ASSAY}`)).toEqual([]);
        const ids = [...files]
          .flatMap(([path, found]) => (path.startsWith("measurements/") ? found : []))
          .map((row) => row.measurement_id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toHaveLength(result.measurement?.rows ?? 0);
        expect((await exportTo(location())).measurement).toMatchObject({ written: 0, emptied: 0 });
      });
      expect((await exportTo(location())).measurement).toMatchObject({ written: 2, emptied: 0 });
    });

    test("days before --since stay as they are, in the files too", async () => {
      const result = await exportTo(location(), { since: "2026-02-01", tables: ["measurement", "verdict"] });
      expect(result).toMatchObject({ measurement: { partitions: 1 }, verdict: { rows: 0, partitions: 0 } });
      expect([...(await rows()).keys()]).toEqual([`measurements/${FEBRUARY}`]);
      await exportTo(location());
      await withMovedRun(async () => {
        const later = await exportTo(location(), { since: "2026-02-01" });
        expect(Object.values(later).map(({ written, emptied }) => written + emptied)).toEqual([0, 0, 0, 0]);
      });
    });

    test("an export that was called off is completed by the next", async () => {
      const stop = new AbortController();
      const interrupted = exportTo(location(), { signal: stop.signal, onPartition: () => stop.abort() });
      await expect(interrupted).rejects.toMatchObject({ name: "AbortError" });
      expect((await rows()).size).toBe(1);
      await exportTo(location());
      expect((await rows()).size).toBe(8);
    });
  });

  test("a file that was altered is put right", async () => {
    await exportTo(folder);
    const file = join(folder, "measurements", JANUARY);
    const whole = readFileSync(file);
    appendFileSync(file, "x");
    expect((await exportTo(folder)).measurement).toMatchObject({ written: 1 });
    expect(readFileSync(file)).toEqual(whole);
    expect(readdirSync(join(folder, "_unfinished"))).toEqual([]);
  });

  test("S3 that fails for a while, or loses an answer, gets every file whole", async () => {
    stub.fail({ kind: "lost answer" }, ({ method }) => method === "PUT", 2);
    stub.fail({ kind: "refuse", status: 503, code: "SlowDown" }, ({ method }) => method !== "GET", 2);
    await exportTo(bucket);
    expect(stub.bucket.objects.size).toBe(8);
    expect(stub.requests.some(({ method }) => method === "DELETE")).toBe(false);
  });

  test("S3 that refuses leaves what was there", async () => {
    await exportTo(bucket);
    const before = new Map(stub.bucket.objects);
    await withMovedRun(async () => {
      stub.fail({ kind: "refuse", status: 403, code: "AccessDenied" }, ({ method }) => method === "PUT", 9);
      await expect(exportTo(bucket)).rejects.toMatchObject({ code: "TS_OBJECT_STORE_UNAVAILABLE" });
    });
    expect(stub.bucket.objects).toEqual(before);
  });

  test("a partition of many rows has several row groups, in order of their ids", async () => {
    const run = newId();
    await sql`
      insert into run (id, name, performed_at) values (${run}, 'many', '2020-05-05T00:00:00Z')`.execute(
      records.database.kysely,
    );
    await sql`
      insert into run_task (id, run_id, number, process, tag, status)
      select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, ${run}, n, 'P', case when n % 3 = 0 then 't' || n end,
        'completed' from generate_series(1, 20001) n`.execute(records.database.kysely);
    await exportTo(folder, { tables: ["run_task"] });
    const found = (await exportedRows(folder)).get(
      "run_tasks/assay=__HIVE_DEFAULT_PARTITION__/run_date=2020-05-05/data.parquet",
    );
    expect(found?.map((row) => row.number)).toEqual(Array.from({ length: 20_001 }, (_, index) => BigInt(index + 1)));
    expect(found?.map((row) => row.tag)).toEqual(
      Array.from({ length: 20_001 }, (_, index) => ((index + 1) % 3 === 0 ? `t${index + 1}` : null)),
    );
    expect((await exportTo(folder, { tables: ["run_task"] })).run_task).toMatchObject({ written: 0 });
  });
});

test.each(["", "ftp://host/x", "s3://x"])("%j is no place for files", async (location) => {
  await expect(openExportTarget(location, {})).rejects.toMatchObject({ code: "TS_OBJECT_LOCATION_INVALID" });
});

test("a folder that cannot be made is named", async () => {
  expect(existsSync("/dev/null/x")).toBe(false);
  await expect(openExportTarget("/dev/null/x")).rejects.toMatchObject({
    code: "TS_OBJECT_STORE_UNAVAILABLE",
    details: { folder: "/dev/null/x" },
  });
});

/** A value of a row, as the file has it. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  return typeof value === "object" && value !== null && !(value instanceof Date)
    ? JSON.stringify(value)
    : normalised(value);
}

/** JSON in one spelling. */
function normalised(value: unknown): unknown {
  return typeof value === "string" && value.startsWith("[") ? JSON.stringify(JSON.parse(value)) : value;
}
