import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StoreError } from "../error.ts";
import { folderError } from "../objects/folder-error.ts";
import { type PreparedContent, prepareContent } from "../objects/prepared-content.ts";
import type { S3Client } from "../objects/s3-client.ts";
import { listKeys } from "../objects/s3-lists.ts";
import { uploadParts, uploadWhole } from "../objects/s3-upload.ts";
import type { ExportTarget } from "./export-target.ts";
import type { WrittenFile } from "./parquet-file.ts";

/** Longer files are sent in parts of it. */
const PART_SIZE = 8 * 1024 * 1024;

/** How often an upload is begun anew when it is unclear what became of it. */
const UPLOADS_BEGUN = 5;

/** Kept with the object, so that it is true of the content at any time. */
const SHA256_HEADER = "x-amz-meta-sha256";

/** Exported files below a prefix of a bucket. Needs the rights to list, get and put; none to delete. */
export class S3Target implements ExportTarget {
  readonly location: string;
  readonly #client: S3Client;
  readonly #staging: string;
  readonly #signal: AbortSignal | undefined;

  private constructor(client: S3Client, staging: string, signal: AbortSignal | undefined) {
    this.location = client.location;
    this.#client = client;
    this.#staging = staging;
    this.#signal = signal;
  }

  static async open(client: S3Client, signal?: AbortSignal): Promise<S3Target> {
    try {
      return new S3Target(client, await mkdtemp(join(tmpdir(), "touchstone-export-")), signal);
    } catch (error) {
      throw folderError(error, tmpdir(), true);
    }
  }

  stagingFile(): string {
    return join(this.#staging, randomUUID());
  }

  async *list(folder: string): AsyncGenerator<string, void, undefined> {
    const root = this.#client.key("");
    for await (const { key } of listKeys(this.#client, this.#client.key(`${folder}/`), null, this.#signal)) {
      yield key.slice(root.length);
    }
  }

  async holds(path: string, { sha256, size }: Pick<WrittenFile, "sha256" | "size">): Promise<boolean> {
    const { status, headers } = await this.#client.send({
      method: "HEAD",
      key: this.#client.key(path),
      expected: [200, 404],
      signal: this.#signal,
    });
    return status === 200 && headers.get(SHA256_HEADER) === sha256 && Number(headers.get("content-length")) === size;
  }

  async replace(path: string, staged: WrittenFile): Promise<void> {
    const content = await prepareContent({ file: staged.file }, PART_SIZE, this.#staging, this.#signal);
    try {
      if (content.sha256 !== staged.sha256) {
        throw new StoreError("TS_OBJECT_CORRUPT", `${staged.file} was altered while it was exported`);
      }
      await this.#upload(path, content);
    } finally {
      await content.dispose();
    }
    await this.discard(staged);
  }

  async discard(staged: WrittenFile): Promise<void> {
    await rm(staged.file, { force: true });
  }

  async close(): Promise<void> {
    await rm(this.#staging, { recursive: true, force: true });
  }

  async #upload(path: string, content: PreparedContent): Promise<void> {
    const upload = content.partDigests.length === 1 ? uploadWhole : uploadParts;
    const headers = { [SHA256_HEADER]: content.sha256, "content-type": "application/vnd.apache.parquet" };
    for (let begun = 1; begun <= UPLOADS_BEGUN; begun++) {
      const options = { conditional: false, headers, signal: this.#signal };
      const outcome = await upload(this.#client, this.#client.key(path), content, options);
      if (outcome === "created" || (await this.holds(path, content))) return;
    }
    const message = `${this.location}: ${path} could not be stored in ${UPLOADS_BEGUN} uploads`;
    throw new StoreError("TS_OBJECT_STORE_UNAVAILABLE", message);
  }
}
