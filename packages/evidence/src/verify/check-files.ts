import { Value } from "@sinclair/typebox/value";
import { canonicalJson } from "@touchstone/model";
import { type BundleFiles, MANIFEST, type Manifest, SEAL, SUMS, sha256, sumsText } from "../bundle/manifest.ts";
import { writeZip } from "../bundle/zip.ts";
import { type Check, failed, passed } from "./check.ts";
import { ManifestSchema } from "./schemas.ts";

const ABOUT_THE_BUNDLE: ReadonlySet<string> = new Set([MANIFEST, SUMS, SEAL]);

/** Whether the zip is, byte for byte, the one that its files make: nothing hides between them, or is there twice. */
export function checkContainer(bytes: Uint8Array, files: BundleFiles): Check {
  const again = writeZip(files);
  const isSame = again.length === bytes.length && Buffer.compare(again, bytes) === 0;
  if (isSame) return passed("container", `${files.size} files, and nothing else`);
  return failed(
    "container",
    "the zip is not the one that its files make: it was altered, or written by something else",
  );
}

/** Reads the manifest; null where it is none. */
export function readManifest(files: BundleFiles): Manifest | null {
  const value = readJson(files.get(MANIFEST));
  return Value.Check(ManifestSchema, value) ? value : null;
}

/** Whether every file is what the manifest says, and there is no other. */
export function checkFiles(files: BundleFiles, manifest: Manifest): Check {
  const listed = new Map(manifest.files.map((file) => [file.name, file]));
  for (const { name, sha256: expected, size } of manifest.files) {
    const bytes = files.get(name);
    if (bytes === undefined) return failed("files", `${name} is missing`);
    if (bytes.length !== size || sha256(bytes) !== expected) return failed("files", `${name} was altered`);
  }
  const stranger = [...files.keys()].find((name) => !listed.has(name) && !ABOUT_THE_BUNDLE.has(name));
  if (stranger !== undefined) return failed("files", `${stranger} is not in the manifest`);
  if (listed.size !== manifest.files.length) return failed("files", "the manifest names a file twice");
  return passed("files", `${listed.size} files have the SHA-256 that the manifest says`);
}

/** Whether the sums for other programs are those of the files. */
export function checkSums(files: BundleFiles): Check {
  const text = files.get(SUMS);
  const isRight = text !== undefined && Buffer.from(text).toString("utf8") === sumsText(files);
  return isRight ? passed("sums", `${SUMS} fits`) : failed("sums", `${SUMS} is not that of the files`);
}

/** Whether JSON is written in its one canonical way, so that equal records are equal bytes. */
export function checkCanonical(files: BundleFiles): Check {
  const odd = [...files].find(([name, bytes]) => name.endsWith(".json") && !isCanonical(bytes));
  if (odd !== undefined) return failed("canonical", `${odd[0]} is not canonical JSON`);
  return passed("canonical", "all JSON is canonical (RFC 8785)");
}

/** The value of a JSON file; undefined where there is none. */
export function readJson(bytes: Uint8Array | undefined): unknown {
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function isCanonical(bytes: Uint8Array): boolean {
  const value = readJson(bytes);
  return value !== undefined && Buffer.compare(Buffer.from(`${canonicalJson(value)}\n`), bytes) === 0;
}
