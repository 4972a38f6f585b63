import { sign } from "node:crypto";
import { canonicalJson } from "@touchstone/model";
import { type AnchorKey, keyIdentity } from "@touchstone/store";
import { renderReport } from "../report/render-report.ts";
import type { EvidenceContent } from "./content.ts";
import {
  type BundleFiles,
  MANIFEST,
  type Manifest,
  manifestFile,
  SEAL,
  type Seal,
  SUMS,
  sumsText,
} from "./manifest.ts";
import { writeZip } from "./zip.ts";

/**
 * The evidence bundle of a run: a zip with its records as canonical JSON, a page for people, and a manifest of all files.
 * The same content and key give the same bytes.
 *
 * @param key the key that anchors are signed with; without it the bundle has no signature.
 */
export function buildEvidenceBundle(content: EvidenceContent, key: AnchorKey | null): Uint8Array {
  const files = new Map<string, Uint8Array>();
  for (const [name, value] of jsonFiles(content)) files.set(name, jsonBytes(value));
  files.set("report.html", encode(renderReport(content)));
  const { id, name } = content.run.run;
  const manifest: Manifest = {
    schema: "touchstone/evidence-bundle/1",
    touchstone: content.touchstone,
    run: { id, name },
    files: [...files].map(([file, bytes]) => manifestFile(file, bytes)),
  };
  return writeZip(complete(files, jsonBytes(manifest), key));
}

/** Puts the files that say what is in a bundle before the others. */
export function complete(files: BundleFiles, manifest: Uint8Array, key: AnchorKey | null): BundleFiles {
  const seal = key === null ? [] : ([[SEAL, jsonBytes(sealOf(manifest, key))]] as const);
  const summed = new Map([[MANIFEST, manifest] as const, ...seal, ...files]);
  return new Map([[MANIFEST, manifest] as const, ...seal, [SUMS, encode(sumsText(summed))] as const, ...files]);
}

/** JSON as bundles hold it: canonical (RFC 8785), with a line break at its end. */
export function jsonBytes(value: unknown): Uint8Array {
  return encode(`${canonicalJson(value)}\n`);
}

function jsonFiles(content: EvidenceContent): (readonly [string, unknown])[] {
  return [
    ["alerts.json", content.alerts],
    ["audit.json", content.audit],
    ["comparisons.json", content.comparisons],
    ["definitions.json", content.definitions],
    ["dispositions.json", content.dispositions],
    ["measurements.json", content.measurements],
    ["replicate-studies.json", content.replicateStudies],
    ["run.json", content.run],
    ["signatures.json", content.signatures],
    ["verdicts.json", content.verdicts],
  ];
}

function sealOf(manifest: Uint8Array, { privateKey, publicKey }: AnchorKey): Seal {
  return {
    key: keyIdentity(publicKey),
    publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
    signature: sign(null, manifest, privateKey).toString("base64"),
  };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
