import { StoreError } from "../error.ts";
import { S3Client } from "./s3-client.ts";
import { listKeys } from "./s3-lists.ts";
import { type Environment, parseS3Location, s3Credentials, s3Endpoint } from "./s3-location.ts";

const namePattern = /^[A-Za-z0-9!_.*'()-]+(?:\/[A-Za-z0-9!_.*'()-]+)*$/;

/**
 * Short texts under names of the caller's, below `s3://bucket/prefix`: each is written once and never replaced. For what has
 * to be found without knowing its hash, such as anchors of the audit trail.
 */
export class S3NamedObjects {
  readonly #client: S3Client;

  constructor(client: S3Client) {
    this.#client = client;
  }

  /**
   * Stores a text. Throws TS_OBJECT_REQUEST_INVALID when another text has that name already, or for a name of other
   * characters than letters, digits and !_.*'()- between single slashes. The same text again is no error.
   */
  async create(name: string, text: string): Promise<void> {
    const { status } = await this.#client.send({
      method: "PUT",
      key: this.#key(name),
      headers: { "if-none-match": "*", "content-type": "text/plain; charset=utf-8" },
      body: new TextEncoder().encode(text),
      expected: [200, 412],
    });
    // After a lost answer the name may be taken by the first attempt's own text.
    if (status === 412 && (await this.read(name)) !== text) {
      throw new StoreError(
        "TS_OBJECT_REQUEST_INVALID",
        `${this.#client.location}: ${name} is there with another content`,
      );
    }
  }

  /** Names that start with a prefix, in the order of their UTF-8 bytes. */
  async *list(prefix: string): AsyncGenerator<string, void, undefined> {
    const root = this.#client.key("");
    for await (const { key } of listKeys(this.#client, this.#client.key(prefix), null, undefined)) {
      yield key.slice(root.length);
    }
  }

  /** A text. Throws TS_OBJECT_NOT_FOUND. */
  async read(name: string): Promise<string> {
    const { status, text } = await this.#client.send({ method: "GET", key: this.#key(name), expected: [200, 404] });
    if (status === 404) {
      throw new StoreError("TS_OBJECT_NOT_FOUND", `${name} is not stored in ${this.#client.location}`);
    }
    return text;
  }

  #key(name: string): string {
    if (!namePattern.test(name) || name.split("/").some((segment) => segment === "." || segment === "..")) {
      throw new StoreError("TS_OBJECT_REQUEST_INVALID", `${name}: no name for an object`);
    }
    return this.#client.key(name);
  }
}

/** Named objects below `s3://bucket/prefix`, with settings and credentials from the environment as in `openObjectStore`. */
export function openNamedObjects(location: string, environment: Environment = process.env): S3NamedObjects {
  const endpoint = s3Endpoint(parseS3Location(location), environment);
  return new S3NamedObjects(new S3Client(endpoint, s3Credentials(environment)));
}
