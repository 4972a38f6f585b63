import { createHash } from "node:crypto";
import dns from "node:dns";
import { closeSync, openSync, writeSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer, text } from "node:stream/consumers";
import { inspect } from "node:util";
import { allOf, type S3Fault, type S3Stub, type S3StubRequest, startS3Stub } from "@touchstone/test-support";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { objectKey } from "./object-key.ts";
import { openObjectStore } from "./open-object-store.ts";
import type { RetryPolicy } from "./retry.ts";
import { S3Client, type S3Patience } from "./s3-client.ts";
import { parseS3Location, s3Credentials, s3Endpoint } from "./s3-location.ts";
import { S3ObjectStore } from "./s3-object-store.ts";

const partSize = 128 * 1024;
const small = Buffer.from("##fileformat=VCFv4.2\n");
const threeParts = Buffer.alloc(2 * partSize + 7, "ACGTTGCA");

let stub: S3Stub;
let store: S3ObjectStore;

function storeAt(environment: Record<string, string>, patience?: S3Patience, retries?: RetryPolicy): S3ObjectStore {
  const endpoint = s3Endpoint(parseS3Location(`s3://${stub.bucketName}/lab`), environment);
  const policy = retries ?? { attempts: 4, firstPause: 1, longestPause: 5 };
  return new S3ObjectStore(new S3Client(endpoint, s3Credentials(environment), policy, patience), { partSize });
}

