import { type AgentOptions, Agent as HttpAgent, type IncomingMessage, request as requestHttp } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import { TruthError } from "../error.ts";
import { Arrivals } from "./arrivals.ts";

const MOST_REDIRECTS = 5;

export interface HttpClientOptions {
  /** Requests under way at once to one server. */
  readonly connections: number;
  /** A connection on which nothing arrives for so long is given up. */
  readonly stallMilliseconds: number;
}

/** An answer whose body is arriving. */
export interface HttpAnswer {
  readonly message: IncomingMessage;
  readonly body: AsyncIterable<Buffer>;
  readonly status: number;
  /** Where it came from after redirects. */
  readonly address: string;
}

/** A connection that failed, or an answer that may be another one later. */
export class PassingFailure extends Error {
  /** What the server asked to wait, in milliseconds; null where it did not say. */
  readonly waitMilliseconds: number | null;

  constructor(message: string, waitMilliseconds: number | null = null, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "PassingFailure";
    this.waitMilliseconds = waitMilliseconds;
  }
}

/**
 * Requests files by `node:http` and `node:https` instead of `fetch`, which would unpack a .gz file that a server sends with
 * `Content-Encoding: gzip`: what is kept has to be the bytes that a checksum was made of.
 */
export class HttpClient {
  readonly #options: HttpClientOptions;
  readonly #http: HttpAgent;
  readonly #https: HttpsAgent;

  constructor(options: HttpClientOptions) {
    this.#options = options;
    const settings: AgentOptions = { keepAlive: true, maxSockets: options.connections, proxyEnv: process.env };
    this.#http = new HttpAgent(settings);
    this.#https = new HttpsAgent(settings);
  }

  /**
   * Requests an address and follows redirects, from https only to https.
   *
   * @throws PassingFailure for a connection that failed or stalled, TruthError TS_TRUTH_UNAVAILABLE for redirects that
   * lead nowhere; what `signal` was aborted with
   */
  async get(address: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<HttpAnswer> {
    let at = address;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const { message, body } = await this.#request(at, headers, signal);
      const status = message.statusCode ?? 0;
      const { location } = message.headers;
      if (![301, 302, 303, 307, 308].includes(status) || location === undefined)
        return { message, body, status, address: at };
      message.destroy();
      at = redirectTarget(at, location);
    }
    throw unavailable(address, `${address} redirects more than ${MOST_REDIRECTS} times`);
  }

  /** Closes connections that are kept open. */
  close(): void {
    this.#http.destroy();
    this.#https.destroy();
  }

  #request(
    address: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Pick<HttpAnswer, "message" | "body">> {
    const url = new URL(address);
    const encrypted = url.protocol === "https:";
    const agent = encrypted ? this.#https : this.#http;
    const timeout = this.#options.stallMilliseconds;
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      // Only what the server keeps is wanted; nothing packed for the way.
      const all = { "accept-encoding": "identity", "user-agent": "touchstone", ...headers };
      const request = (encrypted ? requestHttps : requestHttp)(url, { agent, headers: all, timeout, signal });
      let answer: IncomingMessage | null = null;
      request.on("timeout", () => {
        (answer ?? request).destroy(new PassingFailure(`nothing arrived for ${timeout / 1000} s`));
      });
      request.on("response", (message) => {
        answer = message;
        resolve({ message, body: new Arrivals(message) });
      });
      request.on("error", (error) => reject(signal.aborted ? error : failed(error)));
      request.end();
    });
  }
}

/**
 * Where an answer from `address` redirects to.
 *
 * @throws TruthError TS_TRUTH_UNAVAILABLE when that is no address, or one that is not encrypted where `address` was
 */
export function redirectTarget(address: string, location: string): string {
  if (!URL.canParse(location, address)) {
    throw unavailable(address, `${address} redirects to an address that is none: ${location}`);
  }
  const next = new URL(location, address);
  const allowed = address.startsWith("https:") ? ["https:"] : ["https:", "http:"];
  if (allowed.includes(next.protocol)) return next.href;
  throw unavailable(address, `${address} redirects to ${next.href}, which is not encrypted`);
}

/** A failed connection as something that may go better the next time; whatever else it is, is thrown. */
export function passing(error: unknown): PassingFailure {
  if (error instanceof PassingFailure) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (typeof code !== "string") throw error;
  return new PassingFailure(message.includes(code) ? message : `${message} (${code})`, null, error);
}

function failed(error: unknown): unknown {
  try {
    return passing(error);
  } catch {
    return error;
  }
}

export function unavailable(address: string, message: string, cause?: unknown): TruthError {
  return new TruthError("TS_TRUTH_UNAVAILABLE", message, { address }, cause);
}
