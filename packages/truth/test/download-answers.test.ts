import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { failureOf } from "../src/download/answer.ts";
import { type PassingFailure, redirectTarget } from "../src/download/http-client.ts";
import { CONTENT, downloadFixture, expectBytes, failure, OTHER, run } from "./download-fixture.ts";

const { server, newTarget } = downloadFixture();

test("a proxy of the environment is asked, unless it is not meant for the address", async () => {
  const before = { HTTP_PROXY: process.env.HTTP_PROXY, NO_PROXY: process.env.NO_PROXY };
  try {
    process.env.HTTP_PROXY = server.root;
    process.env.NO_PROXY = "";
    // A proxy is asked for a whole address, of which the server here takes the first letter for a slash.
    server.serve("ttp://publisher.invalid/a", { content: CONTENT });
    const target = newTarget();
    await run("http://publisher.invalid/a", target);
    expectBytes(target, CONTENT);
    process.env.NO_PROXY = "publisher.invalid";
    expect((await failure(run("http://publisher.invalid/a", newTarget()))).message).toMatch(/ENOTFOUND|EAI_AGAIN/);
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
});

describe("answers that bring no file", () => {
  test.each([401, 403, 404, 410])("%i is not tried again", async (status) => {
    const address = server.serve("a", { content: CONTENT, behaviours: [{ status }] });
    const error = await failure(run(address, newTarget()));
    expect(error.code).toBe("TS_TRUTH_NOT_FOUND");
    expect(error.message).toBe(`${address}: the server answers ${status}`);
    expect(server.requests).toHaveLength(1);
  });

  test.each([408, 429, 500, 502, 503])("%i is tried again", async (status) => {
    const target = newTarget();
    await run(server.serve("a", { content: CONTENT, behaviours: [{ status }, { status }] }), target);
    expectBytes(target, CONTENT);
  });

  test("503 is given up after so many tries", async () => {
    const behaviours = Array.from({ length: 5 }, () => ({ status: 503 }));
    const error = await failure(run(server.serve("a", { content: CONTENT, behaviours }), newTarget()));
    expect(error.code).toBe("TS_TRUTH_UNAVAILABLE");
    expect(error.message).toMatch(/the server answers 503; given up after 3 tries/);
    expect(server.requests).toHaveLength(3);
  });

  test("say how long to wait", () => {
    const wait = (retryAfter: string | undefined) => {
      const message = { statusCode: 503, headers: { "retry-after": retryAfter } } as unknown as IncomingMessage;
      return (failureOf("http://a/", message) as PassingFailure).waitMilliseconds;
    };
    expect(wait(undefined)).toBeNull();
    expect(wait("7")).toBe(7000);
    expect(wait("Wed, 01 Jan 2020 00:00:00 GMT")).toBe(0);
    expect(wait("soon")).toBeNull();
  });

  test("a server that cannot be reached is tried again, then named", async () => {
    const error = await failure(run("http://127.0.0.1:9/a", newTarget()));
    expect(error.code).toBe("TS_TRUTH_UNAVAILABLE");
    expect(error.message).toMatch(/ECONNREFUSED.*given up after 3 tries/);
  });

  test("a stalled connection is given up and gone on with", async () => {
    const target = newTarget();
    const address = server.serve("a", { content: CONTENT, behaviours: [{ stallAfter: 10_000 }] });
    await run(address, target, { stallMilliseconds: 200 });
    expectBytes(target, CONTENT);
    expect(server.requests[1].range).toBe("bytes=10000-");
  });

  test("a server that never answers is named with what it did", async () => {
    const behaviours = Array.from({ length: 3 }, () => ({ stallAfter: 0 }));
    const address = server.serve("a", { content: CONTENT, behaviours });
    const error = await failure(run(address, newTarget(), { stallMilliseconds: 100 }));
    expect(error.message).toMatch(/nothing arrived for 0.1 s/);
  });
});

describe("redirects", () => {
  const to = (location: string) => ({ status: 302, headers: { location } });

  test("are followed, relative ones too", async () => {
    const target = newTarget();
    server.serve("there/b", { content: CONTENT });
    await run(server.serve("there/a", { content: OTHER, behaviours: [to("b")] }), target);
    expectBytes(target, CONTENT);
  });

  test("lead from https only to https, and nowhere but to the web", () => {
    expect(redirectTarget("https://a.org/x/y", "z")).toBe("https://a.org/x/z");
    expect(redirectTarget("http://a.org/x", "https://b.org/x")).toBe("https://b.org/x");
    for (const [from, to] of [
      ["https://a.org/x", "http://a.org/x"],
      ["http://a.org/x", "file:///etc/passwd"],
    ]) {
      expect(() => redirectTarget(from, to)).toThrow(expect.objectContaining({ code: "TS_TRUTH_UNAVAILABLE" }));
    }
  });

  test("in a circle are given up at once", async () => {
    const behaviours = Array.from({ length: 50 }, () => to("/a"));
    const error = await failure(run(server.serve("a", { content: CONTENT, behaviours }), newTarget()));
    expect(error).toMatchObject({ code: "TS_TRUTH_UNAVAILABLE" });
    expect(error.message).toMatch(/redirects more than 5 times/);
    expect(server.requests).toHaveLength(6);
  });

  test("to what is no address of a file are refused", async () => {
    const error = await failure(
      run(server.serve("a", { content: CONTENT, behaviours: [to("http://[")] }), newTarget()),
    );
    expect(error.message).toMatch(/redirects to an address that is none/);
  });
});
