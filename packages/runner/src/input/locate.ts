import { statSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";

/** Whether a place is an address, such as s3://bucket/reads.fastq.gz, and no path of this machine. */
export function isAddress(place: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(place);
}

/** The place as an absolute path, seen from a folder; an address is left as it is. */
export function locate(place: string, folder: string): string {
  return isAddress(place) || isAbsolute(place) ? place : resolve(folder, place);
}

/** What is at a path; null where nothing is. */
export function kindOf(path: string): "file" | "folder" | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  return found.isDirectory() ? "folder" : "file";
}
