import { databaseKinds } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";

const SAMTOOLS = { process: "BWA_MEM", tool: "samtools", version: "1.20" };
const BWA = { process: "BWA_MEM", tool: "bwa", version: "0.7.17-r1188" };
const STOOD_IN = { standsFor: "BWA-MEM2", used: "bwa", version: "0.7.17-r1188", note: "The same algorithm." };
const TOOLS = { toolVersions: [SAMTOOLS, BWA], substitutions: [STOOD_IN] };

describe.each(databaseKinds)("programs of a run on %s", (kind) => {
  let opened: TestServer;
  let pipeline: TestCaller;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    pipeline = await opened.program("ingest", "read", "admin");
  });

  afterAll(() => opened.remove());

  const put = (run: string, body: object) => pipeline.put(`/runs/${run}/tools`, body);

  test("are recorded once: the same again changes nothing, others are a conflict", async () => {
    const added = (await pipeline.post("/runs", { name: "R", status: "running" })).json();
    expect([added.toolVersions, added.substitutions]).toEqual([null, null]);
    const before = (await pipeline.get("/runs/R/disposition/record")).json();
    expect(before.record.run.tools).toBeUndefined();
    const taken = await put("R", TOOLS);
    expect(taken.statusCode, taken.body).toBe(200);
    expect(taken.json()).toMatchObject({ toolVersions: [BWA, SAMTOOLS], revision: added.revision + 1 });
    expect(taken.json().substitutions).toEqual([{ ...STOOD_IN, sentence: "bwa 0.7.17-r1188 stood in for BWA-MEM2." }]);
    const again = await put("R", { ...TOOLS, toolVersions: [BWA, SAMTOOLS, SAMTOOLS] });
    expect([again.statusCode, again.json()]).toEqual([200, taken.json()]);
    const others = [
      [{ ...TOOLS, toolVersions: [BWA] }, "/body/toolVersions"],
      [{ ...TOOLS, substitutions: [] }, "/body/substitutions"],
    ] as const;
    for (const [body, pointer] of others) {
      const refused = await put("R", body);
      expect([refused.statusCode, refused.json().code, refused.json().errors[0].pointer]).toEqual([
        409,
        "TS_CONFLICT",
        pointer,
      ]);
    }
    expect((await pipeline.get("/runs/R")).json()).toEqual(taken.json());
    const { record, sha256 } = (await pipeline.get("/runs/R/disposition/record")).json();
    expect(record.run.tools).toEqual({ toolVersions: [BWA, SAMTOOLS], substitutions: [STOOD_IN] });
    expect(sha256).not.toBe(before.sha256);
    const rows = await opened.context.database.kysely
      .selectFrom("audit_event")
      .select("action")
      .where("subject_id", "=", added.id)
      .execute();
    expect(rows.filter(({ action }) => action === "run.record programs")).toHaveLength(1);
    const { items } = (await pipeline.get("/runs/R/timeline")).json();
    expect(items.map(({ summary }: { summary: string }) => summary)).toContain("Programs recorded");
  });

  test("the database itself does not let them be altered", async () => {
    const { kysely } = opened.context.database;
    const altered = kysely.updateTable("run").set({ substitutions: "[]" }).where("name", "=", "R").execute();
    await expect(altered).rejects.toThrow(/programs of run R are recorded/);
    await kysely.updateTable("run").set({ revision: 9 }).where("name", "=", "R").execute();
    expect((await pipeline.get("/runs/R")).json().revision).toBe(9);
  });

  test("none that stood in is something else than nothing recorded; what is not complete is refused", async () => {
    await pipeline.post("/runs", { name: "plain" });
    expect((await put("plain", { toolVersions: [] })).statusCode).toBe(400);
    expect((await put("plain", { ...TOOLS, substitutions: [{ ...STOOD_IN, used: "" }] })).statusCode).toBe(400);
    expect((await put("none", TOOLS)).statusCode).toBe(404);
    const taken = await put("plain", { toolVersions: [], substitutions: [] });
    expect(taken.json()).toMatchObject({ toolVersions: [], substitutions: [] });
    const unknown = { ...STOOD_IN, version: null, note: null };
    await pipeline.post("/runs", { name: "unknown" });
    const [told] = (await put("unknown", { toolVersions: [], substitutions: [unknown] })).json().substitutions;
    expect(told.sentence).toBe("bwa stood in for BWA-MEM2.");
  });

  test("the report says first what stood in for what, and the evidence has it", async () => {
    const page = (await pipeline.get("/runs/R/report")).body;
    const [head = ""] = page.split("<h2");
    expect(head).toContain("▲ bwa 0.7.17-r1188 stood in for BWA-MEM2.");
    expect(page).toContain("The same algorithm.");
    expect(page).toContain("0.7.17-r1188</td>");
    const [plain = ""] = (await pipeline.get("/runs/plain/report")).body.split("<h2");
    expect(plain).toContain("those that the pipeline names");
    await pipeline.post("/runs", { name: "silent" });
    const [silent = ""] = (await pipeline.get("/runs/silent/report")).body.split("<h2");
    expect(silent).toContain("<dt>Programs</dt><dd>not recorded</dd>");
  });
});
