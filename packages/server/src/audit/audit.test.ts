import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { auditHash, fileAnchorSink, loadAnchorKey, newId, parseAnchor } from "@touchstone/store";
import { databaseKinds } from "@touchstone/test-support/databases";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";
import type { Caller } from "../access/caller.ts";
import { sign } from "../access/sign.ts";
import { buildServer } from "../build-server.ts";
import { perform } from "../writing/perform.ts";
import { startAnchoring } from "./anchoring.ts";

describe.each(databaseKinds)("the audit trail on %s", (kind) => {
  let opened: TestServer;
  let auditor: TestCaller;
  let folder: string;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    folder = mkdtempSync(join(tmpdir(), "touchstone-anchors-"));
    auditor = await opened.person("auditor", "auditor");
    const pipeline = await opened.program("ingest");
    for (let count = 0; count < 12; count++) await pipeline.post("/runs", { name: `run ${count}` });
    await pipeline.patch("/runs/run 3", { status: "running" });
  });

  afterAll(async () => {
    await opened.remove();
    rmSync(folder, { recursive: true });
  });

  const listAll = async (query: Record<string, string>) => {
    const items: { sequence: number; action: string }[] = [];
    let cursor: string | null = null;
    do {
      const answer = await auditor.get("/audit", { query: { ...query, ...(cursor === null ? {} : { cursor }) } });
      expect(answer.statusCode, answer.body).toBe(200);
      items.push(...answer.json().items);
      cursor = answer.json().next;
    } while (cursor !== null);
    return items;
  };

  test("rows are listed latest first, each once, and hashed as they are shown", async () => {
    const all = await listAll({ limit: "5" });
    expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_, index) => all.length - index));
    for (const { hash, ...row } of (await auditor.get("/audit")).json().items) expect(auditHash(row)).toBe(hash);
    const moved = (await auditor.get("/audit", { query: { action: "run.change" } })).json().items;
    expect(moved).toHaveLength(1);
    expect(JSON.parse(moved[0].new)).toMatchObject({ status: "running" });
  });

  test("filters narrow the trail, alone and together", async () => {
    const all = await listAll({});
    const created = await listAll({ action: "run.create", limit: "5" });
    expect(created).toEqual(all.filter(({ action }) => action === "run.create"));
    expect(created).toHaveLength(12);
    const { id } = (await auditor.get("/runs/run 3")).json();
    const ofRun = await listAll({ subjectKind: "run", subjectId: id });
    expect(ofRun.map(({ action }) => action)).toEqual(["run.change", "run.create"]);
    expect(await listAll({ subjectKind: "run", subjectId: id, action: "run.create" })).toHaveLength(1);
    expect(await listAll({ actor: "nobody" })).toEqual([]);
    // The rows' times are the database's, not the server's.
    const from = "2000-01-01T00:00:00Z";
    expect(await listAll({ from, limit: "4" })).toEqual(all);
    expect(await listAll({ before: from })).toEqual([]);
    const noKind = await auditor.get("/audit", { query: { subjectId: id } });
    expect(noKind.json().errors[0].pointer).toBe("/query/subjectId");
  });

  test("a check in parts covers each row once and says where completeness is proven", async () => {
    const sink = fileAnchorSink(join(folder, "anchors.jsonl"));
    const key = loadAnchorKey(join(folder, "key.pem"));
    const failed = vi.fn();
    const anchoring = startAnchoring(opened.context, { sink, key, failed });
    const context = { ...opened.context, anchoring };
    const { principalId } = auditor;
    const caller = { principalId, name: "auditor", printedName: "Auditor" } as Caller;
    const signer = { caller, method: "password", meaning: "seen", at: opened.context.now(), proof: null } as const;
    const record = { kind: "run", id: newId(), content: { name: "signed" } };
    const signature = await perform(context, caller, ({ transaction }) => sign(transaction, signer, record));
    const lines = () => readFileSync(join(folder, "anchors.jsonl"), "utf8").trim().split("\n");
    await vi.waitFor(() => expect(lines()).toHaveLength(1), { timeout: 20_000 });
    const [latest] = (await auditor.get("/audit", { query: { action: "signature.create" } })).json().items;
    expect(latest.subject).toEqual({ kind: "signature", id: signature.id });
    expect(JSON.parse(latest.new)).toMatchObject({ recordSha256: signature.recordSha256, meaning: "seen" });
    const anchored = parseAnchor(lines()[0] ?? "", [key.publicKey]);
    expect(anchored).toMatchObject({ anchor: { sequence: latest.sequence, hash: latest.hash } });

    const parts = [];
    let from: number | null = 1;
    while (from !== null) {
      const part: Record<string, number> & { next: number | null } = (
        await auditor.get("/audit/verify", { query: { from: String(from), rows: "4" } })
      ).json();
      parts.push(part);
      from = part.next;
    }
    const [{ last }] = (
      await sql<{ last: number }>`select max(sequence)::integer as last from audit_event`.execute(
        context.database.kysely,
      )
    ).rows as [{ last: number }];
    expect(parts.reduce((sum, { checked = 0 }) => sum + checked, 0)).toBe(last);
    expect(parts).toHaveLength(Math.ceil(last / 4));
    expect(parts.every(({ holds }) => holds)).toBe(true);
    expect(parts.at(-1)).toMatchObject({ to: last, next: null, anchors: null });
    await opened.person("late");
    await anchoring.stop();
    expect(failed).not.toHaveBeenCalled();
    expect(lines()).toHaveLength(2);
    expect((await anchoring.read()).anchors).toHaveLength(2);
  });

  test("what was tampered with behind the triggers is named, with the anchors that prove it", async () => {
    const sink = fileAnchorSink(join(folder, "anchors.jsonl"));
    const key = loadAnchorKey(join(folder, "key.pem"));
    const failed = vi.fn();
    const anchoring = startAnchoring(opened.context, { sink, key, failed });
    const server = await buildServer({ ...opened.context, anchoring });
    const admin = await opened.program("admin");
    const verify = async () => {
      const { headers } = admin;
      return (await server.inject({ url: "/api/v1/audit/verify", headers: await headers() })).json();
    };
    const before = await verify();
    expect(before).toMatchObject({ holds: true, finding: null, next: null, anchors: { read: 2, rejected: 0 } });
    expect(before.provenTo).toBeGreaterThan(13);
    expect(before.provenTo).toBeLessThanOrEqual(before.to);
    const { kysely } = opened.context.database;
    await sql`alter table audit_event disable trigger audit_event_kept`.execute(kysely);
    await sql`update audit_event set actor = 'somebody else' where sequence = 7`.execute(kysely);
    await sql`alter table audit_event enable always trigger audit_event_kept`.execute(kysely);
    expect(await verify()).toMatchObject({ holds: false, finding: { sequence: 7, kind: "altered" }, checked: 6 });
    await server.close();
    await anchoring.stop();
  });
});
