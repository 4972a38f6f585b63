import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadSecretKey } from "./load-secret-key.ts";
import { secretBox } from "./secret-box.ts";

const WRONG = expect.objectContaining({ code: "TS_SECRET_KEY_WRONG" });

test("what is sealed opens with the key and for the use that it was sealed with, and no bit can change", () => {
  const key = randomBytes(32);
  const box = secretBox(key);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.string(), fc.nat(), (secret, use, place) => {
      const sealed = box.seal(secret, use);
      expect(box.open(sealed, use)).toEqual(Buffer.from(secret));
      expect(box.seal(secret, use)).not.toBe(sealed);
      expect(() => box.open(sealed, `${use}.`)).toThrow(WRONG);
      expect(() => secretBox(randomBytes(32)).open(sealed, use)).toThrow(WRONG);
      const [version, keyId, text = ""] = sealed.split(".");
      const bytes = Buffer.from(text, "base64url");
      const at = place % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      expect(() => box.open([version, keyId, bytes.toString("base64url")].join("."), use)).toThrow(WRONG);
    }),
    { numRuns: 50 },
  );
  expect(() => secretBox(key.subarray(1))).toThrow(WRONG);
});

test("the key is the environment's, or the data folder's, which is made once for its owner alone", () => {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-key-"));
  const dataFolder = join(folder, "new");
  const first = loadSecretKey({}, dataFolder);
  expect(first).toHaveLength(32);
  expect(readdirSync(dataFolder)).toEqual(["secret-key"]);
  expect(statSync(join(dataFolder, "secret-key")).mode & 0o777).toBe(0o600);
  expect(loadSecretKey({}, dataFolder)).toEqual(first);
  const other = randomBytes(32);
  const text = other.toString("base64");
  expect(loadSecretKey({ TOUCHSTONE_SECRET_KEY: text }, dataFolder)).toEqual(other);
  const file = join(folder, "key");
  writeFileSync(file, `${text}\n`);
  expect(loadSecretKey({ TOUCHSTONE_SECRET_KEY_FILE: file }, null)).toEqual(other);
  expect(loadSecretKey({}, null)).toBeNull();
  for (const wrong of ["short", text.slice(0, -4), `${text}AAAA`]) {
    expect(() => loadSecretKey({ TOUCHSTONE_SECRET_KEY: wrong }, null)).toThrow(WRONG);
  }
  expect(() => loadSecretKey({ TOUCHSTONE_SECRET_KEY_FILE: join(folder, "none") }, null)).toThrow("ENOENT");
  expect(readFileSync(join(dataFolder, "secret-key"), "utf8").trim()).toBe(Buffer.from(first ?? []).toString("base64"));
  rmSync(folder, { recursive: true });
});
