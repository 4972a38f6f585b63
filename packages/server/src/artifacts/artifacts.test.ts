import { createHash } from "node:crypto";
import { openObjectStore } from "@touchstone/store";
import { startS3Stub } from "@touchstone/test-support";
import { databaseKinds } from "@touchstone/test-support/databases";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";
import { buildServer } from "../build-server.ts";
import { createToken } from "../tokens/create-token.ts";
import { perform } from "../writing/perform.ts";
import { readRangeHeader } from "./range-header.ts";

const CONTENT = Buffer.from("<html>\0\xff 0123456789</html>", "latin1");
const SHA256 = createHash("sha256").update(CONTENT).digest("hex");

describe.each(databaseKinds)("artifacts on %s", (kind) => {
  let opened: TestServer;
  let pipeline: TestCaller;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    pipeline = await opened.program("ingest", "read");
    for (const name of ["files", "upload"]) await pipeline.post("/runs", { name });
  });

  afterAll(() => opened.remove());

  async function upload(query: Record<string, string>, body: Buffer = CONTENT, headers = {}) {
    const type = { "content-type": "text/html; charset=utf-8", ...headers };
    return pipeline.post("/runs/upload/artifacts/upload", body, { query, headers: type });
  }

  test("a file that is elsewhere is known by place and hash, once", async () => {
    const file = { kind: "vcf", uri: "s3://lab/run 1/calls.vcf.gz", sha256: "a".repeat(64), sizeBytes: 2 ** 40 };
    const first = await pipeline.post("/runs/files/artifacts", file);
    expect(first.statusCode).toBe(201);
    expect(first.json()).toMatchObject({ ...file, mediaType: null });
    const second = await pipeline.post("/runs/files/artifacts", file);
    expect(second.statusCode).toBe(200);
    expect(second.json()).toEqual(first.json());
    expect((await pipeline.post("/runs/files/artifacts", { ...file, sizeBytes: 1 })).json().code).toBe("TS_CONFLICT");
    expect((await pipeline.post("/runs/files/artifacts", { ...file, sha256: "b".repeat(64) })).statusCode).toBe(201);
    expect((await pipeline.post("/runs/files/artifacts", { ...file, kind: "log", uri: "/x.log" })).statusCode).toBe(
      201,
    );
    const pageOf = async (query: Record<string, string>) =>
      (await pipeline.get("/runs/files/artifacts", { query })).json();
    expect((await pageOf({ kind: "vcf" })).items).toHaveLength(2);
    const page = await pageOf({ limit: "2" });
    const rest = await pageOf({ limit: "2", cursor: page.next });
    expect([...page.items, ...rest.items].map((item: { uri: string }) => item.uri).toSorted()).toEqual([
      "/x.log",
      file.uri,
      file.uri,
    ]);
    expect(rest.next).toBeNull();
    const { id } = first.json();
    expect((await pipeline.get(`/artifacts/${id}`)).json()).toEqual(first.json());
    const content = await pipeline.get(`/artifacts/${id}/content`);
    expect(content.statusCode).toBe(404);
    expect(content.json().detail).toContain(file.uri);
    const { kysely } = opened.context.database;
    const audit = await kysely.selectFrom("audit_event").select("action").where("subject_id", "=", id).execute();
    expect(audit).toEqual([{ action: "artifact.create" }]);
  });

  test("an uploaded file comes back as it was, to be saved and not shown", async () => {
    const added = await upload({ kind: "report", name: "multiqc ä.html", sha256: SHA256 });
    expect(added.statusCode, added.body).toBe(201);
    expect(added.json()).toMatchObject({ kind: "report", sha256: SHA256, sizeBytes: CONTENT.length });
    expect((await upload({ kind: "report", name: "multiqc ä.html" })).json()).toEqual(added.json());
    const content = await pipeline.get(`/artifacts/${added.json().id}/content`);
    expect(content.rawPayload.equals(CONTENT)).toBe(true);
    expect(content.headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "content-disposition": "attachment; filename*=UTF-8''multiqc%20%C3%A4.html",
      "content-length": String(CONTENT.length),
      "accept-ranges": "bytes",
      etag: `"${SHA256}"`,
      "x-content-type-options": "nosniff",
    });
  });

  test("ranges of a file", async () => {
    const { id } = (await upload({ kind: "report", name: "ranges.bin" })).json();
    const partOf = (range: string, headers = {}) =>
      pipeline.get(`/artifacts/${id}/content`, { headers: { range, ...headers } });
    const middle = await partOf("bytes=2-5");
    expect(middle.statusCode).toBe(206);
    expect(middle.rawPayload.equals(CONTENT.subarray(2, 6))).toBe(true);
    expect(middle.headers["content-range"]).toBe(`bytes 2-5/${CONTENT.length}`);
    expect((await partOf("bytes=-3")).body).toBe("ml>");
    const beyond = await partOf(`bytes=${CONTENT.length}-`);
    expect(beyond.statusCode).toBe(416);
    expect(beyond.headers["content-range"]).toBe(`bytes */${CONTENT.length}`);
    expect(beyond.json().code).toBe("TS_RANGE_NOT_SATISFIABLE");
    expect((await partOf("bytes=2-5", { "if-range": '"another"' })).statusCode).toBe(200);
    expect((await partOf("bytes=2-5", { "if-range": `"${SHA256}"` })).statusCode).toBe(206);
  });

  test("a failed upload leaves neither a row nor a file", async () => {
    const other = Buffer.from("another content");
    const wrong = await upload({ kind: "report", name: "wrong.txt", sha256: SHA256 }, other);
    expect(wrong.json().code).toBe("TS_OBJECT_REQUEST_INVALID");
    expect((await upload({ kind: "report", name: "../x" })).json().errors[0].pointer).toBe("/query/name");
    const sha256 = createHash("sha256").update(other).digest("hex");
    expect(await opened.context.objects.exists(sha256)).toBe(false);
    const { items } = (await pipeline.get("/runs/upload/artifacts")).json();
    expect(items.some(({ uri }: { uri: string }) => uri.includes("wrong"))).toBe(false);
    const nowhere = await pipeline.post("/runs/none/artifacts/upload", CONTENT, {
      query: { kind: "report", name: "x" },
      headers: { "content-type": "application/octet-stream" },
    });
    expect(nowhere.statusCode).toBe(404);
  });

  test("a key stands for one content", async () => {
    const headers = { "idempotency-key": "upload-1" };
    const first = await upload({ kind: "log", name: "a.log" }, Buffer.from("one"), headers);
    expect((await upload({ kind: "log", name: "a.log" }, Buffer.from("one"), headers)).json()).toEqual(first.json());
    const other = await upload({ kind: "log", name: "a.log" }, Buffer.from("two"), headers);
    expect(other.json().code).toBe("TS_IDEMPOTENCY_CONFLICT");
  });

  test("what S3 keeps, S3 gives out", async () => {
    const stub = await startS3Stub();
    const objects = await openObjectStore(`s3://${stub.bucketName}/lab`, stub.environment);
    const server = await buildServer({ ...opened.context, objects });
    try {
      const granted = { principalId: pipeline.principalId, name: "s3", scopes: ["ingest", "read"] } as const;
      const { token } = await perform(opened.context, null, (writing) => createToken(writing, granted));
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/octet-stream" };
      const url = "/api/v1/runs/upload/artifacts/upload?kind=report&name=s3.bin";
      const { id } = (await server.inject({ method: "POST", url, headers, payload: CONTENT })).json();
      const answer = await server.inject({ url: `/api/v1/artifacts/${id}/content`, headers });
      expect(answer.statusCode).toBe(302);
      const download = await fetch(String(answer.headers.location), { headers: { range: "bytes=0-5" } });
      expect(await download.text()).toBe("<html>");
    } finally {
      await server.close();
      await stub.close();
    }
  });
});

test("a range is what slice takes, or has no byte", () => {
  const bytes = Buffer.from("0123456789");
  fc.assert(
    fc.property(fc.nat(12), fc.option(fc.nat(14)), fc.nat(10), (first, last, size) => {
      const range = readRangeHeader(`bytes=${first}-${last ?? ""}`, size);
      const content = bytes.subarray(0, size);
      if (last !== null && last < first) expect(range).toBeNull();
      else if (first >= size) expect(range).toBe("unsatisfiable");
      else {
        const { start, end } = range as { start: number; end: number };
        const wanted = [...content].filter((_, place) => place >= first && (last === null || place <= last));
        expect([...content.subarray(start, end)]).toEqual(wanted);
      }
    }),
  );
  expect(readRangeHeader("bytes=-3", 10)).toEqual({ start: 7, end: 10 });
  expect(readRangeHeader("bytes=-30", 10)).toEqual({ start: 0, end: 10 });
  expect(readRangeHeader("bytes=-0", 10)).toBe("unsatisfiable");
  for (const other of [undefined, "bytes=-", "bytes=0-1,3-4", "lines=1-2", "bytes=a-b"]) {
    expect(readRangeHeader(other, 10)).toBeNull();
  }
});
