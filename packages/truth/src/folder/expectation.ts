import type { PublishedChecksum, TruthFile } from "../catalogue/truth-set.ts";
import type { Digests } from "../download/digests.ts";
import { TruthError } from "../error.ts";
import type { FileRecord } from "./fetch-record.ts";

/** By what a file is known to be the right one: by what was published, else by what was seen first, else by nothing. */
export type CheckedBy = "published" | "first seen" | "nothing";

export function checkedBy(file: TruthFile, recorded: FileRecord | undefined): CheckedBy {
  if (file.checksum !== null) return "published";
  return recorded === undefined ? "nothing" : "first seen";
}

/** A checksum that is not the one expected. */
export interface Mismatch {
  readonly algorithm: "md5" | "sha256";
  readonly expected: string;
  readonly seen: string;
  /** Where the expected one is from. */
  readonly origin: string;
}

/** How a file differs from what was published, or from what was seen first; null where it does not. */
export function mismatchOf(file: TruthFile, recorded: FileRecord | undefined, seen: Digests): Mismatch | null {
  const { checksum } = file;
  if (checksum !== null && seen[checksum.algorithm] !== checksum.value) {
    const { algorithm, value } = checksum;
    return { algorithm, expected: value, seen: seen[algorithm], origin: originOf(checksum) };
  }
  if (recorded !== undefined && recorded.sha256 !== seen.sha256) {
    const origin = `seen when it was first fetched, ${recorded.fetchedAt}`;
    return { algorithm: "sha256", expected: recorded.sha256, seen: seen.sha256, origin };
  }
  return null;
}

function originOf({ source }: PublishedChecksum): string {
  const quoted = source.quotes === undefined ? "" : `, quoting ${source.quotes}`;
  return `published in ${source.repository} (${source.path}${quoted})`;
}

/** A mismatch as a sentence without its file. */
export function describeMismatch({ algorithm, expected, seen, origin }: Mismatch): string {
  return `${algorithm} ${expected} is expected (${origin}), ${seen} was seen`;
}

/** @throws TruthError TS_TRUTH_CHECKSUM_MISMATCH */
export function requireMatch(file: TruthFile, recorded: FileRecord | undefined, seen: Digests, where: string): void {
  const mismatch = mismatchOf(file, recorded, seen);
  if (mismatch === null) return;
  const details = { file: where, address: file.address, expected: mismatch.expected, seen: mismatch.seen };
  throw new TruthError("TS_TRUTH_CHECKSUM_MISMATCH", `${where}: ${describeMismatch(mismatch)}`, details);
}
