import { type FileHandle, open } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { IngestError } from "../error.ts";
import { TraceReader, type TraceTasks } from "./trace-reader.ts";

/** What has been written to a trace file since the last time. */
export interface TraceUpdate extends TraceTasks {
  /** Whether the file begins anew: it was replaced or emptied, as by another run. */
  readonly restarted: boolean;
}

/** How a trace file is followed. */
export interface TailOptions {
  /** Milliseconds between looks at the file; 1,000 unless given. */
  readonly interval?: number;
  /** A file that was last written before is that of an earlier run: it is waited for until another one takes its place. */
  readonly notBefore?: Date;
}

const CHUNK = 1024 * 1024;
const LONGEST_LINE = 16 * CHUNK;
/** Bytes before the place that was read to, by which a file is known to be the same. */
const MEMORY = 512;

/**
 * Follows a trace file while Nextflow writes it, and tells of its tasks as they appear. The file may come later, be
 * replaced, or be emptied and written anew; then it is read from its start. A last line is read when it is whole. Nothing
 * is kept between calls: whoever starts again is told of all tasks again.
 *
 * Ends when the signal is aborted, after reading what is there by then.
 *
 * @param onTasks is waited for before more is read.
 * @throws IngestError TS_RESULT_UNRECOGNISED when it is no trace, TS_RESULT_INVALID when it cannot be read; and what
 *   `onTasks` throws.
 */
export async function tailTrace(
  file: string,
  onTasks: (update: TraceUpdate) => void | Promise<void>,
  signal: AbortSignal,
  { interval = 1000, notBefore }: TailOptions = {},
): Promise<void> {
  let followed: FollowedFile | null = null;
  let restarted = false;
  try {
    for (;;) {
      const isLast = signal.aborted;
      const present: FollowedFile | null = await FollowedFile.open(file, notBefore?.getTime() ?? 0);
      if (followed !== null && present !== null && !(await followed.isStill(present))) {
        // What was written to a file before another one took its name. Of one that was emptied nothing is left.
        if (!followed.isSameFile(present)) await followed.readTo(onTasks, restarted);
        await followed.close();
        followed = null;
        restarted = true;
      }
      if (followed === null) followed = present;
      else await present?.close();
      if (await followed?.readTo(onTasks, restarted)) restarted = false;
      if (isLast && followed?.isReplaced !== true) return;
      await setTimeout(interval, undefined, { signal }).catch(() => {});
    }
  } finally {
    await followed?.close();
  }
}

/** An open trace file, read up to a place. */
class FollowedFile {
  readonly #file: string;
  readonly #handle: FileHandle;
  readonly #identity: string;
  readonly #reader: TraceReader;
  #offset = 0;
  #memory: Buffer = Buffer.alloc(0);
  #partial: Buffer = Buffer.alloc(0);
  #isReplaced = false;

  private constructor(file: string, handle: FileHandle, identity: string) {
    this.#file = file;
    this.#handle = handle;
    this.#identity = identity;
    this.#reader = new TraceReader(file);
  }

  /**
   * @param notBefore milliseconds since 1970.
   * @returns null where there is no file yet, or none that was written since.
   */
  static async open(file: string, notBefore: number): Promise<FollowedFile | null> {
    let handle: FileHandle | null = null;
    try {
      handle = await open(file, "r");
      const { dev, ino, mtimeMs } = await handle.stat({ bigint: true });
      if (mtimeMs < notBefore) {
        await handle.close();
        return null;
      }
      return new FollowedFile(file, handle, `${dev} ${ino}`);
    } catch (cause) {
      await handle?.close();
      if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
      throw unreadable(file, cause);
    }
  }

  close(): Promise<void> {
    return this.#handle.close();
  }

  /** Whether it was found to hold something else before the place that was read to. */
  get isReplaced(): boolean {
    return this.#isReplaced;
  }

  isSameFile(present: FollowedFile): boolean {
    return present.#identity === this.#identity;
  }

  /** Whether the file that has the name now is this one, with what has been read of it. */
  async isStill(present: FollowedFile): Promise<boolean> {
    if (!this.isSameFile(present)) return false;
    const before = await present.#bytes(this.#offset - this.#memory.length, this.#memory.length);
    return before.equals(this.#memory);
  }

  /**
   * Reads to the present end of the file.
   *
   * @returns whether there was anything to tell.
   */
  async readTo(onTasks: (update: TraceUpdate) => void | Promise<void>, restarted: boolean): Promise<boolean> {
    let told = false;
    for (;;) {
      // What is new is read with what was there before it, in one piece: the file may be emptied and written anew any time.
      const known = this.#memory.length;
      const read = await this.#bytes(this.#offset - known, known + CHUNK);
      this.#isReplaced = !read.subarray(0, known).equals(this.#memory);
      const bytes = read.subarray(known);
      if (this.#isReplaced || bytes.length === 0) return told;
      this.#offset += bytes.length;
      this.#memory = Buffer.from(Buffer.concat([this.#memory, bytes]).subarray(-MEMORY));
      const update = this.#reader.read(this.#linesOf(bytes));
      if (update.tasks.length === 0 && update.problems.length === 0) continue;
      await onTasks({ ...update, restarted: restarted && !told });
      told = true;
    }
  }

  #linesOf(bytes: Buffer): string[] {
    const end = bytes.lastIndexOf("\n") + 1;
    const whole = Buffer.concat([this.#partial, bytes.subarray(0, end)]);
    if (end === 0) {
      this.#partial = Buffer.concat([this.#partial, bytes]);
      if (this.#partial.length > LONGEST_LINE) throw unreadable(this.#file, null, "a line has more than 16 MiB");
      return [];
    }
    this.#partial = Buffer.from(bytes.subarray(end));
    return whole.toString("utf8").split(/\r?\n/).slice(0, -1);
  }

  async #bytes(start: number, length: number): Promise<Buffer> {
    const bytes = Buffer.alloc(length);
    try {
      const { bytesRead } = await this.#handle.read(bytes, 0, length, start);
      return bytes.subarray(0, bytesRead);
    } catch (cause) {
      throw unreadable(this.#file, cause);
    }
  }
}

function unreadable(file: string, cause: unknown, what = "cannot be read"): IngestError {
  const because = cause instanceof Error ? `: ${cause.message}` : "";
  return new IngestError("TS_RESULT_INVALID", `${file}: ${what}${because}`, { file }, cause);
}
