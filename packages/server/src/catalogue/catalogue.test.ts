import { databaseKinds } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";

/** What each resource takes, and another detail that the same record cannot have. */
const resources = [
  {
    path: "/materials",
    request: { name: "HD200", lot: "L7", use: "control", description: "FFPE", expiresOn: "2027-01-31" },
    other: { expiresOn: "2027-02-28" },
    change: { description: null, expiresOn: "2027-03-31" },
    topic: "material",
  },
  {
    path: "/reagent-lots",
    request: { reagent: "library kit", lot: "K1", expiresOn: "2027-01-31", openedAt: "2026-02-01T09:00:00+01:00" },
    other: { openedAt: "2026-02-02T09:00:00Z" },
    change: { openedAt: "2026-02-03T09:00:00.000Z" },
    topic: "reagent-lot",
  },
  {
    path: "/instruments",
    request: { name: "NovaSeq 1", model: "NovaSeq 6000", serialNumber: "A001" },
    other: { serialNumber: "A002" },
    change: { serialNumber: "A003" },
    topic: "instrument",
  },
] as const;

describe.each(databaseKinds)("what a laboratory works with, on %s", (kind) => {
  let opened: TestServer;
  let technologist: TestCaller;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    technologist = await opened.person("tess", "technologist");
  });

  afterAll(() => opened.remove());

  test.each(resources)("$path: added once, changed, retired, taken into use again", async (resource) => {
    const { path, request, other, change, topic } = resource;
    const created = await technologist.post(path, request);
    expect(created.statusCode, created.body).toBe(201);
    const record = created.json();
    const openedAt = "openedAt" in request ? { openedAt: "2026-02-01T08:00:00.000Z" } : {};
    expect(record).toMatchObject({ ...request, ...openedAt, createdAt: "2026-03-01T09:00:00.000Z", retiredAt: null });
    const again = await technologist.post(path, request);
    expect([again.statusCode, again.json()]).toEqual([200, record]);
    const conflict = await technologist.post(path, { ...request, ...other });
    expect([conflict.statusCode, conflict.json().errors[0].pointer]).toEqual([409, `/body/${Object.keys(other)[0]}`]);

    const changed = await technologist.patch(`${path}/${record.id}`, change);
    expect(changed.json()).toEqual({ ...record, ...change });
    const retired = await technologist.patch(`${path}/${record.id}`, { retired: true });
    expect(retired.json()).toEqual({ ...record, ...change, retiredAt: "2026-03-01T09:00:00.000Z" });
    const listed = async (query: Record<string, string>) => {
      const answer = await technologist.get(path, { query });
      expect(answer.statusCode, answer.body).toBe(200);
      return answer.json().items.map(({ id }: { id: string }) => id);
    };
    expect(await listed({ retired: "true" })).toEqual([record.id]);
    expect(await listed({ retired: "false" })).toEqual([]);
    const usedAgain = await technologist.patch(`${path}/${record.id}`, { retired: false });
    expect(usedAgain.json()).toEqual({ ...record, ...change });
    expect((await technologist.get(`${path}/${record.id}`)).json()).toEqual({ ...record, ...change });
    expect((await technologist.patch(`${path}/${record.id}`, {})).statusCode).toBe(400);
    expect((await technologist.get(`${path}/01900000-0000-7000-8000-000000000000`)).statusCode).toBe(404);

    const { kysely } = opened.context.database;
    const audit = await kysely.selectFrom("audit_event").select("action").where("subject_id", "=", record.id).execute();
    const what = topic.replace("-", " ");
    expect(audit.map(({ action }) => action)).toEqual([`${what}.create`, ...Array(3).fill(`${what}.change`)]);
    const events = await kysely.selectFrom("event").select("topic").where("record_id", "=", record.id).execute();
    expect(events.map((event) => event.topic)).toEqual([`${topic}.created`, ...Array(3).fill(`${topic}.changed`)]);
  });

  test.each([
    ["/materials", { use: "replicates" }, "name", { use: "replicates" }],
    ["/reagent-lots", { reagent: "paged" }, "lot", { reagent: "paged" }],
    ["/instruments", { model: "paged" }, "name", { model: "paged" }],
  ] as const)("%s are read page by page, in order", async (path, common, key, filter) => {
    for (const name of ["c", "a", "e", "b", "d"]) {
      expect((await technologist.post(path, { ...common, [key]: name })).statusCode).toBe(201);
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: Record<string, string> = { ...filter, limit: "2", ...(cursor === null ? {} : { cursor }) };
      const page: { items: Record<string, string>[]; next: string | null } = (
        await technologist.get(path, { query })
      ).json();
      seen.push(...page.items.map((item) => item[key]));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("what expires soon is found, and a day that is none is refused", async () => {
    await technologist.post("/reagent-lots", { reagent: "dyes", lot: "1", expiresOn: "2026-03-31" });
    await technologist.post("/reagent-lots", { reagent: "dyes", lot: "2", expiresOn: "2026-04-01" });
    await technologist.post("/reagent-lots", { reagent: "dyes", lot: "3" });
    const soon = await technologist.get("/reagent-lots", { query: { reagent: "dyes", expiresBefore: "2026-04-01" } });
    expect(soon.json().items.map(({ lot }: { lot: string }) => lot)).toEqual(["1"]);
    for (const expiresOn of ["2026-02-30", "0000-01-01", "soon"]) {
      const refused = await technologist.post("/reagent-lots", { reagent: "dyes", lot: "4", expiresOn });
      expect([refused.statusCode, refused.json().errors[0].pointer]).toEqual([400, "/body/expiresOn"]);
    }
  });

  test("a material is the same with and without a lot only when both have none", async () => {
    const named = { name: "HG002", use: "truth set" };
    const bare = await technologist.post("/materials", named);
    const withLot = await technologist.post("/materials", { ...named, lot: "1" });
    expect([bare.statusCode, withLot.statusCode]).toEqual([201, 201]);
    expect((await technologist.post("/materials", named)).json().id).toBe(bare.json().id);
  });

  test("versions of pipelines are those that runs named, the last first", async () => {
    for (const [name, version, day] of [
      ["v1", "1.0.0", "01"],
      ["v2", "1.1.0", "02"],
      ["v3", "1.0.0", "03"],
    ]) {
      opened.setNow(`2026-03-${day}T09:00:00Z`);
      const program = await opened.program("ingest");
      const pipelineVersion = { pipeline: "germline", version, revision: "a".repeat(40) };
      expect((await program.post("/runs", { name, pipelineVersion })).statusCode).toBe(201);
    }
    opened.setNow("2026-03-01T09:00:00Z");
    const { items } = (await technologist.get("/pipeline-versions", { query: { pipeline: "germline" } })).json();
    expect(items).toMatchObject([
      { version: "1.1.0", createdAt: "2026-03-02T09:00:00.000Z" },
      { version: "1.0.0", revision: "a".repeat(40), createdAt: "2026-03-01T09:00:00.000Z" },
    ]);
    expect((await technologist.get("/pipeline-versions", { query: { pipeline: "none" } })).json().items).toEqual([]);
  });

  test("what happened between runs names what it is about, and stays as it was recorded", async () => {
    const instrument = (await technologist.post("/instruments", { name: "NextSeq" })).json();
    const lot = (await technologist.post("/reagent-lots", { reagent: "capture", lot: "9" })).json();
    const service = await technologist.post("/change-events", {
      kind: "service",
      happenedAt: "2026-02-01T10:00:00+02:00",
      description: "New flow cell stage ",
      instrumentId: instrument.id,
    });
    expect(service.statusCode, service.body).toBe(201);
    expect(service.json()).toMatchObject({
      kind: "service",
      happenedAt: "2026-02-01T08:00:00.000Z",
      description: "New flow cell stage",
      instrument: { id: instrument.id, name: "NextSeq" },
      assay: null,
      recordedBy: { name: "tess" },
    });
    const newLot = { kind: "reagent lot", happenedAt: "2026-02-02T08:00:00Z", description: "New lot" };
    const without = await technologist.post("/change-events", newLot);
    expect(without.json().errors[0].pointer).toBe("/body/reagentLotId");
    const unknown = await technologist.post("/change-events", { ...newLot, reagentLotId: instrument.id });
    expect(unknown.json().errors[0].pointer).toBe("/body/reagentLotId");
    const future = await technologist.post("/change-events", {
      ...newLot,
      reagentLotId: lot.id,
      happenedAt: "2026-04-01T00:00:00Z",
    });
    expect(future.json().errors[0].pointer).toBe("/body/happenedAt");
    const recorded = await technologist.post("/change-events", { ...newLot, reagentLotId: lot.id });
    expect(recorded.json()).toMatchObject({ reagentLot: { reagent: "capture", lot: "9" } });
    const ids = async (query: Record<string, string>) =>
      (await technologist.get("/change-events", { query })).json().items.map(({ id }: { id: string }) => id);
    expect(await ids({})).toEqual([recorded.json().id, service.json().id]);
    expect(await ids({ instrumentId: instrument.id })).toEqual([service.json().id]);
    expect(await ids({ kind: "reagent lot" })).toEqual([recorded.json().id]);
    expect(await ids({ happenedFrom: "2026-02-01T08:00:00Z", happenedBefore: "2026-02-02T08:00:00Z" })).toEqual([
      service.json().id,
    ]);
    const { next } = (await technologist.get("/change-events", { query: { limit: "1" } })).json();
    expect(await ids({ cursor: next })).toEqual([service.json().id]);
    expect((await technologist.get(`/change-events/${service.json().id}`)).json()).toEqual(service.json());
    const altered = opened.context.database.kysely.updateTable("change_event").set({ description: "none" }).execute();
    await expect(altered).rejects.toThrow("superseded");
  });
});
