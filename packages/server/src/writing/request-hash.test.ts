import { createHash } from "node:crypto";
import { canonicalJson } from "@touchstone/model";
import { expect, test } from "vitest";
import { requestHash } from "./request-hash.ts";

const sha256 = (value: unknown) => createHash("sha256").update(canonicalJson(value)).digest("hex");

test("a request without a password is hashed as it is", async () => {
  const body = { name: "a", list: [1, { b: null }] };
  expect(await requestHash(body, "k")).toBe(sha256(body));
  expect(await requestHash(undefined, "k")).toBe(sha256(null));
});

test("no hash that is kept lets a password be guessed fast, and another password is another request", async () => {
  const body = (password: string) => ({ disposition: "released", signature: { meaning: "approved", password } });
  const [first, again, other, elsewhere] = await Promise.all([
    requestHash(body("correct horse battery"), "key 1"),
    requestHash(body("correct horse battery"), "key 1"),
    requestHash(body("another horse battery"), "key 1"),
    requestHash(body("correct horse battery"), "key 2"),
  ]);
  expect(again).toBe(first);
  expect(new Set([first, other, elsewhere, sha256(body("correct horse battery"))]).size).toBe(4);
});
