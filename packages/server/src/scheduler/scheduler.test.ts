import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTestServer, type TestServer } from "../../test/test-server.ts";
import { startScheduler } from "./scheduler.ts";

const PATIENCE = { timeout: 50_000 };
let opened: TestServer;

beforeAll(async () => {
  opened = await createTestServer("pglite", { schedulerInterval: 5, metricsAccess: "loopback" });
});

afterAll(() => opened.remove());

test("each task in each round; one that fails does not keep the others from theirs, and is told", async () => {
  const done: string[] = [];
  const errors: object[] = [];
  let fails = true;
  const named = (name: string) => ({ name, run: async () => done.push(name) });
  const failing = {
    name: "fails at first",
    run: async () => {
      if (fails) throw new Error("no disk");
      done.push("fails at first");
    },
  };
  const log = { error: (details: object, message: string) => errors.push({ ...details, message }) };
  const scheduler = startScheduler(opened.context, log, [named("first"), failing, named("last")]);
  await vi.waitFor(() => expect(done.slice(0, 4)).toEqual(["first", "last", "first", "last"]), PATIENCE);
  expect(errors[0]).toMatchObject({ task: "fails at first", message: "a task of the scheduler failed" });
  const noted = () =>
    opened.context.database.kysely
      .selectFrom("scheduled_task")
      .select(["name", "failure", "succeeded_at"])
      .orderBy("name")
      .execute();
  expect(await noted()).toMatchObject([
    { name: "fails at first", failure: "no disk", succeeded_at: null },
    { name: "first", failure: null, succeeded_at: opened.context.now() },
    { name: "last", failure: null, succeeded_at: opened.context.now() },
  ]);
  fails = false;
  await vi.waitFor(async () => expect((await noted())[0]).toMatchObject({ failure: null }), PATIENCE);
  const { body } = await opened.server.inject({ url: "/metrics" });
  const seconds = opened.context.now().getTime() / 1000;
  expect(body).toContain(`touchstone_scheduled_task_success_timestamp_seconds{task="last"} ${seconds}\n`);
  expect(body).toContain("touchstone_scheduler_leader 1\n");
  await scheduler.stop();
  const after = done.length;
  await scheduler.stop();
  expect(await opened.context.database.lead("scheduler")).not.toBeNull();
  expect(done.length).toBe(after);
});
