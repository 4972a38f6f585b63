import { readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { digestContig, type FastaReader } from "@touchstone/formats";

/** Identity of a reference contig. */
export interface ContigDigest {
  readonly name: string;
  readonly length: number;
  /** MD5 of the upper-case bases: the M5 of SAM headers and .dict files. */
  readonly md5: string;
}

/** The file beside the reference in which digests are kept. */
interface DigestCache {
  readonly schema: "touchstone/reference-digests/1";
  readonly sizeBytes: number;
  readonly modified: string;
  readonly contigs: readonly ContigDigest[];
}

/**
 * Digests of the given contigs, from the cache beside the reference where it has them; what it lacks is computed and
 * added. A cache that is of another state of the file is not used; one that cannot be written is done without.
 */
export function referenceDigests(reference: FastaReader, path: string, contigs: readonly number[]): ContigDigest[] {
  const cachePath = `${path}.digests.json`;
  const known = new Map(readCache(cachePath, path).map((digest) => [digest.name, digest]));
  let computed = 0;
  const digests = contigs.map((number) => {
    const { name, length } = reference.contigs[number];
    const cached = known.get(name);
    if (cached !== undefined && cached.length === length) return cached;
    const digest = { name, length, md5: digestContig(reference, number, "md5") };
    known.set(name, digest);
    computed++;
    return digest;
  });
  if (computed > 0) writeCache(cachePath, path, [...known.values()]);
  return digests;
}

function stateOf(path: string): { sizeBytes: number; modified: string } {
  const { size, mtime } = statSync(path);
  return { sizeBytes: size, modified: mtime.toISOString() };
}

function readCache(cachePath: string, path: string): readonly ContigDigest[] {
  try {
    const cache = JSON.parse(readFileSync(cachePath, "utf8")) as Partial<DigestCache>;
    const { sizeBytes, modified } = stateOf(path);
    if (cache.schema !== "touchstone/reference-digests/1") return [];
    return cache.sizeBytes === sizeBytes && cache.modified === modified ? (cache.contigs ?? []) : [];
  } catch {
    // Absent or unreadable: a cache is never needed.
    return [];
  }
}

function writeCache(cachePath: string, path: string, contigs: readonly ContigDigest[]): void {
  const cache: DigestCache = { schema: "touchstone/reference-digests/1", ...stateOf(path), contigs };
  const temporary = `${cachePath}.tmp-${process.pid}`;
  // A folder that nobody may write to is left alone, also by root.
  if ((statSync(dirname(cachePath)).mode & 0o222) === 0) return;
  try {
    writeFileSync(temporary, `${JSON.stringify(cache, null, 2)}\n`);
    renameSync(temporary, cachePath);
  } catch {
    // The reference's folder may be read-only.
  }
}
