import type { KeyObject } from "node:crypto";
import { Value } from "@sinclair/typebox/value";
import type { Manifest } from "../bundle/manifest.ts";
import { readZip } from "../bundle/zip.ts";
import { type Check, failed, passed } from "./check.ts";
import { checkAnchors, checkRows } from "./check-audit.ts";
import { checkCanonical, checkContainer, checkFiles, checkSums, readJson, readManifest } from "./check-files.ts";
import { checkSeal } from "./check-seal.ts";
import { checkSignatures, checkSignaturesInTrail } from "./check-signatures.ts";
import { AuditSchema, SignaturesSchema } from "./schemas.ts";

/** What a bundle is held against. */
export interface VerifyOptions {
  /** Keys that may have signed the bundle and the anchors, from somewhere else than the bundle. */
  readonly publicKeys?: readonly KeyObject[];
}

/** What was checked and found. */
export interface EvidenceVerification {
  /** Whether no check failed. */
  readonly holds: boolean;
  /** Whether it holds, and a key that was given vouches for all of it. */
  readonly proven: boolean;
  /** The run that the bundle says it is of; null where it does not say. */
  readonly run: Manifest["run"] | null;
  /** Version of Touchstone that wrote it; null where it does not say. */
  readonly touchstone: string | null;
  /** Every check that could be made, in the order in which they were. */
  readonly checks: readonly Check[];
}

/**
 * Checks an evidence bundle, without the server and its records. Any altered byte is found. Whoever alters a bundle can
 * compute all of its hashes anew, though: that is found with the public key that was handed over before.
 */
export function verifyEvidenceBundle(bytes: Uint8Array, { publicKeys = [] }: VerifyOptions = {}): EvidenceVerification {
  const files = readZip(bytes);
  if (files === null) return result(null, [failed("container", "this is no zip")]);
  const container = checkContainer(bytes, files);
  const manifest = readManifest(files);
  if (manifest === null) return result(null, [container, failed("manifest", "there is no manifest of a bundle")]);
  const checks = [
    container,
    passed("manifest", `${manifest.schema}, written by Touchstone ${manifest.touchstone}`),
    checkFiles(files, manifest),
    checkSums(files),
    checkCanonical(files),
    checkSeal(files, publicKeys),
  ];
  const signatures = readJson(files.get("signatures.json"));
  const audit = readJson(files.get("audit.json"));
  const areSignatures = Value.Check(SignaturesSchema, signatures);
  const isAudit = Value.Check(AuditSchema, audit);
  checks.push(areSignatures ? checkSignatures(signatures) : failed("signatures", "signatures.json holds none"));
  checks.push(isAudit ? checkRows(audit) : failed("audit rows", "audit.json holds no audit trail"));
  if (areSignatures && isAudit) checks.push(checkSignaturesInTrail(signatures, audit.rows));
  if (isAudit) checks.push(checkAnchors(audit, publicKeys));
  return result(manifest, checks);
}

function result(manifest: Manifest | null, checks: readonly Check[]): EvidenceVerification {
  return {
    holds: checks.every(({ state }) => state !== "failed"),
    proven: checks.every(({ state }) => state === "passed"),
    run: manifest?.run ?? null,
    touchstone: manifest?.touchstone ?? null,
    checks,
  };
}
