import { StoreError } from "../error.ts";

const digestPattern = /^[0-9a-f]{64}$/;

/** Returns the argument. Throws TS_OBJECT_REQUEST_INVALID unless it is 64 lower-case hexadecimal digits. */
export function requireSha256(sha256: string): string {
  if (!digestPattern.test(sha256)) {
    throw new StoreError(
      "TS_OBJECT_REQUEST_INVALID",
      "An object is named by 64 lower-case hexadecimal digits of SHA-256",
      {
        object: String(sha256).slice(0, 100),
      },
    );
  }
  return sha256;
}

/** Path of an object below the store's root, in a folder and in a bucket alike, so that one can be copied to the other. */
export function objectKey(sha256: string): string {
  return `${requireSha256(sha256).slice(0, 2)}/${sha256}`;
}

/** SHA-256 of the object with that path, or null for the path of anything else. */
export function digestOfKey(key: string): string | null {
  const [shard, name, ...rest] = key.split("/");
  return name !== undefined &&
    rest.length === 0 &&
    digestPattern.test(name) &&
    name.startsWith(shard) &&
    shard.length === 2
    ? name
    : null;
}
