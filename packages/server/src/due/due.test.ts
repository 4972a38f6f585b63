import { newId, toJson } from "@touchstone/store";
import { databaseKinds } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestServer } from "../../test/test-server.ts";
import { tasks } from "../scheduler/tasks.ts";

describe.each(databaseKinds)("what time alone brings, on %s", (kind) => {
  let opened: TestServer;
  const ids = { old: newId(), inForce: newId(), control: newId(), truth: newId(), baseline: newId() };

  beforeAll(async () => {
    opened = await createTestServer(kind);
    const { kysely } = opened.context.database;
    const interval = (value: number) => ({ controlIntervalDays: { value, citation: "procedure 4" } });
    const document = (days: number) => ({
      analytes: [
        { analyte: "EGFR L858R", kind: "vaf", materials: ["HD829"], ...interval(days) },
        { analyte: "KRAS G12D", kind: "vaf", materials: ["HD829"] },
        { analyte: "TP53 R175H", kind: "vaf", materials: ["another"], ...interval(1) },
      ],
    });
    const assay = { name: "panel", description: null };
    await kysely
      .insertInto("assay")
      .values([
        {
          ...assay,
          id: ids.old,
          version: 1,
          content_sha256: "1".repeat(64),
          document: toJson(document(1)),
          status: "retired",
          retired_at: "2026-01-01T00:00:00Z",
        },
        {
          ...assay,
          id: ids.inForce,
          version: 2,
          content_sha256: "2".repeat(64),
          document: toJson(document(7)),
          status: "approved",
          approved_at: "2026-01-01T00:00:00Z",
        },
      ])
      .execute();
    await kysely
      .insertInto("material")
      .values([
        { id: ids.control, name: "HD829", lot: "L7", use: "control", expires_on: "2026-03-20" },
        { id: ids.truth, name: "HG002", lot: null, use: "truth set", expires_on: "2026-03-02" },
      ])
      .execute();
    await kysely
      .insertInto("baseline")
      .values({
        id: ids.baseline,
        name: "panel",
        version: 1,
        assay_id: ids.old,
        status: "approved",
        content_sha256: "3".repeat(64),
        document: "{}",
        established_at: "2026-01-02T00:00:00Z",
        effective_from: "2026-01-03T00:00:00Z",
        approved_at: "2026-01-04T00:00:00Z",
      })
      .execute();
    const series = { baseline_id: ids.baseline, material_id: ids.control, kind: "vaf", scale: "raw", n: 20 } as const;
    await kysely
      .insertInto("baseline_series")
      .values(
        [
          ["EGFR L858R", "low"],
          ["EGFR L858R", null],
          ["KRAS G12D", null],
          ["TP53 R175H", null],
        ].map(([analyte, level]) => {
          return { ...series, id: newId(), analyte: analyte ?? "", level: level ?? null, mean: 0.05, sd: 0.01 };
        }),
      )
      .execute();
  });

  afterAll(() => opened.remove());

  async function round(moment: string, these = tasks): Promise<void> {
    opened.setNow(moment);
    for (const { run } of these) await run(opened.context);
  }

  const alerts = () =>
    opened.context.database.kysely
      .selectFrom("alert")
      .innerJoin("alert_occurrence", "alert_occurrence.alert_id", "alert.id")
      .select(["alert.subject", "alert.kind", "alert.assay", "alert_occurrence.sentence", "alert.level"])
      .orderBy("alert.subject")
      .orderBy("alert_occurrence.number")
      .execute();

  const sentences = async (subject: string) =>
    (await alerts()).filter((alert) => alert.subject.startsWith(subject)).map(({ sentence }) => sentence);

  async function measure(assayId: string, level: string | null, at: string, supersededAt: string | null = null) {
    const { kysely } = opened.context.database;
    const run = newId();
    await kysely
      .insertInto("run")
      .values({ id: run, name: `run ${run}`, assay_id: assayId, performed_at: at })
      .execute();
    const measurement = { run_id: run, material_id: ids.control, analyte: "EGFR L858R", level, kind: "vaf" } as const;
    await kysely
      .insertInto("measurement")
      .values({ ...measurement, id: newId(), value: 0.05, measured_at: at, superseded_at: supersededAt })
      .execute();
  }

  test("a control that was not measured in the interval of the definition in force", async () => {
    await measure(ids.old, "low", "2026-02-20T00:00:00Z");
    await measure(ids.inForce, "low", "2026-02-22T00:00:00Z");
    await measure(ids.inForce, null, "2026-02-25T00:00:00Z");
    await measure(ids.inForce, "low", "2026-02-27T00:00:00Z", "2026-02-28T00:00:00Z");
    await round("2026-03-01T00:00:00Z");
    expect(await sentences("control HD829")).toEqual([]);
    await round("2026-03-01T00:00:01Z");
    const overdue =
      "EGFR L858R, low, of control HD829 lot L7 was last measured on 2026-02-22; panel demands it every 7 days, so that it " +
      "was due on 2026-03-01.";
    expect(await sentences("control HD829")).toEqual([overdue]);
    expect((await alerts())[0]).toMatchObject({ kind: "due", assay: "panel" });
    await round("2026-03-01T12:00:00Z");
    expect(await sentences("control HD829")).toEqual([overdue]);
    const { assay, run_id } = await opened.context.database.kysely
      .selectFrom("alert")
      .select(["assay", "run_id"])
      .where("kind", "=", "due")
      .executeTakeFirstOrThrow();
    expect({ assay, run_id }).toEqual({ assay: "panel", run_id: null });
  });

  test("an alert that nobody acknowledged in a day is escalated", async () => {
    await round("2026-03-02T00:00:01Z");
    expect((await alerts()).map(({ level }) => level)).toEqual([1]);
  });

  test("a control material's lot before and after its last day, a truth set's never", async () => {
    await round("2026-03-05T23:59:59Z");
    expect(await sentences("control material")).toEqual([]);
    await round("2026-03-06T00:00:00Z");
    expect(await sentences("control material")).toEqual([
      "control material HD829 lot L7 expires in 14 days, on 2026-03-20.",
    ]);
    const lot = { id: newId(), reagent: "library kit", lot: "A1", expires_on: "2026-03-01" };
    const past = { id: newId(), reagent: "library kit", lot: "A0", expires_on: "2025-03-01" };
    await opened.context.database.kysely.insertInto("reagent_lot").values([lot, past]).execute();
    await round("2026-03-21T00:00:00Z");
    expect(await sentences("control material")).toEqual([
      "control material HD829 lot L7 expires in 14 days, on 2026-03-20.",
      "control material HD829 lot L7 expired on 2026-03-20.",
    ]);
    expect(await sentences("reagent")).toEqual(["reagent library kit lot A1 expired on 2026-03-01."]);
    expect(await sentences("control material HG002")).toEqual([]);
  });

  test("answers, sessions and events whose time is over", async () => {
    const { kysely } = opened.context.database;
    const pipeline = await opened.program("ingest", "read");
    opened.setNow("2026-04-01T00:00:00Z");
    const kept = await pipeline.post("/runs", { name: "answered" }, { headers: { "idempotency-key": "k" } });
    expect(kept.statusCode, kept.body).toBe(201);
    await opened.person("watcher", "auditor");
    const count = async (table: "idempotency_key" | "event") =>
      (
        await kysely
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as("n"))
          .executeTakeFirstOrThrow()
      ).n;
    const open = () => kysely.selectFrom("session").select("id").where("ended_at", "is", null).execute();
    await round("2026-04-01T00:00:01Z");
    expect([await count("idempotency_key"), (await open()).length]).toEqual([1, 1]);
    const numbers = async () =>
      (await kysely.selectFrom("event").select("number").orderBy("number").execute()).map((row) => row.number);
    await kysely.deleteFrom("event").execute();
    await kysely.deleteFrom("event_removal").execute();
    const event = { topic: "a", record_kind: "a", record_id: newId(), payload: "{}" };
    const moments = ["2026-04-01T00:00:00Z", "2026-04-01T00:00:01Z", "2026-04-20T00:00:00Z"];
    await kysely
      .insertInto("event")
      .values(moments.map((created_at) => ({ ...event, created_at })))
      .execute();
    const [first, second, third] = await numbers();
    const remove = tasks.filter(({ name }) => name === "remove events");
    await round("2026-05-01T00:00:00Z", remove);
    expect(await numbers()).toEqual([first, second, third]);
    await round("2026-05-01T00:00:01Z", remove);
    expect(await numbers()).toEqual([second, third]);
    const removal = await kysely.selectFrom("event_removal").select("through_number").execute();
    expect(removal).toEqual([{ through_number: first }]);
    await round("2027-05-01T00:00:00Z", remove);
    expect(await numbers()).toEqual([third]);
    await round("2026-05-01T00:00:00Z");
    expect([await count("idempotency_key"), await open()]).toEqual([0, []]);
    const [recorded] = await kysely
      .selectFrom("audit_event")
      .select(["actor", "new_value"])
      .where("action", "=", "event.remove")
      .execute();
    expect(recorded).toMatchObject({ actor: "touchstone" });
  });
});
