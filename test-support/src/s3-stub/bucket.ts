import { createHash, randomUUID } from "node:crypto";
import { S3Refusal } from "./refusal.ts";

/** A stored object. */
export interface StubObject {
  readonly content: Buffer;
  readonly etag: string;
  readonly storedAt: Date;
  /** Headers that came with it and go out with it: x-amz-meta-*. */
  readonly metadata: Metadata;
}

export type Metadata = Readonly<Record<string, string>>;

/** An upload in parts under way. */
export interface StubUpload {
  readonly key: string;
  readonly initiated: Date;
  readonly metadata: Metadata;
  readonly parts: Map<number, StubObject>;
}

/** Objects and uploads of one bucket in memory, with the rules of S3. */
export class StubBucket {
  readonly objects = new Map<string, StubObject>();
  readonly uploads = new Map<string, StubUpload>();
  readonly #leastPart: number;

  constructor(leastPart: number) {
    this.#leastPart = leastPart;
  }

  /** PutObject: with If-None-Match: * "412 Precondition Failed" when the key is there. */
  put(key: string, content: Buffer, onlyNew: boolean, metadata: Metadata = {}): StubObject {
    if (onlyNew && this.objects.has(key)) {
      throw new S3Refusal(412, "PreconditionFailed");
    }
    const object = { content, etag: `"${md5(content)}"`, storedAt: new Date(), metadata };
    this.objects.set(key, object);
    return object;
  }

  begin(key: string, metadata: Metadata = {}): string {
    const uploadId = randomUUID();
    this.uploads.set(uploadId, { key, initiated: new Date(), metadata, parts: new Map() });
    return uploadId;
  }

  /** UploadPart: "part numbers can be any number from 1 to 10,000"; the same number again replaces the part. */
  part(key: string, uploadId: string, number: number, content: Buffer): StubObject {
    if (!(number >= 1 && number <= 10_000)) {
      throw new S3Refusal(400, "InvalidArgument");
    }
    const part = { content, etag: `"${md5(content)}"`, storedAt: new Date(), metadata: {} };
    this.#upload(key, uploadId).parts.set(number, part);
    return part;
  }

  /** CompleteMultipartUpload: parts in ascending order, each with its ETag, all but the last of 5 MiB at least. */
  complete(key: string, uploadId: string, xml: string, onlyNew: boolean): StubObject {
    const upload = this.#upload(key, uploadId);
    const listed = [...xml.matchAll(/<Part><PartNumber>(\d+)<\/PartNumber><ETag>([^<]*)<\/ETag><\/Part>/g)];
    if (listed.length === 0) {
      throw new S3Refusal(400, "MalformedXML");
    }
    const parts = listed.map(([, number, etag], index) => {
      const part = upload.parts.get(Number(number));
      if (part === undefined || part.etag !== etag.replaceAll("&quot;", '"')) {
        throw new S3Refusal(400, "InvalidPart");
      }
      if (index > 0 && Number(number) <= Number(listed[index - 1][1])) {
        throw new S3Refusal(400, "InvalidPartOrder");
      }
      if (index < listed.length - 1 && part.content.length < this.#leastPart) {
        throw new S3Refusal(400, "EntityTooSmall");
      }
      return part;
    });
    const object = this.put(key, Buffer.concat(parts.map(({ content }) => content)), onlyNew, upload.metadata);
    this.uploads.delete(uploadId);
    const tags = Buffer.from(parts.map(({ etag }) => etag.slice(1, -1)).join(""), "hex");
    const whole = { ...object, etag: `"${md5(tags)}-${parts.length}"` };
    this.objects.set(key, whole);
    return whole;
  }

  abort(key: string, uploadId: string): void {
    this.#upload(key, uploadId);
    this.uploads.delete(uploadId);
  }

  #upload(key: string, uploadId: string): StubUpload {
    const upload = this.uploads.get(uploadId);
    if (upload?.key !== key) {
      throw new S3Refusal(404, "NoSuchUpload");
    }
    return upload;
  }
}

function md5(content: Buffer): string {
  return createHash("md5").update(content).digest("hex");
}
