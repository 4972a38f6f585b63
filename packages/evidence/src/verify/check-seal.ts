import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { Value } from "@sinclair/typebox/value";
import { keyIdentity } from "@touchstone/store";
import { type BundleFiles, MANIFEST, SEAL } from "../bundle/manifest.ts";
import { type Check, failed, passed, unproven } from "./check.ts";
import { readJson } from "./check-files.ts";
import { SealSchema } from "./schemas.ts";

/** Whether the manifest, and by its hashes all files, are as whoever holds the key wrote them. */
export function checkSeal(files: BundleFiles, publicKeys: readonly KeyObject[]): Check {
  const manifest = files.get(MANIFEST);
  const bytes = files.get(SEAL);
  if (bytes === undefined || manifest === undefined) {
    return publicKeys.length === 0
      ? unproven("seal", "the bundle is not signed: whoever altered it could have computed all hashes anew")
      : failed("seal", "the bundle is not signed, although a key was given");
  }
  const seal = readJson(bytes);
  if (!Value.Check(SealSchema, seal)) return failed("seal", `${SEAL} is no signature`);
  const own = readKey(seal.publicKey);
  if (own === null || keyIdentity(own) !== seal.key) return failed("seal", `${SEAL} names another key than it holds`);
  if (!verify(null, manifest, own, Buffer.from(seal.signature, "base64"))) {
    return failed("seal", "the signature is not that of the manifest");
  }
  if (publicKeys.some((key) => keyIdentity(key) === seal.key)) return passed("seal", `signed by the key ${seal.key}`);
  if (publicKeys.length > 0)
    return failed("seal", `signed by the key ${seal.key}, which is none of those that were given`);
  return unproven("seal", `signed by the key ${seal.key}, which came with the bundle: give the key that you know`);
}

function readKey(pem: string): KeyObject | null {
  try {
    const key = createPublicKey(pem);
    const isSame = key.export({ type: "spki", format: "pem" }).toString() === pem;
    return isSame && key.asymmetricKeyType === "ed25519" ? key : null;
  } catch {
    return null;
  }
}
