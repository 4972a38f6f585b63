import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { identifyFile, identifyFileInBackground } from "./file-identity.ts";

const folder = mkdtempSync(join(tmpdir(), "touchstone-identity-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  // FIPS 180-2, appendix B, and the digest of nothing.
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  // FIPS 180-2, appendix B.3.
  ["a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"],
])("a file is known by its published SHA-256 (%#)", async (text, sha256) => {
  const path = join(folder, "file");
  writeFileSync(path, text);
  expect(identifyFile(path)).toEqual({ path, sizeBytes: text.length, sha256 });
  expect(await identifyFileInBackground(path)).toEqual({ path, sizeBytes: text.length, sha256 });
});

test("a file of several pieces is hashed whole", () => {
  const path = join(folder, "large");
  writeFileSync(path, Buffer.alloc(3 << 20, "x"));
  const whole = identifyFile(path);
  writeFileSync(path, Buffer.alloc((3 << 20) - 1, "x"));
  expect(identifyFile(path).sha256).not.toBe(whole.sha256);
  expect(whole.sizeBytes).toBe(3 << 20);
});

test("a file that is missing is a typed error", () => {
  expect(() => identifyFile(join(folder, "absent"))).toThrow(expect.objectContaining({ code: "TS_FILE_NOT_FOUND" }));
});