function sha256Of(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

function keyOf(content: Uint8Array): string {
  return `lab/${objectKey(sha256Of(content))}`;
}

function count(wanted: (request: S3StubRequest) => boolean): number {
  return stub.requests.filter(wanted).length;
}

const isPut = ({ method, query }: S3StubRequest): boolean => method === "PUT" && !query.has("uploadId");
const isPart = ({ method, query }: S3StubRequest): boolean => method === "PUT" && query.has("uploadId");
const isComplete = ({ method, query }: S3StubRequest): boolean => method === "POST" && query.has("uploadId");
const isGet = ({ method, key }: S3StubRequest): boolean => method === "GET" && key !== "";

beforeEach(async () => {
  stub = await startS3Stub({ leastPart: partSize });
  store = storeAt(stub.environment);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await stub.close();
});

const passing: [string, S3Fault][] = [
  ["500", { kind: "refuse", status: 500, code: "InternalError" }],
  ["503 SlowDown", { kind: "refuse", status: 503, code: "SlowDown" }],
  ["429", { kind: "refuse", status: 429, code: "TooManyRequests", headers: { "retry-after": "0.01" } }],
  ["a reset connection", { kind: "reset" }],
];

describe("what passes", () => {
  test.each(passing)("%s is tried again, for every kind of request", async (_, fault) => {
    stub.fail(fault, () => true, 2);
    expect(await store.put(small)).toMatchObject({ created: true, size: small.length });
    stub.fail(fault, isGet, 3);
    const { stream } = await store.get(sha256Of(small));
    expect(await buffer(stream)).toEqual(small);
    stub.fail(fault, ({ key }) => key === "", 2);
    expect(await allOf(store.list())).toHaveLength(1);
    stub.fail(fault, isPart, 3);
    stub.fail(fault, isComplete, 2);
    expect(await store.put(threeParts)).toMatchObject({ created: true, size: threeParts.length });
    expect(stub.bucket.objects.get(keyOf(threeParts))?.content.equals(threeParts)).toBe(true);
  });

  test.each([
    [409, "ConditionalRequestConflict"],
    [400, "RequestTimeout"],
  ])("a write answered by %i %s is tried again", async (status, code) => {
    stub.fail({ kind: "refuse", status, code }, isPut);
    expect(await store.put(small)).toMatchObject({ created: true });
  });

  test("after a conflict an upload in parts is begun anew", async () => {
    stub.fail({ kind: "refuse", status: 409, code: "ConditionalRequestConflict" }, isComplete);
    expect(await store.put(threeParts)).toMatchObject({ created: true });
    expect(count(isPart)).toBe(6);
    expect(stub.bucket.uploads.size).toBe(0);
  });

  test("an error within an answer of status 200 does not count as done", async () => {
    stub.fail({ kind: "error within 200" }, isComplete);
    expect(await store.put(threeParts)).toMatchObject({ created: true });
    expect(count(isComplete)).toBe(2);
  });

  test("the lost answer to a finished upload is no failure, in one piece or in parts", async () => {
    stub.fail({ kind: "lost answer" }, isPut);
    expect(await store.put(small)).toMatchObject({ sha256: sha256Of(small) });
    stub.fail({ kind: "lost answer" }, isComplete);
    expect(await store.put(threeParts)).toMatchObject({ sha256: sha256Of(threeParts) });
    expect(stub.bucket.objects.size).toBe(2);
    expect(stub.bucket.uploads.size).toBe(0);
  });

  test("a download goes on where its connection broke", async () => {
    await store.put(threeParts);
    stub.fail({ kind: "reset within body", after: 40_000 }, isGet, 5);
    const { stream } = await store.get(sha256Of(threeParts));
    expect((await buffer(stream)).equals(threeParts)).toBe(true);
    expect(count(isGet)).toBe(6);
  });

  test("so does the download of a range", async () => {
    await store.put(threeParts);
    stub.fail({ kind: "reset within body", after: 10 }, isGet, 2);
    const { stream } = await store.get(sha256Of(threeParts), { range: { start: 101, end: 200_001 } });
    expect((await buffer(stream)).equals(threeParts.subarray(101, 200_001))).toBe(true);
  });

  test("an answer that does not come, or stops coming, is given up and asked for again", async () => {
    await store.put(small);
    const impatient = storeAt(stub.environment, { answer: 100, stall: 100 });
    stub.fail({ kind: "stall" }, isGet);
    stub.fail({ kind: "stall within body", after: 4 }, isGet);
    const { stream } = await impatient.get(sha256Of(small));
    expect(await buffer(stream)).toEqual(small);
    expect(count(isGet)).toBe(3);
  });
});

describe("what does not pass", () => {
  test.each(passing)("%s forever ends as unavailable after the last attempt", async (_, fault) => {
    stub.fail(fault, isPut, 100);
    await expect(store.put(small)).rejects.toMatchObject({ code: "TS_OBJECT_STORE_UNAVAILABLE" });
    expect(count(isPut)).toBe(4);
    expect(stub.bucket.objects.size).toBe(0);
  });

  test.each(["part", "complete"])("a %s that fails leaves neither object nor upload", async (step) => {
    const wanted =
      step === "part" ? (asked: S3StubRequest) => isPart(asked) && asked.query.get("partNumber") === "2" : isComplete;
    stub.fail({ kind: "refuse", status: 500, code: "InternalError" }, wanted, 100);
    await expect(store.put(threeParts)).rejects.toMatchObject({ code: "TS_OBJECT_STORE_UNAVAILABLE" });
    expect(stub.bucket.objects.size).toBe(0);
    expect(stub.bucket.uploads.size).toBe(0);
  });

  test("a body that breaks again and again without a further byte is given up", async () => {
    await store.put(small);
    stub.fail({ kind: "reset within body", after: 0 }, isGet, 100);
    const { stream } = await store.get(sha256Of(small));
    await expect(buffer(stream)).rejects.toMatchObject({ code: "TS_OBJECT_STORE_UNAVAILABLE" });
  });

  test.each([
    [403, "AccessDenied", "TS_OBJECT_STORE_UNAVAILABLE"],
    [403, "RequestTimeTooSkewed", "TS_OBJECT_STORE_UNAVAILABLE"],
    [301, "PermanentRedirect", "TS_OBJECT_STORE_UNAVAILABLE"],
    [404, "NoSuchBucket", "TS_OBJECT_STORE_UNAVAILABLE"],
    [507, "XMinioStorageFull", "TS_OBJECT_STORE_UNWRITABLE"],
  ])("%i %s is asked once and named", async (status, code, expected) => {
    stub.fail({ kind: "refuse", status, code }, isPut, 100);
    const error = await store.put(small).catch((caught) => caught);
    expect(error).toMatchObject({ code: expected });
    expect(error.message).toContain(`${status} ${code}`);
    expect(count(isPut)).toBe(1);
  });

  test("a bucket in another region is named with its region, and no redirect is followed", async () => {
    const headers = { location: stub.environment.AWS_ENDPOINT_URL_S3, "x-amz-bucket-region": "ap-south-1" };
    stub.fail({ kind: "refuse", status: 301, code: "PermanentRedirect", headers }, () => true);
    await expect(store.head(sha256Of(small))).rejects.toThrow("the bucket is in the region ap-south-1");
    expect(stub.requests).toHaveLength(1);
  });

  test("no server at the endpoint is unavailable", async () => {
    const gone = await startS3Stub();
    const environment = gone.environment;
    await gone.close();
    await expect(storeAt(environment).exists(sha256Of(small))).rejects.toMatchObject({
      code: "TS_OBJECT_STORE_UNAVAILABLE",
    });
  });

  test("an abort ends the pause before the next attempt", async () => {
    const patient = storeAt(stub.environment, undefined, {
      attempts: 9,
      firstPause: 3_600_000,
      longestPause: 3_600_000,
    });
    vi.spyOn(Math, "random").mockReturnValue(0.9);
    const controller = new AbortController();
    const reason = new Error("enough");
    stub.fail({ kind: "refuse", status: 503, code: "SlowDown" }, () => {
      setTimeout(() => controller.abort(reason), 50);
      return true;
    });
    await expect(patient.put(small, { signal: controller.signal })).rejects.toBe(reason);
  });

  test("an abort within an upload in parts takes the upload back", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    stub.fail({ kind: "stall" }, (asked) => {
      if (isPart(asked)) {
        setTimeout(() => controller.abort(reason), 20);
      }
      return isPart(asked);
    });
    await expect(store.put(threeParts, { signal: controller.signal })).rejects.toBe(reason);
    expect(stub.bucket.uploads.size).toBe(0);
    expect(stub.bucket.objects.size).toBe(0);
  });
});

