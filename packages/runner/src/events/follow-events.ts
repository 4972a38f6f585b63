import { type FileHandle, open } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { type NextflowEvent, readEvent } from "./nextflow-event.ts";

/** Milliseconds between looks at the file. */
const INTERVAL = 200;
const CHUNK = 1024 * 1024;

/**
 * Follows the events of a run while Nextflow writes them. A last line is read when it is whole; a file that is not there yet
 * is waited for. Nothing is kept between calls: whoever starts again is told of all events again.
 *
 * Ends when the signal is aborted, after reading what is there by then.
 *
 * @param onEvents is waited for before more is read.
 * @returns how many lines were no events.
 */
export async function followEvents(
  file: string,
  onEvents: (events: readonly NextflowEvent[]) => void | Promise<void>,
  signal: AbortSignal,
  interval: number = INTERVAL,
): Promise<number> {
  const reader = new EventReader(file);
  try {
    for (;;) {
      const isLast = signal.aborted;
      for (let events = await reader.read(); events !== null; events = await reader.read()) {
        if (events.length > 0) await onEvents(events);
      }
      if (isLast) return reader.unreadable;
      await setTimeout(interval, undefined, { signal }).catch(() => {});
    }
  } finally {
    await reader.close();
  }
}

class EventReader {
  readonly #file: string;
  #handle: FileHandle | null = null;
  #offset = 0;
  #partial: Buffer = Buffer.alloc(0);
  unreadable = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** The next events; null at the present end of the file. */
  async read(): Promise<NextflowEvent[] | null> {
    this.#handle ??= await open(this.#file, "r").catch(absent);
    if (this.#handle === null) return null;
    const { bytesRead, buffer } = await this.#handle.read(Buffer.alloc(CHUNK), 0, CHUNK, this.#offset);
    if (bytesRead === 0) return null;
    this.#offset += bytesRead;
    const bytes = Buffer.concat([this.#partial, buffer.subarray(0, bytesRead)]);
    const end = bytes.lastIndexOf("\n") + 1;
    this.#partial = Buffer.from(bytes.subarray(end));
    return bytes
      .subarray(0, end)
      .toString("utf8")
      .split("\n")
      .slice(0, -1)
      .flatMap((line) => {
        const event = readEvent(line);
        if (event === null) this.unreadable++;
        return event ?? [];
      });
  }

  async close(): Promise<void> {
    await this.#handle?.close();
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
