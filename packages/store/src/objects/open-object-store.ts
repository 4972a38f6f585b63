import { StoreError } from "../error.ts";
import { FolderObjectStore } from "./folder-object-store.ts";
import type { ObjectStore } from "./object-store.ts";
import { S3Client } from "./s3-client.ts";
import { type Environment, parseS3Location, s3Credentials, s3Endpoint } from "./s3-location.ts";
import { S3ObjectStore } from "./s3-object-store.ts";

/**
 * Opens the store at `s3://bucket/prefix`, with settings and credentials from the environment (see `s3Endpoint` and
 * `s3Credentials`), or in a folder, which is made where it is missing. Sends nothing to S3 yet. Throws
 * TS_OBJECT_LOCATION_INVALID, and what making a folder throws.
 */
export async function openObjectStore(location: string, environment: Environment = process.env): Promise<ObjectStore> {
  if (location.startsWith("s3://")) {
    const endpoint = s3Endpoint(parseS3Location(location), environment);
    return new S3ObjectStore(new S3Client(endpoint, s3Credentials(environment)));
  }
  if (location === "" || /^[a-z][a-z0-9+.-]+:\/\//i.test(location)) {
    throw new StoreError("TS_OBJECT_LOCATION_INVALID", `"${location}" is neither a folder nor s3://bucket/prefix`);
  }
  return await FolderObjectStore.open(location);
}