describe("secrets", () => {
  test.each([
    ["AWS_ACCESS_KEY_ID", "InvalidAccessKeyId"],
    ["AWS_SECRET_ACCESS_KEY", "SignatureDoesNotMatch"],
    ["AWS_SESSION_TOKEN", "InvalidToken"],
  ])("with a wrong %s requests are refused, and no error holds the signature or a secret", async (name, code) => {
    const wrong = storeAt({ ...stub.environment, [name]: "wrong-secret" });
    const error = await allOf(wrong.list()).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "TS_OBJECT_STORE_UNAVAILABLE" });
    const shown = inspect([error, wrong], { depth: 20, showHidden: true });
    expect(shown).toContain(code);
    expect(shown).not.toMatch(/wrong-secret|stub\/secret|stub-session|Signature=|Credential=/);
  });

  test("bytes altered on the way to S3 are refused by their signature", async () => {
    const send = globalThis.fetch;
    vi.spyOn(globalThis, "fetch").mockImplementation((url, init) =>
      send(url, init?.method === "PUT" ? { ...init, body: Buffer.from("other bytes") } : init),
    );
    await expect(store.put(small)).rejects.toThrow("400 XAmzContentSHA256Mismatch");
    expect(stub.bucket.objects.size).toBe(0);
  });
});

describe("addresses for downloads", () => {
  test("work without credentials, for GET, and name the file", async () => {
    const { sha256 } = await store.put(small);
    const address = await store.downloadUrl(sha256, { expiresInSeconds: 60, fileName: "Müller's run (1)*.vcf" });
    const response = await fetch(address);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(small);
    expect(new URL(address).searchParams.get("response-content-disposition")).toBe(
      "attachment;filename*=UTF-8''M%C3%BCller%27s%20run%20%281%29%2A.vcf",
    );
    expect((await fetch(address, { method: "PUT", body: "x" })).status).toBe(403);
    expect((await fetch(address.replace(/..\/[0-9a-f]{64}/, objectKey("0".repeat(64))))).status).toBe(403);
    expect(address).not.toContain("secret");
  });

  test("expire", async () => {
    const { sha256 } = await store.put(small);
    const address = await store.downloadUrl(sha256, { expiresInSeconds: 5 });
    const now = Date.now();
    vi.spyOn(Date, "now").mockReturnValue(now + 7_000);
    expect((await fetch(address)).status).toBe(403);
  });

  test.each([0, -1, 1.5, 604_801, Number.NaN])("are not given for %d seconds", async (expiresInSeconds) => {
    await expect(store.downloadUrl(sha256Of(small), { expiresInSeconds })).rejects.toMatchObject({
      code: "TS_OBJECT_REQUEST_INVALID",
    });
  });
});

