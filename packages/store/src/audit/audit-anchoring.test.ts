import { generateKeyPairSync } from "node:crypto";
import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonicalJson } from "@touchstone/model";
import { createTestDatabase, type TestDatabase } from "@touchstone/test-support/databases";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { appendExamples, exampleEvent } from "../../test/audit-trail.ts";
import { migrate } from "../migrations/migrate.ts";
import { type AnchorKey, loadAnchorKey, readPublicKey, writePublicKey } from "./anchor-key.ts";
import type { AnchorSink } from "./anchor-sink.ts";
import { anchorLine, keyIdentity, signAnchor } from "./audit-anchor.ts";
import { AuditAnchoring } from "./audit-anchoring.ts";
import { fileAnchorSink } from "./file-anchor-sink.ts";
import { type AnchorObjects, objectAnchorSink } from "./object-anchor-sink.ts";
import { readAnchors } from "./read-anchors.ts";
import { verifyAudit } from "./verify-audit.ts";

const HEAD = { sequence: 3, hash: "ab".repeat(32), time: "2026-01-31T08:00:00.000Z" };

let folder: string;
let key: AnchorKey;
let files = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-anchor-"));
  key = loadAnchorKey(join(folder, "keys", "anchor.pem"));
});

afterAll(() => rmSync(folder, { recursive: true }));

const newPath = () => join(folder, `anchors-${++files}`, "audit.jsonl");

function bucket(): AnchorObjects {
  const objects = new Map<string, string>();
  return {
    async create(name, text) {
      if (objects.has(name)) throw new RangeError(`${name} exists`);
      objects.set(name, text);
    },
    async *list(prefix) {
      yield* [...objects.keys()].filter((name) => name.startsWith(prefix)).sort();
    },
    read: async (name) => objects.get(name) ?? "",
  };
}

