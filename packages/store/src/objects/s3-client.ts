import { createHash } from "node:crypto";
import { AwsV4Signer } from "aws4fetch";
import { StoreError } from "../error.ts";
import { PassingFailure, type RetryPolicy, usualRetries, withRetries } from "./retry.ts";
import { bodyChunks, bodyText } from "./s3-body.ts";
import { s3ErrorCode, s3Failure } from "./s3-failure.ts";
import { type S3Credentials, type S3Endpoint, s3Url } from "./s3-location.ts";

/** One request to S3. */
export interface S3Request {
  readonly method: "GET" | "HEAD" | "PUT" | "POST" | "DELETE";
  /** Key below the bucket; empty for the bucket. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the body, where it is known already. */
  readonly bodySha256?: string;
  /** Statuses that are an answer; any other is a failure. */
  readonly expected: readonly number[];
  readonly signal?: AbortSignal | undefined;
}

/** An answer with its body read. */
export interface S3Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** How long to wait for what does not come, in milliseconds. */
export interface S3Patience {
  /** Until an answer begins, on top of the time that sending the body takes at 50 kB/s. */
  readonly answer: number;
  /** Until the next bytes of an answer. */
  readonly stall: number;
}

export const usualPatience: S3Patience = { answer: 60_000, stall: 60_000 };

/**
 * Signs and sends requests to one bucket, repeating what may pass. Bodies are signed by their SHA-256, so S3 itself
 * refuses bytes that were altered on the way.
 */
export class S3Client {
  readonly location: string;
  readonly retries: RetryPolicy;
  readonly patience: S3Patience;
  readonly #endpoint: S3Endpoint;
  readonly #credentials: S3Credentials;
  /** Keys derived for a day, so that a signature costs one HMAC. */
  readonly #signingKeys = new Map<string, ArrayBuffer>();

  constructor(
    endpoint: S3Endpoint,
    credentials: S3Credentials,
    retries: RetryPolicy = usualRetries,
    patience: S3Patience = usualPatience,
  ) {
    this.#endpoint = endpoint;
    this.#credentials = credentials;
    this.retries = retries;
    this.patience = patience;
    this.location = `s3://${endpoint.bucket}${`/${endpoint.prefix}`.replace(/\/$/, "")}`;
  }

  /** Key of a path below the store's prefix. */
  key(path: string): string {
    return this.#endpoint.prefix + path;
  }

  /** Sends a request, repeating it with its answer's reading. */
  async send(request: S3Request): Promise<S3Answer> {
    return await withRetries(
      async () => {
        const response = await this.attempt(request);
        const text = await bodyText(response, this.patience.stall, this.location);
        // CompleteMultipartUpload: "a 200 OK response can contain either a success or an error".
        if (response.ok && s3ErrorCode(text) !== "") {
          throw s3Failure(response, text, request.method, this.location);
        }
        return { status: response.status, headers: response.headers, text };
      },
      this.retries,
      request.signal,
    );
  }

  /** Sends a request once; the answer's body is not yet read. Throws a `PassingFailure` for what may pass. */
  async attempt(request: S3Request): Promise<Response> {
    request.signal?.throwIfAborted();
    const url = s3Url(this.#endpoint, request.key);
    url.search = new URLSearchParams(request.query).toString();
    const bodySha256 =
      request.bodySha256 ??
      createHash("sha256")
        .update(request.body ?? "")
        .digest("hex");
    const signed = await this.#signer(url, {
      method: request.method,
      headers: { ...request.headers, "x-amz-content-sha256": bodySha256 },
    }).sign();
    const response = await this.#fetch(signed.url, signed.headers, request);
    if (request.expected.includes(response.status)) {
      return response;
    }
    const body = await bodyText(response, this.patience.stall, this.location);
    throw s3Failure(response, body, request.method, this.location);
  }

  /** The bytes of an answer to `attempt`; ends with a `PassingFailure` when the connection breaks or stalls. */
  body(response: Response): AsyncGenerator<Uint8Array, void, undefined> {
    return bodyChunks(response, this.patience.stall, this.location);
  }

  /** Address of a key with a signature in its query, good for GET until it expires. */
  async presign(key: string, expiresInSeconds: number, query: Readonly<Record<string, string>>): Promise<string> {
    const url = s3Url(this.#endpoint, key);
    url.search = new URLSearchParams({ ...query, "X-Amz-Expires": String(expiresInSeconds) }).toString();
    return (await this.#signer(url, { method: "GET", signQuery: true }).sign()).url.toString();
  }

  #signer(
    url: URL,
    options: { method: string; headers?: Readonly<Record<string, string>>; signQuery?: boolean },
  ): AwsV4Signer {
    return new AwsV4Signer({
      ...this.#credentials,
      ...options,
      url: url.toString(),
      service: "s3",
      region: this.#endpoint.region,
      cache: this.#signingKeys,
    });
  }

  async #fetch(url: URL, headers: Headers, request: S3Request): Promise<Response> {
    const overdue = new AbortController();
    const patience = this.patience.answer + (request.body?.length ?? 0) / 50;
    const timer = setTimeout(() => overdue.abort(), patience);
    const signal = request.signal === undefined ? overdue.signal : AbortSignal.any([request.signal, overdue.signal]);
    try {
      // A redirect means another region: following it would repeat a signature that does not hold there.
      const body = request.body ?? null;
      return await fetch(url, { method: request.method, headers, body, signal, redirect: "manual" });
    } catch (cause) {
      request.signal?.throwIfAborted();
      const problem = overdue.signal.aborted ? "no answer in time" : "no connection";
      const message = `${this.location}: ${problem} for ${request.method} at ${url.host}`;
      throw new PassingFailure(new StoreError("TS_OBJECT_STORE_UNAVAILABLE", message, {}, cause));
    } finally {
      clearTimeout(timer);
    }
  }
}
