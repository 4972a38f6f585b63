import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ObjectStore, openObjectStore } from "@touchstone/store";
import { type S3Stub, type S3StubRequest, startS3Stub } from "@touchstone/test-support";
import { databaseKinds } from "@touchstone/test-support/databases";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildServer } from "../src/build-server.ts";
import type { Server } from "../src/http/route-schema.ts";
import { expectWhole, ingestRequest, prepareIngesting } from "./ingested.ts";
import { createTestServer, type TestServer } from "./test-server.ts";

const API = "/api/v1";
/** More than S3 takes in one piece here. */
const LARGE = Buffer.alloc(17 * 1024 * 1024, "ACGTTGCA");
const isPart = ({ method, query }: S3StubRequest) => method === "PUT" && query.has("partNumber");

/** A folder on a disk of half a megabyte; null where this process may not mount one. */
function mountSmallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-small-"));
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=512k", "tmpfs", folder]).status === 0) return folder;
  rmSync(folder, { recursive: true });
  return null;
}

const smallDisk = mountSmallDisk();
if (smallDisk === null) console.warn("SKIPPED: a full disk, since this process may not mount a small one");

afterAll(() => {
  if (smallDisk === null) return;
  execFileSync("umount", [smallDisk]);
  rmSync(smallDisk, { recursive: true });
});

describe.each(databaseKinds)("with records on %s", (kind) => {
  let opened: TestServer;
  let headers: Record<string, string>;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    headers = await prepareIngesting(opened);
  });

  afterAll(() => opened.remove());

  function serverWith(objects: ObjectStore): Promise<Server> {
    return buildServer({ ...opened.context, objects });
  }

  function ingest(server: Server, number: number) {
    return server.inject({ method: "POST", url: `${API}/concordance`, headers, payload: ingestRequest(number) });
  }

  /** Rows of every table that an ingest writes to. */
  async function rowCounts(): Promise<unknown> {
    const tables = ["run", "comparison", "comparison_stratum", "artifact", "verdict", "event", "audit_event"];
    const counts = tables.map((table) => sql`(select count(*) from ${sql.table(table)}) as ${sql.ref(table)}`);
    return (await sql`select ${sql.join(counts)}`.execute(opened.context.database.kysely)).rows;
  }

  describe("and files in S3", () => {
    let stub: S3Stub;
    let objects: ObjectStore;
    let server: Server;

    beforeAll(async () => {
      stub = await startS3Stub();
      objects = await openObjectStore(`s3://${stub.bucketName}/lab`, stub.environment);
      server = await serverWith(objects);
    });

    afterAll(async () => {
      await server.close();
      await stub.close();
    });

    test.each([
      ["breaks the connection", { kind: "reset" }],
      ["answers with an error", { kind: "refuse", status: 500, code: "InternalError" }],
    ] as const)(
      "a store that %s during an ingest leaves no row, and the same ingest succeeds later",
      async (_, fault) => {
        const before = await rowCounts();
        const number = fault.kind === "reset" ? 1 : 2;
        stub.fail(fault, ({ method }) => method === "PUT", 1000);
        const refused = await ingest(server, number);
        expect(refused.statusCode, refused.body).toBe(503);
        expect(refused.json()).toMatchObject({ code: "TS_OBJECT_STORE_UNAVAILABLE", retryable: true });
        expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
        expect(await rowCounts()).toEqual(before);
        stub.heal();
        const taken = await ingest(server, number);
        expect(taken.statusCode, taken.body).toBe(201);
        const acknowledged = { number, status: 201, body: taken.json() };
        expect(await expectWhole(opened.context.database, objects, [acknowledged])).toBe(number);
      },
    );

    test("a store that fails in the middle of a large file leaves no row that points to nothing", async () => {
      const before = await rowCounts();
      stub.fail(
        { kind: "refuse", status: 500, code: "InternalError" },
        ({ query, ...request }) => {
          return isPart({ query, ...request }) && query.get("partNumber") === "2";
        },
        1000,
      );
      const upload = () =>
        server.inject({
          method: "POST",
          url: `${API}/runs/${encodeURIComponent("run 1")}/artifacts/upload?kind=vcf&name=large.vcf`,
          headers: { ...headers, "content-type": "application/octet-stream" },
          payload: LARGE,
        });
      const refused = await upload();
      expect(refused.statusCode, refused.body).toBe(503);
      expect(refused.json().code).toBe("TS_OBJECT_STORE_UNAVAILABLE");
      expect(stub.requests.some(isPart)).toBe(true);
      expect(await rowCounts()).toEqual(before);
      stub.heal();
      const stored = await upload();
      expect(stored.statusCode, stored.body).toBe(201);
      expect(await objects.verify(stored.json().sha256)).toMatchObject({ size: LARGE.length });
    });
  });

  test.skipIf(smallDisk === null)("a full disk under the files is said to be that, and nothing is kept", async () => {
    const folder = smallDisk as string;
    const server = await serverWith(await openObjectStore(join(folder, kind)));
    const filler = join(folder, "filler");
    expect(() => writeFileSync(filler, Buffer.alloc(1024 * 1024))).toThrow("ENOSPC");
    const before = await rowCounts();
    const refused = await ingest(server, 10);
    expect(refused.statusCode, refused.body).toBe(507);
    expect(refused.json()).toMatchObject({ code: "TS_OBJECT_STORE_UNWRITABLE", hint: expect.stringMatching(/space/) });
    expect(await rowCounts()).toEqual(before);
    rmSync(filler);
    expect((await ingest(server, 10)).statusCode).toBe(201);
    await server.close();
  });

  test("a full disk under the database is said to be that, and nothing is kept", async () => {
    const { kysely } = opened.context.database;
    // As PostgreSQL reports ENOSPC, in the middle of the transaction.
    await sql`create function no_space() returns trigger language plpgsql as $$ begin
      raise exception 'could not extend file "base/5/16384": No space left on device' using errcode = '53100'; end $$`.execute(
      kysely,
    );
    await sql`create trigger no_space before insert on verdict execute function no_space()`.execute(kysely);
    const before = await rowCounts();
    const refused = await ingest(opened.server, 20);
    expect(refused.statusCode, refused.body).toBe(507);
    expect(refused.json()).toMatchObject({ code: "TS_DATABASE_FULL", hint: expect.stringMatching(/space/) });
    expect(refused.body).not.toMatch("base/5");
    expect(await rowCounts()).toEqual(before);
    await sql`drop trigger no_space on verdict`.execute(kysely);
    expect((await ingest(opened.server, 20)).statusCode).toBe(201);
  });
});
