import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { type Metadata, StubBucket } from "./bucket.ts";
import { objectListXml, uploadListXml } from "./lists.ts";
import { S3Refusal } from "./refusal.ts";
import { type StubCredentials, verifySignature } from "./signature.ts";

/** What can go wrong with a request; "lost answer" does what was asked and then breaks the connection. */
export type S3Fault =
  | {
      readonly kind: "refuse";
      readonly status: number;
      readonly code: string;
      readonly headers?: Record<string, string>;
    }
  | { readonly kind: "reset" | "lost answer" | "stall" | "error within 200" }
  | { readonly kind: "reset within body" | "stall within body"; readonly after: number };

export interface S3StubOptions {
  readonly bucket?: string;
  /** Bytes that all parts but the last need; 5 MiB as in S3 unless a test cannot wait for that. */
  readonly leastPart?: number;
  /** Most entries of a list; 1,000 as in S3. */
  readonly pageSize?: number;
}

/** A request as a test chooses and counts them. */
export interface S3StubRequest {
  readonly method: string;
  /** Key below the bucket; empty for the bucket. */
  readonly key: string;
  readonly query: URLSearchParams;
}

interface PlannedFault {
  readonly when: (request: S3StubRequest) => boolean;
  readonly fault: S3Fault;
  left: number;
}

/** A server on the loopback interface that answers as S3 does: one bucket, signatures checked, faults on demand. */
export class S3Stub {
  readonly bucket: StubBucket;
  readonly bucketName: string;
  readonly credentials = {
    accessKeyId: "AKIDSTUB",
    secretAccessKey: "stub/secret+key",
    sessionToken: "stub-session-token==",
    region: "eu-stub-1",
  } as const satisfies StubCredentials;
  /** Everything that was asked so far, refused or not. */
  readonly requests: S3StubRequest[] = [];
  /** Whether conditional writes are answered with "501 NotImplemented", as by some services that are not AWS. */
  refuseConditions = false;
  readonly #pageSize: number;
  readonly #faults: PlannedFault[] = [];
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  constructor(options: S3StubOptions = {}) {
    this.bucketName = options.bucket ?? "stub-bucket";
    this.bucket = new StubBucket(options.leastPart ?? 5 * 1024 * 1024);
    this.#pageSize = options.pageSize ?? 1000;
  }

