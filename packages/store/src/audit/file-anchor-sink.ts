import { createReadStream, existsSync } from "node:fs";
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { StoreError } from "../error.ts";
import type { AnchorSink } from "./anchor-sink.ts";

/**
 * Anchors as lines of a file, which is made with its folder on first use. Each is written at once and flushed to disk.
 *
 * `append` rejects with StoreError TS_ANCHOR_UNWRITABLE, `lines` with TS_ANCHOR_UNREADABLE.
 */
export function fileAnchorSink(path: string): AnchorSink {
  return { place: path, append: (line) => appendLine(path, line), lines: () => readLines(path) };
}

async function appendLine(path: string, line: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, "a+", 0o644);
    try {
      // A line that a crash cut off stays one of its own.
      const start = (await endsWithLine(file)) ? "" : "\n";
      await file.appendFile(`${start}${line}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code;
    throw new StoreError(
      "TS_ANCHOR_UNWRITABLE",
      `${path}: the anchor cannot be kept (${reason})`,
      { file: path },
      cause,
    );
  }
}

async function endsWithLine(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return true;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString("latin1") === "\n";
}

async function* readLines(path: string): AsyncGenerator<string> {
  if (!existsSync(path)) return;
  try {
    const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of lines) {
      if (line !== "") yield line;
    }
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code;
    const message = `${path}: the anchors cannot be read (${reason})`;
    throw new StoreError("TS_ANCHOR_UNREADABLE", message, { file: path }, cause);
  }
}
