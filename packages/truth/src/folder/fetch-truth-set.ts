import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { addressOf, type TruthFile, type TruthSet } from "../catalogue/truth-set.ts";
import { type Digests, digestFile } from "../download/digests.ts";
import { type Downloaded, download } from "../download/download.ts";
import { HttpClient } from "../download/http-client.ts";
import { TruthError } from "../error.ts";
import { type CheckedBy, checkedBy, mismatchOf, requireMatch } from "./expectation.ts";
import { addToRecord, type FetchRecord, type FileRecord, readRecord } from "./fetch-record.ts";
import { lockFolder } from "./folder-lock.ts";

export interface FetchOptions {
  readonly signal: AbortSignal;
  /** Address that stands in the place of the publisher's; ends in a slash. */
  readonly mirror?: string;
  /** Files that are fetched at once. */
  readonly connections: number;
  /** Told how many bytes of the set are there; `total` is null while a size is not known. */
  onProgress?(progress: FetchProgress): void;
  /** Told of what is done beside the result. */
  onNote?(note: string): void;
  /** In milliseconds: a connection on which nothing arrives for so long is given up. */
  readonly stallMilliseconds?: number;
  readonly tries?: number;
  /** How long to wait after the nth failure in a row, from 1, in milliseconds. */
  backoff?(failures: number): number;
}

export interface FetchProgress {
  readonly bytes: number;
  readonly total: number | null;
  readonly filesDone: number;
  readonly files: number;
}

/** A file of a truth set that is in its place. */
export interface FetchedFile {
  readonly file: TruthFile;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly outcome: "fetched" | "resumed" | "was there";
  readonly checkedBy: CheckedBy;
}

export interface FetchedSet {
  readonly set: TruthSet;
  readonly folder: string;
  readonly files: readonly FetchedFile[];
}

const STALL_MILLISECONDS = 60_000;
const TRIES = 6;
const LONGEST_BACKOFF = 60_000;

/**
 * Brings all files of a truth set into a folder. What is there already is hashed, not fetched again; what an earlier call
 * left unfinished is gone on with.
 *
 * @throws TruthError TS_TRUTH_CHECKSUM_MISMATCH, TS_TRUTH_NOT_FOUND, TS_TRUTH_UNAVAILABLE, TS_TRUTH_UNWRITABLE,
 * TS_TRUTH_FOLDER_LOCKED, TS_TRUTH_RECORD_INVALID, TS_TRUTH_FETCH_ABORTED
 */
export async function fetchTruthSet(set: TruthSet, folder: string, options: FetchOptions): Promise<FetchedSet> {
  const unlock = lockFolder(folder);
  const { connections, stallMilliseconds = STALL_MILLISECONDS } = options;
  const client = new HttpClient({ connections, stallMilliseconds });
  try {
    const files = await new Fetch(set, folder, client, options).all();
    return { set, folder, files };
  } finally {
    client.close();
    unlock();
  }
}

/** One call. */
class Fetch {
  readonly #set: TruthSet;
  readonly #folder: string;
  readonly #client: HttpClient;
  readonly #options: FetchOptions;
  /** Aborted when the user stops the call, or when one file fails. */
  readonly #stop = new AbortController();
  readonly #bytes = new Map<TruthFile, number>();
  readonly #totals = new Map<TruthFile, number | null>();
  #filesDone = 0;
  #record: FetchRecord;

  constructor(set: TruthSet, folder: string, client: HttpClient, options: FetchOptions) {
    this.#set = set;
    this.#folder = folder;
    this.#client = client;
    this.#options = options;
    const { name, version } = set;
    const empty = { schema: "touchstone.truth-fetch/1", name, version, files: [] } as const;
    const record = readRecord(folder);
    this.#record = record ?? { ...empty, files: [] };
    if (this.#record.name !== name) {
      const message = `${folder} holds ${this.#record.name}, not ${name}`;
      throw new TruthError("TS_TRUTH_RECORD_INVALID", message, { file: folder, field: "name" });
    }
    for (const file of set.files) this.#totals.set(file, file.size);
  }

