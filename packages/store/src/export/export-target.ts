import { StoreError } from "../error.ts";
import { S3Client } from "../objects/s3-client.ts";
import { type Environment, parseS3Location, s3Credentials, s3Endpoint } from "../objects/s3-location.ts";
import { FolderTarget } from "./folder-target.ts";
import type { WrittenFile } from "./parquet-file.ts";
import { S3Target } from "./s3-target.ts";

/** Where exported files go. A file there is whole at any time: it is the one before, or the one after `replace`. */
export interface ExportTarget {
  /** The folder, or s3://bucket/prefix. Never holds a credential. */
  readonly location: string;
  /** A name for a file on this machine that is not yet whole. */
  stagingFile(): string;
  /** Paths of files in a folder, however deep. */
  list(folder: string): AsyncIterable<string>;
  /** Whether a path holds exactly that content. */
  holds(path: string, content: Pick<WrittenFile, "sha256" | "size">): Promise<boolean>;
  /** Puts a staged file in the place of what a path holds, if anything, in one step. */
  replace(path: string, staged: WrittenFile): Promise<void>;
  /** Removes a staged file that is not needed. */
  discard(staged: WrittenFile): Promise<void>;
  /** Removes what was staged. */
  close(): Promise<void>;
}

/**
 * Opens a folder, which is made where it is missing, or `s3://bucket/prefix`, with settings and credentials from the
 * environment as in `openObjectStore`.
 *
 * @throws StoreError TS_OBJECT_LOCATION_INVALID; TS_OBJECT_STORE_UNWRITABLE when the folder cannot be made.
 */
export async function openExportTarget(
  location: string,
  environment: Environment = process.env,
  signal?: AbortSignal,
): Promise<ExportTarget> {
  if (location.startsWith("s3://")) {
    const endpoint = s3Endpoint(parseS3Location(location), environment);
    return await S3Target.open(new S3Client(endpoint, s3Credentials(environment)), signal);
  }
  if (location === "" || /^[a-z][a-z0-9+.-]+:\/\//i.test(location)) {
    throw new StoreError("TS_OBJECT_LOCATION_INVALID", `"${location}" is neither a folder nor s3://bucket/prefix`);
  }
  return await FolderTarget.open(location);
}
