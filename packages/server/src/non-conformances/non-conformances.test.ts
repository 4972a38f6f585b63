import { createHash } from "node:crypto";
import { databaseKinds } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, TEST_PASSWORD, type TestCaller, type TestServer } from "../../test/test-server.ts";
import { raiseFindings } from "../alerts/raise-findings.ts";
import { perform } from "../writing/perform.ts";

const signature = { meaning: "closed", password: TEST_PASSWORD };

describe.each(databaseKinds)("non-conformances on %s", (kind) => {
  let opened: TestServer;
  let technologist: TestCaller;
  let reviewer: TestCaller;
  let director: TestCaller;
  let runId: string;
  let alertId: string;

  beforeAll(async () => {
    opened = await createTestServer(kind);
    technologist = await opened.person("tess", "technologist");
    reviewer = await opened.person("rita", "reviewer");
    director = await opened.person("dora", "director");
    runId = (await technologist.post("/runs", { name: "R1" })).json().id;
    const evidence = {
      type: "replicates vary",
      run: "R1",
      study: "S1",
      stratum: null,
      variants: 12,
      medianCv: 0.2,
      correctedMedianCv: 0.25,
      limit: 0.15,
      floorCv: null,
      ratioToFloor: null,
    } as const;
    const occurrence = { key: "S1", time: "2026-02-28T07:00:00.000Z", sentence: "They vary.", evidence };
    const finding = { kind: "reproducibility", cause: "replicates", subject: "replicates", occurrence } as const;
    await perform(opened.context, null, (writing) => raiseFindings(writing, [finding], { runId }));
    alertId = (await technologist.get("/alerts")).json().items[0].id;
  });

  afterAll(() => opened.remove());

  async function open(more: object = {}) {
    const request = { title: "Control spilt", description: "In run R1. ", severity: "major", ...more };
    const answer = await technologist.post("/non-conformances", request);
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json();
  }

  test("are numbered without gaps, and name their run and alerts", async () => {
    const first = await open({ runId, alertIds: [alertId] });
    expect(first).toMatchObject({
      title: "Control spilt",
      description: "In run R1.",
      severity: "major",
      status: "open",
      run: { id: runId, name: "R1" },
      openedBy: { name: "tess", printedName: "tess (printed)" },
      openedAt: "2026-03-01T09:00:00.000Z",
      rootCause: null,
      closedAt: null,
      openActions: 0,
      alerts: [{ id: alertId, kind: "reproducibility", status: "open", level: 0 }],
      correctiveActions: [],
      closingSignature: null,
    });
    const refused = await technologist.post("/non-conformances", {
      title: "x",
      description: "y",
      severity: "minor",
      alertIds: [runId],
    });
    expect(refused.json().errors[0].pointer).toBe("/body/alertIds/0");
    const noRun = await technologist.post("/non-conformances", {
      title: "x",
      description: "y",
      severity: "minor",
      runId: alertId,
    });
    expect(noRun.json().errors[0].pointer).toBe("/body/runId");
    expect((await open()).number).toBe(first.number + 1);
    expect((await technologist.get(`/non-conformances/${first.id}`)).json()).toEqual(first);
  });

  test("lists are narrowed by state, severity, run and alert, page by page", async () => {
    opened.setNow("2026-03-01T09:01:00Z");
    const minor = await open({ severity: "minor" });
    const critical = await open({ severity: "critical" });
    opened.setNow("2026-03-01T09:00:00Z");
    const ids = async (query: Record<string, string>) =>
      (await technologist.get("/non-conformances", { query })).json().items.map(({ id }: { id: string }) => id);
    expect((await ids({ limit: "2" })).toSorted()).toEqual([minor.id, critical.id].toSorted());
    expect(await ids({ severity: "critical" })).toEqual([critical.id]);
    expect(await ids({ status: "closed" })).toEqual([]);
    expect(await ids({ runId })).toEqual(await ids({ alertId }));
    const { next } = (await technologist.get("/non-conformances", { query: { limit: "2" } })).json();
    expect(await ids({ cursor: next })).not.toContain(minor.id);
  });

  test("are closed with a root cause and a signature, when all that was planned is done and verified by another", async () => {
    const { id, number } = await open();
    expect((await technologist.patch(`/non-conformances/${id}`, { severity: "minor" })).statusCode).toBe(403);
    const linked = await reviewer.patch(`/non-conformances/${id}`, { severity: "minor", addAlertIds: [alertId] });
    expect(linked.json()).toMatchObject({ severity: "minor", alerts: [{ id: alertId }] });
    expect((await reviewer.patch(`/non-conformances/${id}`, { addAlertIds: [alertId] })).json().alerts).toHaveLength(1);

    const planned = await reviewer.post(`/non-conformances/${id}/corrective-actions`, {
      kind: "corrective",
      description: "Tighten the caps",
      assignedTo: technologist.principalId,
      dueOn: "2026-03-31",
    });
    expect(planned.statusCode, planned.body).toBe(201);
    expect(planned.json()).toMatchObject({ status: "planned", assignedTo: { name: "tess" }, dueOn: "2026-03-31" });
    const action = `/corrective-actions/${planned.json().id}`;
    const closing = { rootCause: "A cap was loose.", signature };
    const early = await reviewer.post(`/non-conformances/${id}/close`, closing);
    expect([early.statusCode, early.json().detail]).toEqual([
      409,
      `1 corrective actions of non-conformance ${number} are neither verified nor abandoned`,
    ]);
    expect((await reviewer.patch(action, { status: "verified", outcome: "good" })).statusCode).toBe(409);
    expect((await technologist.patch(action, { description: "Something else" })).statusCode).toBe(403);
    const done = await technologist.patch(action, { status: "done" });
    expect(done.json()).toMatchObject({ status: "done", doneAt: "2026-03-01T09:00:00.000Z", doneBy: { name: "tess" } });
    expect((await reviewer.patch(action, { dueOn: null })).statusCode).toBe(409);
    const program = await opened.program("review", "ingest");
    expect((await program.patch(action, { status: "verified", outcome: "good" })).statusCode).toBe(403);
    const again = await reviewer.patch(action, { status: "planned" });
    expect(again.json()).toMatchObject({ status: "planned", doneAt: null, doneBy: null });
    await reviewer.patch(action, { status: "done" });
    expect((await reviewer.patch(action, { status: "verified", outcome: "good" })).statusCode).toBe(403);
    const verified = await director.patch(action, { status: "verified", outcome: "No further spill." });
    expect(verified.json()).toMatchObject({
      status: "verified",
      verifiedBy: { name: "dora" },
      outcome: "No further spill.",
    });
    expect((await director.patch(action, { status: "planned" })).statusCode).toBe(409);

    expect((await reviewer.post(`/non-conformances/${id}/close`, { signature })).json().errors[0].pointer).toBe(
      "/body/rootCause",
    );
    expect((await technologist.post(`/non-conformances/${id}/close`, closing)).statusCode).toBe(403);
    const closed = await reviewer.post(`/non-conformances/${id}/close`, closing);
    expect(closed.statusCode, closed.body).toBe(200);
    expect(closed.json()).toMatchObject({
      status: "closed",
      rootCause: "A cap was loose.",
      closedAt: "2026-03-01T09:00:00.000Z",
      openActions: 0,
      closingSignature: { printedName: "rita (printed)", meaning: "closed", method: "password" },
    });
    const { kysely } = opened.context.database;
    const { record_content: signed } = await kysely
      .selectFrom("signature")
      .select("record_content")
      .where("record_id", "=", id)
      .executeTakeFirstOrThrow();
    expect(createHash("sha256").update(String(signed)).digest("hex")).toBe(closed.json().closingSignature.recordSha256);
    expect(JSON.parse(String(signed))).toMatchObject({
      status: "closed",
      rootCause: "A cap was loose.",
      correctiveActions: [{ status: "verified" }],
    });

    expect((await reviewer.patch(`/non-conformances/${id}`, { title: "No" })).statusCode).toBe(409);
    const late = { kind: "preventive", description: "More" };
    expect((await reviewer.post(`/non-conformances/${id}/corrective-actions`, late)).statusCode).toBe(409);
    expect((await reviewer.post(`/non-conformances/${id}/close`, closing)).statusCode).toBe(409);
    const events = await kysely
      .selectFrom("event")
      .select("topic")
      .where("record_id", "=", id)
      .orderBy("number")
      .execute();
    expect(events.map(({ topic }) => topic)).toEqual([
      "non-conformance.opened",
      "non-conformance.changed",
      "non-conformance.changed",
      "non-conformance.closed",
    ]);
  });

  test("what is done may start counters anew: it becomes a change event of the same time", async () => {
    const { id } = await open();
    const instrument = (await technologist.post("/instruments", { name: "NovaSeq 1" })).json();
    const description = "Replaced the pump";
    const { id: actionId } = (
      await reviewer.post(`/non-conformances/${id}/corrective-actions`, { kind: "corrective", description })
    ).json();
    const unknown = await technologist.patch(`/corrective-actions/${actionId}`, {
      status: "done",
      restartsCounters: { assayId: id },
    });
    expect(unknown.json().errors[0].pointer).toBe("/body/restartsCounters/assayId");
    const done = await technologist.patch(`/corrective-actions/${actionId}`, {
      status: "done",
      at: "2026-02-28T12:00:00Z",
      restartsCounters: { instrumentId: instrument.id },
    });
    expect(done.statusCode, done.body).toBe(200);
    const event = await technologist.get(`/change-events/${done.json().changeEventId}`);
    expect(event.json()).toMatchObject({
      kind: "corrective action",
      happenedAt: "2026-02-28T12:00:00.000Z",
      description,
      instrument: { name: "NovaSeq 1" },
    });
    const future = await technologist.patch(`/corrective-actions/${actionId}`, {
      status: "done",
      at: "2027-01-01T00:00:00Z",
    });
    expect(future.statusCode).toBe(409);
  });

  test("fields that do not go together are named", async () => {
    const { id } = await open();
    const { id: actionId } = (
      await reviewer.post(`/non-conformances/${id}/corrective-actions`, { kind: "preventive", description: "x" })
    ).json();
    const path = `/corrective-actions/${actionId}`;
    const pointer = async (body: object) => (await reviewer.patch(path, body)).json().errors[0].pointer;
    expect(await pointer({ status: "done", description: "y" })).toBe("/body/description");
    expect(await pointer({ outcome: "y" })).toBe("/body/outcome");
    expect(await pointer({ status: "abandoned" })).toBe("/body/outcome");
    expect(await pointer({ status: "done", at: "2026-04-01T00:00:00Z" })).toBe("/body/at");
    expect(await pointer({ assignedTo: id })).toBe("/body/assignedTo");
    const abandoned = await reviewer.patch(path, { status: "abandoned", outcome: "Not needed." });
    expect(abandoned.json()).toMatchObject({ status: "abandoned", outcome: "Not needed." });
    const listed = await reviewer.get("/corrective-actions", {
      query: { status: "abandoned", dueBefore: "2030-01-01" },
    });
    expect(listed.json()).toEqual({ items: [], next: null });
    expect((await reviewer.get("/corrective-actions", { query: { status: "abandoned" } })).json().items).toHaveLength(
      1,
    );
  });
});
