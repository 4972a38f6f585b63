import { tmpdir } from "node:os";
import { Readable } from "node:stream";
import { StoreError } from "../error.ts";
import { requireAnnounced } from "./announced-digest.ts";
import { requireRange } from "./byte-range.ts";
import { checkedContent, countBytes } from "./checked-content.ts";
import { objectKey, requireSha256 } from "./object-key.ts";
import type {
  Cancellable,
  DiscardOptions,
  DownloadUrlOptions,
  GetOptions,
  ListedObject,
  ListOptions,
  ObjectSource,
  ObjectStore,
  OpenObject,
  PutObject,
  PutOptions,
  StoredObject,
} from "./object-store.ts";
import { type PreparedContent, prepareContent } from "./prepared-content.ts";
import type { S3Client } from "./s3-client.ts";
import { openDownload } from "./s3-download.ts";
import { listObjects, listUploads } from "./s3-lists.ts";
import { abortUpload, type UploadOutcome, uploadParts, uploadWhole } from "./s3-upload.ts";

/** Longest life of a presigned address (AWS, "Authenticating requests: using query parameters", X-Amz-Expires). */
const longestExpiry = 604_800;

/** How often an upload is begun anew when another writer of the same object gets in its way. */
const uploadsBegun = 5;

export interface S3ObjectStoreOptions {
  /** Objects up to this many bytes are sent at once, longer ones in parts of it. S3 wants at least 5 MiB. */
  readonly partSize?: number;
  /** Where streams longer than one part wait until their hash is known; the system's temporary folder without. */
  readonly spoolFolder?: string;
}

/** Objects under `prefix/ab/abcd...` in a bucket of S3 or of a service that speaks its protocol. */
export class S3ObjectStore implements ObjectStore {
  readonly location: string;
  readonly #client: S3Client;
  readonly #partSize: number;
  readonly #spoolFolder: string;
  /** False once the server has said that it does not know conditional writes; they only save work here. */
  #conditional = true;

  constructor(client: S3Client, options: S3ObjectStoreOptions = {}) {
    this.#client = client;
    this.location = client.location;
    this.#partSize = options.partSize ?? 8 * 1024 * 1024;
    this.#spoolFolder = options.spoolFolder ?? tmpdir();
  }

  async put(source: ObjectSource, options: PutOptions = {}): Promise<PutObject> {
    const announced = options.sha256 === undefined ? null : requireSha256(options.sha256);
    const { signal } = options;
    const content = await prepareContent(source, this.#partSize, this.#spoolFolder, signal);
    try {
      const { sha256, size } = content;
      requireAnnounced(announced, sha256);
      return { sha256, size, created: !(await this.#has(content, signal)) && (await this.#upload(content, signal)) };
    } finally {
      await content.dispose();
    }
  }

  async get(sha256: string, options: GetOptions = {}): Promise<OpenObject> {
    const range = options.range === undefined ? null : requireRange(options.range);
    const download = await openDownload(this.#client, this.#key(sha256), sha256, range, options.signal);
    const content = range === null ? checkedContent(download.chunks, sha256, this.location) : download.chunks;
    const stream = Readable.from(content, { objectMode: false, signal: options.signal });
    stream.once("close", () => void download.cancel().catch(() => undefined));
    return { size: download.size, stream };
  }

  async head(sha256: string, options: Cancellable = {}): Promise<StoredObject | null> {
    const { status, headers } = await this.#client.send({
      method: "HEAD",
      key: this.#key(sha256),
      expected: [200, 404],
      signal: options.signal,
    });
    return status === 404 ? null : { sha256, size: Number(headers.get("content-length")) };
  }

  async exists(sha256: string, options: Cancellable = {}): Promise<boolean> {
    return (await this.head(sha256, options)) !== null;
  }

  list(options: ListOptions = {}): AsyncGenerator<ListedObject, void, undefined> {
    const after = options.after === undefined ? null : objectKey(options.after);
    return listObjects(this.#client, after, options.signal);
  }

  async verify(sha256: string, options: Cancellable = {}): Promise<StoredObject> {
    const { chunks } = await openDownload(this.#client, this.#key(sha256), sha256, null, options.signal);
    return { sha256, size: await countBytes(checkedContent(chunks, sha256, this.location), options.signal) };
  }

  /** Made without asking S3, so also for an object that is not there. */
  async downloadUrl(sha256: string, options: DownloadUrlOptions): Promise<string> {
    const { expiresInSeconds, fileName } = options;
    if (!Number.isSafeInteger(expiresInSeconds) || expiresInSeconds < 1 || expiresInSeconds > longestExpiry) {
      throw new StoreError(
        "TS_OBJECT_REQUEST_INVALID",
        `An address for downloads lasts 1 to ${longestExpiry} whole seconds, not ${expiresInSeconds}`,
      );
    }
    const query: Record<string, string> =
      fileName === undefined ? {} : { "response-content-disposition": attachment(fileName) };
    return await this.#client.presign(this.#key(sha256), expiresInSeconds, query);
  }

  async discardUnfinishedUploads(options: DiscardOptions): Promise<number> {
    const overdue: { key: string; uploadId: string }[] = [];
    for await (const upload of listUploads(this.#client, options.signal)) {
      if (upload.initiated < options.before) {
        overdue.push(upload);
      }
    }
    let discarded = 0;
    for (const { key, uploadId } of overdue) {
      options.signal?.throwIfAborted();
      discarded += (await abortUpload(this.#client, key, uploadId)) ? 1 : 0;
    }
    return discarded;
  }

  /** Whether the object is there; TS_OBJECT_CORRUPT when what is there has another length. */
  async #has({ sha256, size }: PreparedContent, signal: AbortSignal | undefined): Promise<boolean> {
    const found = await this.head(sha256, { signal });
    if (found !== null && found.size !== size) {
      const message = `${sha256} in ${this.location} has ${found.size} bytes instead of ${size}`;
      throw new StoreError("TS_OBJECT_CORRUPT", message, { object: sha256 });
    }
    return found !== null;
  }

  /** Returns true when this upload made the object, false when another was first. */
  async #upload(content: PreparedContent, signal: AbortSignal | undefined): Promise<boolean> {
    const upload = content.partDigests.length === 1 ? uploadWhole : uploadParts;
    for (let begun = 1; begun <= uploadsBegun; begun++) {
      const options = { conditional: this.#conditional, signal };
      const outcome: UploadOutcome = await upload(this.#client, this.#key(content.sha256), content, options);
      if (outcome === "created" || outcome === "there already") {
        return outcome === "created";
      }
      if (outcome === "no conditions") {
        this.#conditional = false;
      } else if (await this.#has(content, signal)) {
        return false;
      }
    }
    const message = `${this.location}: ${content.sha256} could not be stored in ${uploadsBegun} uploads`;
    throw new StoreError("TS_OBJECT_STORE_UNAVAILABLE", message, { object: content.sha256 });
  }

  #key(sha256: string): string {
    return this.#client.key(objectKey(sha256));
  }
}

/** RFC 6266 with the name encoded after RFC 8187; no space, which some servers decode in another way than they sign. */
function attachment(fileName: string): string {
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment;filename*=UTF-8''${encoded}`;
}
