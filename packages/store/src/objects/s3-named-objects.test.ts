import { allOf, type S3Stub, startS3Stub } from "@touchstone/test-support";
import { afterAll, beforeAll, expect, test } from "vitest";
import { objectAnchorSink } from "../audit/object-anchor-sink.ts";
import { openNamedObjects, type S3NamedObjects } from "./s3-named-objects.ts";

let stub: S3Stub;
let objects: S3NamedObjects;

beforeAll(async () => {
  stub = await startS3Stub({ pageSize: 2 });
  objects = openNamedObjects(`s3://${stub.bucketName}/audit`, stub.environment);
});

afterAll(async () => {
  await stub.close();
});

test("a text is read back under its name, which no other text can take", async () => {
  await objects.create("anchors/0001.json", "König");
  await objects.create("anchors/0001.json", "König");
  await expect(objects.create("anchors/0001.json", "other")).rejects.toMatchObject({
    code: "TS_OBJECT_REQUEST_INVALID",
  });
  expect(await objects.read("anchors/0001.json")).toBe("König");
  await expect(objects.read("anchors/0002.json")).rejects.toMatchObject({ code: "TS_OBJECT_NOT_FOUND" });
});

test("the lost answer to a first attempt is no failure", async () => {
  stub.fail({ kind: "lost answer" }, ({ method }) => method === "PUT");
  await objects.create("lost", "text");
  expect(await objects.read("lost")).toBe("text");
});

test("names are listed by prefix and in order, over several pages", async () => {
  for (const name of ["b/3", "b/1", "c/1", "b/2", "a/1", "b/10"]) {
    await objects.create(name, name);
  }
  stub.bucket.put("elsewhere/b/0", Buffer.from("x"), true);
  expect(await allOf(objects.list("b/"))).toEqual(["b/1", "b/10", "b/2", "b/3"]);
  expect(await allOf(objects.list("nothing/"))).toEqual([]);
});

test.each(["", "/a", "a/", "a//b", "../a", "a/./b", "a b", "a?b"])("%j is no name", async (name) => {
  await expect(objects.create(name, "")).rejects.toMatchObject({ code: "TS_OBJECT_REQUEST_INVALID" });
  await expect(objects.read(name)).rejects.toMatchObject({ code: "TS_OBJECT_REQUEST_INVALID" });
});

test("anchors of the audit trail can be kept there", async () => {
  const sink = objectAnchorSink(objects, "anchors-of-trail/");
  const lines = [9, 10, 11].map((sequence) =>
    JSON.stringify({ sequence, signedAt: "2026-11-22T07:00:00Z", key: "ab" }),
  );
  for (const line of lines) {
    await sink.append(line);
  }
  expect(await allOf(sink.lines())).toEqual(lines);
});
