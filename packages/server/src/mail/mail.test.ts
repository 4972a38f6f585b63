import { newId } from "@touchstone/store";
import { databaseKinds } from "@touchstone/test-support/databases";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestServer, type TestCaller, type TestServer } from "../../test/test-server.ts";
import { deliverDue } from "../deliveries/deliver.ts";
import type { Delivery } from "../deliveries/schema.ts";
import { perform } from "../writing/perform.ts";
import { alertMail } from "./alert-mail.ts";
import { mailSettingsOf } from "./settings.ts";

interface ReceivedMail {
  readonly to: string[];
  readonly text: string;
}

/** A mail server on loopback, which refuses what `refuses` says. */
async function startMailServer() {
  const mails: ReceivedMail[] = [];
  let refuses = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      let text = "";
      stream.setEncoding("utf8");
      stream.on("data", (chunk: string) => {
        text += chunk;
      });
      stream.on("end", () => {
        if (refuses) {
          done(Object.assign(new Error("mailbox is full"), { responseCode: 452 }));
          return;
        }
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: (does: boolean) => {
      refuses = does;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const ALERT = { kind: "immediate", subject: "EGFR <L858R>", level: 0, assay: "panel", sentence: "2 SD & more above." };

describe.each(databaseKinds)("e-mail on %s", (kind) => {
  let opened: TestServer;
  let admin: TestCaller;
  let mailServer: Awaited<ReturnType<typeof startMailServer>>;

  beforeAll(async () => {
    mailServer = await startMailServer();
    const mail = { url: mailServer.url, from: "Touchstone <touchstone@laboratory.example>" };
    opened = await createTestServer(kind, { mail });
    admin = await opened.program("admin", "read");
  });

  afterAll(async () => {
    await mailServer.close();
    await opened.remove();
  });

  async function subscribe(request: object): Promise<{ id: string }> {
    const answer = await admin.post("/mail-subscriptions", request);
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json();
  }

  const publish = (topic: string, change: object = {}) =>
    perform(opened.context, null, async (writing) => {
      writing.publish({ topic, recordKind: "alert", recordId: newId(), payload: { ...ALERT, ...change } });
    });

  async function receivers(): Promise<string[]> {
    await deliverDue(opened.context);
    return mailServer.mails
      .splice(0)
      .flatMap(({ to }) => to)
      .toSorted();
  }

  test("each address gets the alerts of its kinds, from its level on", async () => {
    const all = await subscribe({ address: "all@laboratory.example" });
    await subscribe({ address: "director@laboratory.example", leastLevel: 2 });
    await subscribe({ address: "supplies@laboratory.example", kinds: ["due"] });
    await publish("alert.raised");
    expect(await receivers()).toEqual(["all@laboratory.example"]);
    await publish("alert.raised", { kind: "due" });
    expect(await receivers()).toEqual(["all@laboratory.example", "supplies@laboratory.example"]);
    await publish("alert.escalated", { level: 2 });
    expect(await receivers()).toEqual(["all@laboratory.example", "director@laboratory.example"]);
    await publish("alert.occurred", { level: 2 });
    await publish("alert.resolved", { level: 2 });
    expect(await receivers()).toEqual([]);
    expect((await admin.patch(`/mail-subscriptions/${all.id}`, { kinds: ["predictive"] })).statusCode).toBe(200);
    await publish("alert.raised");
    expect(await receivers()).toEqual([]);
    const { items } = (await admin.get("/mail-subscriptions")).json();
    for (const { id } of items)
      expect((await admin.delete(`/mail-subscriptions/${id}`)).json().disabledAt).not.toBeNull();
    await publish("alert.escalated", { level: 2 });
    expect(await receivers()).toEqual([]);
  });

  test("text and HTML say the same, and nothing of an alert is markup", async () => {
    const { id } = await subscribe({ address: "reader@laboratory.example" });
    await publish("alert.raised");
    await deliverDue(opened.context);
    const [{ text } = { text: "" }] = mailServer.mails.splice(0);
    const [delivery] = (await admin.get("/deliveries", { query: { mailSubscriptionId: id } })).json().items;
    expect(text).toContain(`Message-ID: <${delivery.id}@touchstone>`);
    expect(text).toContain("From: Touchstone <touchstone@laboratory.example>");
    expect(text).toContain("Subject: [Touchstone] immediate alert on EGFR <L858R>");
    expect(text).toContain("A new immediate alert on EGFR <L858R>.\r\n\r\n2 SD & more above.");
    expect(text.replaceAll("=\r\n", "")).toContain(
      "<p>A new immediate alert on EGFR &lt;L858R&gt;.</p><p>2 SD &amp; more above.</p>",
    );
    await admin.delete(`/mail-subscriptions/${id}`);
  });

  test("what the mail server refuses is tried again", async () => {
    const { id } = await subscribe({ address: "full@laboratory.example" });
    mailServer.refuse(true);
    await publish("alert.raised");
    expect(await deliverDue(opened.context)).toBe(1);
    const find = async (): Promise<Delivery> =>
      (await admin.get("/deliveries", { query: { mailSubscriptionId: id } })).json().items[0];
    const failed = await find();
    expect(failed).toMatchObject({ status: "pending", attempts: 1 });
    expect(failed.failure).toContain("452");
    mailServer.refuse(false);
    opened.setNow(failed.nextAttemptAt ?? "");
    expect(await deliverDue(opened.context)).toBe(1);
    expect(await find()).toMatchObject({ status: "delivered", attempts: 2, failure: null });
    expect(mailServer.mails.splice(0)).toHaveLength(1);
    await admin.delete(`/mail-subscriptions/${id}`);
  });
});

test("without a mail server nobody subscribes, and half of the settings is an error that keeps the password to itself", async () => {
  const opened = await createTestServer("pglite");
  const admin = await opened.program("admin");
  const answer = await admin.post("/mail-subscriptions", { address: "a@laboratory.example" });
  expect(answer.json()).toMatchObject({ status: 409, code: "TS_NOT_CONFIGURED" });
  await opened.remove();
  expect(mailSettingsOf({})).toBeNull();
  const url = "smtps://user:password@mail.example";
  expect(mailSettingsOf({ TOUCHSTONE_SMTP_URL: url, TOUCHSTONE_MAIL_FROM: "a@b.example" })).toEqual({
    url,
    from: "a@b.example",
  });
  expect(() => mailSettingsOf({ TOUCHSTONE_SMTP_URL: url })).toThrow("TOUCHSTONE_MAIL_FROM is not");
  expect(() => mailSettingsOf({ TOUCHSTONE_MAIL_FROM: "a@b.example" })).toThrow("TOUCHSTONE_SMTP_URL is not");
  const wrong = { TOUCHSTONE_SMTP_URL: "http://user:password@mail.example", TOUCHSTONE_MAIL_FROM: "a@b.example" };
  expect(() => mailSettingsOf(wrong)).toThrow(/^(?!.*password)/);
});

test("a subject is one line", () => {
  const { subject } = alertMail("alert.raised", newId(), { ...ALERT, kind: "due", subject: "a\r\nBcc: b@c.example" });
  expect(subject).toBe("[Touchstone] due alert on a Bcc: b@c.example");
});