  async start(): Promise<void> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** The variables that lead a client here. */
  get environment(): Record<string, string> {
    return {
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${this.port}`,
      AWS_REGION: this.credentials.region,
      AWS_ACCESS_KEY_ID: this.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: this.credentials.secretAccessKey,
      AWS_SESSION_TOKEN: this.credentials.sessionToken,
    };
  }

  /** Lets the next `times` requests of a kind fail. */
  fail(fault: S3Fault, when: (request: S3StubRequest) => boolean, times = 1): void {
    this.#faults.push({ when, fault, left: times });
  }

  /** Forgets faults that have not happened. */
  heal(): void {
    this.#faults.length = 0;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
      const asked = { method: request.method ?? "", key: this.#keyOf(url), query: url.searchParams };
      this.requests.push(asked);
      const fault = this.#faultOf(asked);
      if (fault?.kind === "reset") {
        request.socket.destroy();
        return;
      }
      const promised = verifySignature(request, url, this.credentials);
      const body = await buffer(request);
      if (promised !== null && createHash("sha256").update(body).digest("hex") !== promised) {
        throw new S3Refusal(400, "XAmzContentSHA256Mismatch");
      }
      await this.#respond(asked, request, body, response, fault);
    } catch (error) {
      this.#refuse(request, response, error instanceof S3Refusal ? error : new S3Refusal(500, "InternalError"), {});
    }
  }

  async #respond(
    asked: S3StubRequest,
    request: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
    fault: S3Fault | null,
  ): Promise<void> {
    switch (fault?.kind) {
      case "stall":
        return;
      case "refuse":
        this.#refuse(request, response, new S3Refusal(fault.status, fault.code), fault.headers ?? {});
        return;
      case "error within 200":
        response.end(`<?xml version="1.0"?><Error><Code>InternalError</Code></Error>`);
        return;
      case "lost answer":
        this.#answer(asked, request, body);
        request.socket.destroy();
        return;
    }
    const answer = this.#answer(asked, request, body);
    response.writeHead(answer.status ?? 200, { "content-length": answer.body?.length ?? 0, ...answer.headers });
    if (fault?.kind !== "reset within body" && fault?.kind !== "stall within body") {
      response.end(asked.method === "HEAD" ? undefined : answer.body);
      return;
    }
    await new Promise((written) => response.write(answer.body?.subarray(0, fault.after), written));
    if (fault.kind === "reset within body") {
      request.socket.resetAndDestroy();
    }
  }

  #answer(asked: S3StubRequest, request: IncomingMessage, body: Buffer): Answer {
    const { method, key, query } = asked;
    const onlyNew = request.headers["if-none-match"] === "*";
    if (onlyNew && this.refuseConditions) {
      throw new S3Refusal(501, "NotImplemented");
    }
    const uploadId = query.get("uploadId");
    switch (
      `${method} ${uploadId !== null ? "upload" : query.has("uploads") ? "uploads" : key === "" ? "bucket" : "object"}`
    ) {
      case "PUT object":
        return { headers: { etag: this.bucket.put(key, body, onlyNew, metadataOf(request)).etag } };
      case "GET object":
      case "HEAD object":
        return this.#read(key, request);
      case "GET bucket":
        return xml(objectListXml(this.bucket, query, this.#pageSize));
      case "GET uploads":
        return xml(uploadListXml(this.bucket, query, this.#pageSize));
      case "POST uploads":
        return xml(
          `<InitiateMultipartUploadResult><UploadId>${this.bucket.begin(key, metadataOf(request))}</UploadId></InitiateMultipartUploadResult>`,
        );
      case "PUT upload":
        return { headers: { etag: this.bucket.part(key, uploadId!, Number(query.get("partNumber")), body).etag } };
      case "POST upload": {
        const { etag } = this.bucket.complete(key, uploadId!, body.toString(), onlyNew);
        return xml(`<CompleteMultipartUploadResult><ETag>${etag}</ETag></CompleteMultipartUploadResult>`);
      }
      case "DELETE upload":
        this.bucket.abort(key, uploadId!);
        return { status: 204 };
      default:
        throw new S3Refusal(405, "MethodNotAllowed");
    }
  }

  /** GetObject and HeadObject with Range (RFC 9110, one range of bytes) and If-Match. */
  #read(key: string, request: IncomingMessage): Answer {
    const object = this.bucket.objects.get(key);
    if (object === undefined) {
      throw new S3Refusal(404, "NoSuchKey");
    }
    const { content, etag, metadata } = object;
    if (request.headers["if-match"] !== undefined && request.headers["if-match"] !== etag) {
      throw new S3Refusal(412, "PreconditionFailed");
    }
    const headers = { etag, "accept-ranges": "bytes", ...metadata };
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
    if (range === null) {
      return { headers: { ...headers, "content-length": content.length }, body: content };
    }
    const [start, last] = [Number(range[1]), Math.min(Number(range[2]), content.length - 1)];
    if (start >= content.length) {
      throw new S3Refusal(416, "InvalidRange");
    }
    const part = content.subarray(start, last + 1);
    return {
      status: 206,
      headers: { ...headers, "content-range": `bytes ${start}-${last}/${content.length}` },
      body: part,
    };
  }

  #refuse(
    request: IncomingMessage,
    response: ServerResponse,
    refusal: S3Refusal,
    headers: Record<string, string>,
  ): void {
    if (response.headersSent || request.socket.destroyed) {
      return;
    }
    response.writeHead(refusal.status, { "content-type": "application/xml", ...headers });
    // S3's own text repeats what was signed; whoever logs it leaks it.
    const text = `<Message>${request.headers.authorization ?? ""}</Message>`;
    response.end(request.method === "HEAD" ? undefined : `<Error><Code>${refusal.code}</Code>${text}</Error>`);
  }

  /** The key in a path-style or a virtual-hosted-style request. */
  #keyOf(url: URL): string {
    if (url.hostname.startsWith(`${this.bucketName}.`)) {
      return decodeURIComponent(url.pathname.slice(1));
    }
    const [, bucket, ...key] = decodeURIComponent(url.pathname).split("/");
    if (bucket !== this.bucketName) {
      throw new S3Refusal(404, "NoSuchBucket");
    }
    return key.join("/");
  }

  #faultOf(asked: S3StubRequest): S3Fault | null {
    const planned = this.#faults.find(({ left, when }) => left > 0 && when(asked));
    if (planned === undefined) {
      return null;
    }
    planned.left--;
    return planned.fault;
  }
}

interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string | number>;
  readonly body?: Buffer;
}

/** User-defined metadata: names come in lower case. */
function metadataOf(request: IncomingMessage): Metadata {
  const entries = Object.entries(request.headers).filter(([name]) => name.startsWith("x-amz-meta-"));
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

function xml(text: string): Answer {
  return {
    headers: { "content-type": "application/xml" },
    body: Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`),
  };
}

/** Starts a stub; the caller closes it. */
export async function startS3Stub(options: S3StubOptions = {}): Promise<S3Stub> {
  const stub = new S3Stub(options);
  await stub.start();
  return stub;
}