describe("the key", () => {
  test("is made once, for its owner only, and read again", () => {
    const path = join(folder, "keys", "anchor.pem");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(key.privateKey.asymmetricKeyType).toBe("ed25519");
    expect(loadAnchorKey(path).publicKey.equals(key.publicKey)).toBe(true);
    expect(readPublicKey(path).equals(key.publicKey)).toBe(true);
    const publicPath = join(folder, "public.pem");
    writePublicKey(publicPath, key.publicKey);
    expect(readPublicKey(publicPath).equals(key.publicKey)).toBe(true);
  });

  test("that others may read, that is of another type, or that is none is refused", () => {
    const open = join(folder, "open.pem");
    writeFileSync(open, key.privateKey.export({ type: "pkcs8", format: "pem" }));
    chmodSync(open, 0o640);
    const message = `${open}: others may use this key (mode 640); it has to be 600`;
    expect(() => loadAnchorKey(open)).toThrow(expect.objectContaining({ code: "TS_AUDIT_KEY_UNUSABLE", message }));
    const other = join(folder, "other.pem");
    const { privateKey } = generateKeyPairSync("x25519");
    writeFileSync(other, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
    expect(() => loadAnchorKey(other)).toThrow(/is a key of type x25519/);
    const none = join(folder, "none.pem");
    writeFileSync(none, "none", { mode: 0o600 });
    expect(() => loadAnchorKey(none)).toThrow(expect.objectContaining({ code: "TS_AUDIT_KEY_UNUSABLE" }));
    expect(() => readPublicKey(join(folder, "nowhere.pem"))).toThrow(/there is no such file/);
  });
});

describe.each([
  ["a file", () => fileAnchorSink(newPath())],
  ["objects", () => objectAnchorSink(bucket(), "audit/")],
])("anchors in %s", (_, createSink: () => AnchorSink) => {
  test("come back in the order in which they were kept", async () => {
    const sink = createSink();
    expect(await readAnchors(sink, [key.publicKey])).toEqual({ anchors: [], rejected: [] });
    const kept = [9, 10, 100_000].map((sequence) => signAnchor({ ...HEAD, sequence }, key.privateKey));
    for (const anchor of kept) await sink.append(anchorLine(anchor));
    expect(await readAnchors(sink, [key.publicKey])).toEqual({ anchors: kept, rejected: [] });
  });

  test.each(["sequence", "hash", "time", "signedAt"] as const)("whose %s was altered prove nothing", async (field) => {
    const sink = createSink();
    const first = signAnchor(HEAD, key.privateKey);
    await sink.append(canonicalJson({ ...first, [field]: field === "sequence" ? 2 : `${first[field]}0` }));
    const anchor = signAnchor({ ...HEAD, sequence: 4 }, key.privateKey);
    await sink.append(anchorLine(anchor));
    const rejected = [{ line: 1, reason: "wrong signature" }];
    expect(await readAnchors(sink, [key.publicKey])).toEqual({ anchors: [anchor], rejected });
  });

  test("of a key that nobody named prove nothing", async () => {
    const sink = createSink();
    const other = generateKeyPairSync("ed25519");
    const anchor = signAnchor(HEAD, other.privateKey);
    await sink.append(anchorLine(anchor));
    await sink.append(canonicalJson({ ...anchor, sequence: 4, key: keyIdentity(key.publicKey) }));
    expect((await readAnchors(sink, [key.publicKey])).rejected).toEqual([
      { line: 1, reason: "unknown key" },
      { line: 2, reason: "wrong signature" },
    ]);
    expect((await readAnchors(sink, [key.publicKey, other.publicKey])).anchors).toEqual([anchor]);
  });
});

test("a line that a crash cut off spoils no later one", async () => {
  const path = newPath();
  const sink = fileAnchorSink(path);
  const anchor = signAnchor(HEAD, key.privateKey);
  await sink.append(anchorLine(anchor));
  appendFileSync(path, anchorLine(anchor).slice(0, 40));
  await sink.append(anchorLine(anchor));
  expect(await readAnchors(sink, [key.publicKey])).toEqual({
    anchors: [anchor, anchor],
    rejected: [{ line: 2, reason: "no anchor" }],
  });
});

test("a folder where no anchor can be kept is told by name", async () => {
  const path = join(folder, "public.pem", "audit.jsonl");
  writeFileSync(join(folder, "public.pem"), "");
  const append = fileAnchorSink(path).append("{}");
  await expect(append).rejects.toMatchObject({ code: "TS_ANCHOR_UNWRITABLE", details: { file: path } });
  await expect(readAnchors(fileAnchorSink(folder), [])).rejects.toMatchObject({ code: "TS_ANCHOR_UNREADABLE" });
});

describe("anchoring", () => {
  let opened: TestDatabase;

  beforeAll(async () => {
    opened = await createTestDatabase("pglite");
    await migrate(opened.database);
  });

  beforeEach(() => appendExamples(opened.database, 3));

  afterAll(() => opened.remove());

  const begin = (sink: AnchorSink) => new AuditAnchoring({ database: opened.database.kysely, sink, key });

  test("signs the end of the trail, once, and verification proves it up to there", async () => {
    const sink = fileAnchorSink(newPath());
    const anchoring = begin(sink);
    const [anchor, again] = await Promise.all([anchoring.anchor(), anchoring.anchor()]);
    const { to } = await verifyAudit(opened.database.kysely);
    expect(anchor).toMatchObject({ sequence: to, key: keyIdentity(key.publicKey) });
    expect(again).toBeNull();
    await appendExamples(opened.database, 2);
    const { anchors } = await readAnchors(sink, [key.publicKey]);
    expect(await verifyAudit(opened.database.kysely, { anchors })).toMatchObject({
      holds: true,
      to: to + 2,
      provenTo: to,
    });
    // Another process goes on from the anchors that are there.
    expect(await begin(sink).anchor()).toMatchObject({ sequence: to + 2 });
  });

  test("does not sign what was altered since the last anchor", async () => {
    const path = newPath();
    const anchoring = begin(fileAnchorSink(path));
    const last = await anchoring.anchor();
    await appendExamples(opened.database, 2);
    const sequence = (last?.sequence ?? 0) + 1;
    const { kysely } = opened.database;
    const alter = (actor: string) =>
      kysely.transaction().execute(async (transaction) => {
        await sql`alter table audit_event disable trigger audit_event_kept`.execute(transaction);
        await sql`update audit_event set actor = ${actor} where sequence = ${sequence}`.execute(transaction);
        await sql`alter table audit_event enable always trigger audit_event_kept`.execute(transaction);
      });
    await alter("x");
    await expect(anchoring.anchor()).rejects.toMatchObject({ code: "TS_AUDIT_BROKEN", details: { sequence } });
    expect(readFileSync(path, "utf8").trim().split("\n")).toHaveLength(1);
    await alter(exampleEvent(1).actor);
    expect(await anchoring.anchor()).toMatchObject({ sequence: sequence + 1 });
  });

  test("goes on at intervals until it is stopped, and tells of each anchor that could not be kept", async () => {
    const inner = fileAnchorSink(newPath());
    let full = true;
    const append = (line: string) => (full ? Promise.reject(new RangeError("full")) : inner.append(line));
    const failed = vi.fn();
    const stop = begin({ ...inner, append }).start(5, failed);
    await vi.waitFor(() => expect(failed).toHaveBeenCalledWith(expect.any(RangeError)), 20_000);
    full = false;
    const kept = async () => (await readAnchors(inner, [key.publicKey])).anchors.length;
    await vi.waitFor(async () => expect(await kept()).toBe(1), 20_000);
    stop();
  });
});