  async all(): Promise<readonly FetchedFile[]> {
    const waiting = [...this.#set.files.entries()];
    const fetched: FetchedFile[] = [];
    const signal = AbortSignal.any([this.#options.signal, this.#stop.signal]);
    const work = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, file] = next;
        fetched[index] = await this.#one(file, signal);
        this.#filesDone++;
        this.#tell(file, fetched[index].bytes, fetched[index].bytes);
      }
    };
    const workers = Array.from({ length: this.#options.connections }, () =>
      work().catch((error: unknown) => {
        // The others keep what they have; their errors are those of being stopped.
        waiting.length = 0;
        this.#stop.abort();
        throw error;
      }),
    );
    const results = await Promise.allSettled(workers);
    const failures = results.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []));
    const isAbort = (error: unknown) => error instanceof TruthError && error.code === "TS_TRUTH_FETCH_ABORTED";
    if (failures.length > 0) throw failures.find((error) => !isAbort(error)) ?? failures[0];
    return fetched;
  }

  async #one(file: TruthFile, signal: AbortSignal): Promise<FetchedFile> {
    const path = join(this.#folder, file.path);
    const there = await this.#whatIsThere(file, path);
    if (there !== null) return there;
    const { tries = TRIES, backoff = (failures) => Math.min(1000 * 2 ** (failures - 1), LONGEST_BACKOFF) } =
      this.#options;
    const address = addressOf(this.#options.mirror ?? this.#set.root, this.#set.folder, file.path);
    const before = this.#recorded(file);
    const result = await download(address, path, {
      ...{ client: this.#client, signal, size: file.size, tries, backoff },
      hasChecksum: checkedBy(file, before) !== "nothing",
      check: (digests) => requireMatch(file, before, digests, path),
      onProgress: (bytes, total) => this.#tell(file, bytes, total),
    });
    this.#keep(file, address, result, before);
    const { bytes, sha256, resumedFrom } = result;
    const outcome = resumedFrom > 0 ? "resumed" : "fetched";
    return { file, path, bytes, sha256, outcome, checkedBy: checkedBy(file, before) };
  }

  /** The file, where it is there and right; null where it has to be fetched. */
  async #whatIsThere(file: TruthFile, path: string): Promise<FetchedFile | null> {
    if (!existsSync(path)) return null;
    const recorded = this.#recorded(file);
    if (checkedBy(file, recorded) === "nothing") {
      this.#options.onNote?.(`${path}: nothing says that it is the right file; it is fetched again`);
      return null;
    }
    const digests = await digestFile(path);
    if (mismatchOf(file, recorded, digests) !== null) {
      this.#options.onNote?.(`${path}: is not what it should be; it is fetched again and then replaced`);
      return null;
    }
    const { size } = statSync(path);
    if (recorded === undefined) this.#keep(file, file.address, { ...digests, bytes: size }, recorded);
    return {
      file,
      path,
      bytes: size,
      sha256: digests.sha256,
      outcome: "was there",
      checkedBy: checkedBy(file, recorded),
    };
  }

  #recorded(file: TruthFile): FileRecord | undefined {
    return this.#record.files.find(({ path }) => path === file.path);
  }

  /** The time of the first fetch stays: it is when the checksum was seen first. */
  #keep(file: TruthFile, address: string, result: Digests & Pick<Downloaded, "bytes">, before: FileRecord | undefined) {
    const { bytes, md5, sha256 } = result;
    const fetchedAt = before?.fetchedAt ?? new Date().toISOString();
    this.#record = addToRecord(this.#folder, this.#record, { path: file.path, address, bytes, md5, sha256, fetchedAt });
  }

  #tell(file: TruthFile, bytes: number, total: number | null): void {
    this.#bytes.set(file, bytes);
    this.#totals.set(file, total ?? file.size);
    const totals = [...this.#totals.values()];
    const known = totals.every((size) => size !== null);
    this.#options.onProgress?.({
      bytes: [...this.#bytes.values()].reduce((sum, size) => sum + size, 0),
      total: known ? totals.reduce<number>((sum, size) => sum + (size ?? 0), 0) : null,
      filesDone: this.#filesDone,
      files: this.#set.files.length,
    });
  }
}
