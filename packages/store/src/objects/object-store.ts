import type { Readable } from "node:stream";

/** What can be stored: bytes, a file, or a stream of bytes (a `Readable` is one), which is read once and never held whole. */
export type ObjectSource = Uint8Array | { readonly file: string } | AsyncIterable<Uint8Array>;

/** An object that is there. */
export interface StoredObject {
  /** SHA-256 of the content, 64 lower-case hexadecimal digits: the object's only name. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** An object as listed, with the time (UTC) that the store notes for it. */
export interface ListedObject extends StoredObject {
  readonly storedAt: Date;
}

/** What `put` did. */
export interface PutObject extends StoredObject {
  /** False when the same content was there already; nothing was written then. */
  readonly created: boolean;
}

/** An object, or a range of it, being read. */
export interface OpenObject {
  /** Bytes of the whole object, also when only a range is read. */
  readonly size: number;
  /** The content. Destroy it when it is not read to its end. */
  readonly stream: Readable;
}

/** A range of bytes, as of `slice`: from `start`, up to but without `end`. An end beyond the object means its end. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Every request can be called off; it then rejects with the signal's reason. */
export interface Cancellable {
  readonly signal?: AbortSignal | undefined;
}

export interface PutOptions extends Cancellable {
  /** SHA-256 that the content has to have; other content is refused with TS_OBJECT_REQUEST_INVALID and not kept. */
  readonly sha256?: string;
}

export interface GetOptions extends Cancellable {
  readonly range?: ByteRange;
}

export interface ListOptions extends Cancellable {
  /** Only objects whose SHA-256 sorts after this one: the last that was seen. */
  readonly after?: string;
}

export interface DownloadUrlOptions {
  /** How long the address works: 1 to 604,800 (seven days). */
  readonly expiresInSeconds: number;
  /** Name under which a browser saves the file. */
  readonly fileName?: string;
}

export interface DiscardOptions extends Cancellable {
  /** Uploads begun before this time are given up; later ones may still be running. */
  readonly before: Date;
}

/**
 * Files by the SHA-256 of their content. What was stored is never altered and never deleted.
 *
 * Every method rejects with a `StoreError`: TS_OBJECT_REQUEST_INVALID for a bad argument, TS_OBJECT_NOT_FOUND,
 * TS_OBJECT_CORRUPT, TS_OBJECT_STORE_UNAVAILABLE, and from `put` TS_OBJECT_STORE_UNWRITABLE. An error of the caller's own
 * stream passes through as it is.
 */
export interface ObjectStore {
  /** The folder, or s3://bucket/prefix. Never holds a credential. */
  readonly location: string;

  /** Stores content unless it is there already. After a failure no object is there, whatever part had been written. */
  put(source: ObjectSource, options?: PutOptions): Promise<PutObject>;

  /**
   * Opens an object. A whole object is hashed while it is read, and the stream ends with TS_OBJECT_CORRUPT, after its last
   * byte, when it is not what it was stored as. A range cannot be checked this way: `verify` can.
   */
  get(sha256: string, options?: GetOptions): Promise<OpenObject>;

  /** Size of an object, or null where there is none. Reads no content. */
  head(sha256: string, options?: Cancellable): Promise<StoredObject | null>;

  /** Whether there is an object. Reads no content. */
  exists(sha256: string, options?: Cancellable): Promise<boolean>;

  /** All objects in the order of their SHA-256. Files that are no objects are passed over. */
  list(options?: ListOptions): AsyncIterable<ListedObject>;

  /** Reads the whole object and compares its hash; TS_OBJECT_CORRUPT when it was altered or cut off. */
  verify(sha256: string, options?: Cancellable): Promise<StoredObject>;

  /** An address that anybody can download from until it expires; null where the store has none to offer (a folder). */
  downloadUrl(sha256: string, options: DownloadUrlOptions): Promise<string | null>;

  /** Frees the space of uploads that ended halfway, such as in a crash, and returns how many there were. */
  discardUnfinishedUploads(options: DiscardOptions): Promise<number>;
}
