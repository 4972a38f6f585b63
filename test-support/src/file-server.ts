import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a server does with one request for a file. */
export interface Behaviour {
  /** Ends the connection after so many bytes of the body. */
  readonly cutAfter?: number;
  /** Sends so many bytes of the body, then nothing more. */
  readonly stallAfter?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ServedFile {
  content: Buffer;
  etag?: string;
  lastModified?: string;
  /** Whether it knows Range and If-Range. */
  ranges?: boolean;
  /** Whether it gives Range what it asks for, without looking at If-Range. */
  ignoresIfRange?: boolean;
  /** Whether it says how long the file is. */
  length?: boolean;
  /** False: what has no length does not come in chunks either, and only the end of the connection is the end of it. */
  chunked?: boolean;
  /** For one request after the other; after the last, files are served as they should be. */
  behaviours?: Behaviour[];
}

export interface ServedRequest {
  readonly path: string;
  readonly range: string | undefined;
  readonly ifRange: string | undefined;
}

/** A file server on this machine that can be told to fail. */
export class FileServer {
  readonly files = new Map<string, ServedFile>();
  readonly requests: ServedRequest[] = [];
  /** How long each answer takes, in milliseconds. */
  delay = 0;
  /** Most requests that were under way at once. */
  busiest = 0;
  #underWay = 0;
  readonly #server: Server = createServer((request, response) => {
    this.#underWay++;
    this.busiest = Math.max(this.busiest, this.#underWay);
    response.on("close", () => {
      this.#underWay--;
    });
    setTimeout(() => this.#answer(request, response), this.delay);
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  /** Ends in a slash. */
  get root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  serve(path: string, file: ServedFile): string {
    this.files.set(path, { etag: '"1"', ranges: true, length: true, ...file });
    return `${this.root}${path}`;
  }

  /** Forgets files, requests and how it was told to be slow. */
  reset(): void {
    this.files.clear();
    this.requests.length = 0;
    this.busiest = 0;
    this.delay = 0;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = (request.url ?? "").slice(1);
    const { range } = request.headers;
    const ifRange = request.headers["if-range"];
    this.requests.push({ path, range, ifRange: Array.isArray(ifRange) ? ifRange[0] : ifRange });
    const file = this.files.get(path);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const behaviour = file.behaviours?.shift() ?? {};
    if (behaviour.status !== undefined) response.writeHead(behaviour.status, behaviour.headers).end();
    else this.#send(file, this.requests.at(-1) as ServedRequest, behaviour, response);
  }

  #send(file: ServedFile, { range, ifRange }: ServedRequest, behaviour: Behaviour, response: ServerResponse): void {
    const { content, etag, lastModified, ranges, ignoresIfRange, length, chunked = true } = file;
    const isSame = ifRange === undefined || ifRange === etag || ifRange === lastModified || ignoresIfRange === true;
    const start = ranges === true && isSame ? Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1] ?? 0) : 0;
    if (start > 0 && start >= content.length) {
      response.writeHead(416, { "content-range": `bytes */${content.length}` }).end();
      return;
    }
    const body = content.subarray(start);
    if (!chunked) response.removeHeader("transfer-encoding");
    response.writeHead(start > 0 ? 206 : 200, {
      ...(length === true ? { "content-length": body.length } : {}),
      ...(etag === undefined ? {} : { etag }),
      ...(lastModified === undefined ? {} : { "last-modified": lastModified }),
      ...(start > 0 ? { "content-range": `bytes ${start}-${content.length - 1}/${content.length}` } : {}),
      ...behaviour.headers,
    });
    const { cutAfter, stallAfter } = behaviour;
    if (cutAfter !== undefined && !chunked) {
      response.end(body.subarray(0, cutAfter));
    } else if (cutAfter !== undefined && cutAfter < body.length) {
      response.write(body.subarray(0, cutAfter), () => response.destroy());
      if (cutAfter === 0) response.destroy();
    } else if (stallAfter !== undefined) {
      response.write(body.subarray(0, stallAfter));
    } else {
      response.end(body);
    }
  }
}
