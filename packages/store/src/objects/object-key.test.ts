import fc from "fast-check";
import { expect, test } from "vitest";
import { digestOfKey, objectKey } from "./object-key.ts";

const digests = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString("hex"));

test("an object's path leads back to it, and paths sort as their objects do", () => {
  fc.assert(
    fc.property(digests, digests, (one, other) => {
      expect(digestOfKey(objectKey(one))).toBe(one);
      expect(objectKey(one) < objectKey(other)).toBe(one < other);
    }),
  );
});

test.each([
  "",
  "ab",
  "unfinished/x",
  `ab/${"c".repeat(64)}`,
  `abc/${"abc".padEnd(64, "0")}`,
  `ab/${"ab".padEnd(64, "0")}/x`,
])("%j is the path of no object", (path) => {
  expect(digestOfKey(path)).toBeNull();
});
