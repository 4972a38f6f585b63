import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type StubCredentials, verifySignature } from "./signature.ts";

// Requests, keys and signatures of the examples in the Amazon S3 API Reference, "Signature Calculations for the
// Authorization Header: Transferring Payload in a Single Chunk" and "Authenticating Requests: Using Query Parameters".
const credentials: StubCredentials = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  region: "us-east-1",
};
const host = "examplebucket.s3.amazonaws.com";
const emptyBody = createHash("sha256").digest("hex");

function verify(method: string, target: string, headers: Record<string, string>): string | null {
  const request = { method, headers: { host, ...headers } } as Partial<IncomingMessage> as IncomingMessage;
  return verifySignature(request, new URL(target, `https://${host}`), credentials);
}

function authorization(signedHeaders: string, signature: string): string {
  const credential = "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request";
  return `AWS4-HMAC-SHA256 Credential=${credential},SignedHeaders=${signedHeaders},Signature=${signature}`;
}

const common = { "x-amz-content-sha256": emptyBody, "x-amz-date": "20130524T000000Z" };

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2013, 4, 24), toFake: ["Date"] });
});

afterEach(() => {
  vi.useRealTimers();
});

const getObject = {
  ...common,
  range: "bytes=0-9",
  authorization: authorization(
    "host;range;x-amz-content-sha256;x-amz-date",
    "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
  ),
};

test("the published example of GetObject is accepted, with the hash of its body", () => {
  expect(verify("GET", "/test.txt", getObject)).toBe(emptyBody);
});

test("the published example of PutObject, with a key that has to be encoded, is accepted", () => {
  const payload = createHash("sha256").update("Welcome to Amazon S3.").digest("hex");
  const headers = {
    date: "Fri, 24 May 2013 00:00:00 GMT",
    "x-amz-date": "20130524T000000Z",
    "x-amz-storage-class": "REDUCED_REDUNDANCY",
    "x-amz-content-sha256": payload,
    authorization: authorization(
      "date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class",
      "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
    ),
  };
  expect(verify("PUT", "/test%24file.text", headers)).toBe(payload);
});

test("the published examples of requests with a query are accepted", () => {
  const lifecycle = "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543";
  const list = "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7";
  const signed = "host;x-amz-content-sha256;x-amz-date";
  expect(verify("GET", "/?lifecycle", { ...common, authorization: authorization(signed, lifecycle) })).toBe(emptyBody);
  expect(verify("GET", "/?max-keys=2&prefix=J", { ...common, authorization: authorization(signed, list) })).toBe(
    emptyBody,
  );
});

const presigned =
  "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request" +
  "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host" +
  "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";

test("the published presigned address is accepted for a day", () => {
  expect(verify("GET", presigned, {})).toBeNull();
  vi.setSystemTime(Date.UTC(2013, 4, 25, 0, 0, 1));
  expect(() => verify("GET", presigned, {})).toThrow("403 AccessDenied");
});

test.each([
  ["another method", "PUT", "/test.txt", getObject, "SignatureDoesNotMatch"],
  ["another key", "GET", "/tesu.txt", getObject, "SignatureDoesNotMatch"],
  ["another query", "GET", "/test.txt?versionId=1", getObject, "SignatureDoesNotMatch"],
  ["another range", "GET", "/test.txt", { ...getObject, range: "bytes=0-8" }, "SignatureDoesNotMatch"],
  [
    "an unsigned header of Amazon's",
    "GET",
    "/test.txt",
    { ...getObject, "x-amz-acl": "public-read" },
    "SignatureDoesNotMatch",
  ],
  [
    "a session token that nobody gave",
    "GET",
    "/test.txt",
    { ...getObject, "x-amz-security-token": "t" },
    "InvalidToken",
  ],
  ["no signature", "GET", "/test.txt", common, "AccessDenied"],
  ["a presigned address for another method", "PUT", presigned, {}, "SignatureDoesNotMatch"],
])("%s is refused", (_, method, target, headers, code) => {
  expect(() => verify(method, target, headers)).toThrow(code);
});

test("a clock that is wrong by more than 15 minutes is refused", () => {
  vi.setSystemTime(Date.UTC(2013, 4, 24, 0, 15, 1));
  expect(() => verify("GET", "/test.txt", getObject)).toThrow("403 RequestTimeTooSkewed");
});