describe("uploads", () => {
  test("of one part's size go in one piece, one byte more in parts, in order", async () => {
    await store.put(threeParts.subarray(0, partSize));
    expect([count(isPut), count(isPart)]).toEqual([1, 0]);
    await store.put(threeParts.subarray(0, partSize + 1));
    expect([count(isPut), count(isPart)]).toEqual([1, 2]);
    expect(stub.bucket.objects.get(keyOf(threeParts.subarray(0, partSize + 1)))?.etag).toMatch(/-2"$/);
  });

  test("of what is there already send nothing but a question", async () => {
    await store.put(threeParts);
    stub.requests.length = 0;
    expect(await store.put(threeParts)).toMatchObject({ created: false });
    expect(stub.requests.map(({ method }) => method)).toEqual(["HEAD"]);
  });

  test("go to servers without conditional writes too", async () => {
    stub.refuseConditions = true;
    expect(await store.put(small)).toMatchObject({ created: true });
    expect(await store.put(threeParts)).toMatchObject({ created: true });
    expect(count(isPut)).toBe(2);
    const anew = storeAt(stub.environment);
    expect(await anew.put(threeParts.subarray(1))).toMatchObject({ created: true });
    expect(stub.bucket.uploads.size).toBe(0);
  });

  test("of a file that is altered meanwhile leave nothing", async () => {
    const folder = await mkdtemp(join(tmpdir(), "touchstone-altered-"));
    const file = join(folder, "growing.bam");
    await writeFile(file, threeParts);
    stub.fail({ kind: "reset" }, (asked) => {
      const begins = asked.method === "POST" && asked.query.has("uploads");
      if (begins) {
        const descriptor = openSync(file, "r+");
        writeSync(descriptor, "other", partSize + 3);
        closeSync(descriptor);
      }
      return begins;
    });
    await expect(store.put({ file })).rejects.toMatchObject({ code: "TS_OBJECT_REQUEST_INVALID" });
    expect(stub.bucket.objects.size).toBe(0);
    expect(stub.bucket.uploads.size).toBe(0);
    await rm(folder, { recursive: true });
  });

  test("that ended halfway are discarded once they are old, and only those of objects", async () => {
    stub.bucket.begin(keyOf(small));
    stub.bucket.begin("lab/something-else");
    stub.bucket.begin(`elsewhere/${objectKey(sha256Of(small))}`);
    expect(await store.discardUnfinishedUploads({ before: new Date(Date.now() - 60_000) })).toBe(0);
    expect(await store.discardUnfinishedUploads({ before: new Date(Date.now() + 60_000) })).toBe(1);
    expect([...stub.bucket.uploads.values()].map(({ key }) => key)).toEqual([
      "lab/something-else",
      `elsewhere/${objectKey(sha256Of(small))}`,
    ]);
  });
});

test("virtual-hosted addresses work as those with the bucket in the path do", async () => {
  const lookup = vi
    .spyOn(dns, "lookup")
    .mockImplementation(((_: string, options: { all?: boolean }, done: (...result: unknown[]) => void) =>
      options.all === true ? done(null, [{ address: "127.0.0.1", family: 4 }]) : done(null, "127.0.0.1", 4)) as never);
  const environment = {
    ...stub.environment,
    AWS_ENDPOINT_URL_S3: `http://s3.stub.test:${stub.port}`,
    TOUCHSTONE_S3_ADDRESSING: "virtual-host",
  };
  const virtual = storeAt(environment);
  const { sha256 } = await virtual.put(small);
  expect(lookup.mock.calls[0][0]).toBe("stub-bucket.s3.stub.test");
  const response = await fetch(await virtual.downloadUrl(sha256, { expiresInSeconds: 60 }));
  expect(await response.text()).toBe(small.toString());
  expect(await text((await store.get(sha256)).stream)).toBe(small.toString());
});

test("parts are as long as S3 wants them, unless told otherwise", async () => {
  const strict = await startS3Stub();
  const opened = await openObjectStore(`s3://${strict.bucketName}`, strict.environment);
  const content = Buffer.alloc(8 * 1024 * 1024 + 1, "ACGTTGCA");
  expect(await opened.put(content)).toMatchObject({ created: true, size: content.length });
  const tooShort = s3Endpoint(parseS3Location(`s3://${strict.bucketName}/short`), strict.environment);
  const client = new S3Client(tooShort, s3Credentials(strict.environment));
  await expect(new S3ObjectStore(client, { partSize }).put(threeParts)).rejects.toThrow("400 EntityTooSmall");
  await strict.close();
});

test("openObjectStore reaches S3 with nothing but the address and the environment", async () => {
  const opened = await openObjectStore(`s3://${stub.bucketName}/lab/`, stub.environment);
  expect(opened.location).toBe(`s3://${stub.bucketName}/lab`);
  const { sha256 } = await opened.put(small);
  expect(stub.bucket.objects.has(`lab/${objectKey(sha256)}`)).toBe(true);
});

test("a spooled stream leaves no file behind, whether it is stored or not", async () => {
  const spoolFolder = await mkdtemp(join(tmpdir(), "touchstone-spool-"));
  const endpoint = s3Endpoint(parseS3Location(`s3://${stub.bucketName}`), stub.environment);
  const client = new S3Client(endpoint, s3Credentials(stub.environment), {
    attempts: 1,
    firstPause: 1,
    longestPause: 1,
  });
  const spooling = new S3ObjectStore(client, { partSize, spoolFolder });
  let spooled = 0;
  const stream = async function* (): AsyncGenerator<Uint8Array> {
    yield threeParts;
    spooled = (await readdir(spoolFolder)).length;
  };
  await spooling.put(stream());
  expect(spooled).toBe(1);
  stub.fail({ kind: "reset" }, () => true);
  await expect(spooling.put(stream())).rejects.toMatchObject({ code: "TS_OBJECT_STORE_UNAVAILABLE" });
  expect(await readdir(spoolFolder)).toEqual([]);
  await rm(spoolFolder, { recursive: true });
  await expect(spooling.put(stream())).rejects.toMatchObject({ code: "TS_OBJECT_STORE_UNAVAILABLE" });
});
