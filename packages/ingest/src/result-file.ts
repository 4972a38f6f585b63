import { gunzipSync } from "node:zlib";
import { detectCompression } from "@touchstone/formats";
import { IngestError } from "./error.ts";

/** A file as it was received. */
export interface ResultFile {
  /** What errors call it. */
  readonly name: string;
  /** Plain, gzip or BGZF. */
  readonly bytes: Uint8Array;
}

/** A file's text, without compression and byte order mark. */
export interface ResultText {
  readonly file: string;
  readonly text: string;
}

/** A few kilobytes of gzip can hold gigabytes; no result file comes near this. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * The text of a file.
 *
 * @throws IngestError TS_RESULT_INVALID when the file is empty, damaged gzip, of more than 256 MiB, or no UTF-8 text.
 */
export function decodeResult({ name, bytes }: ResultFile): ResultText {
  const plain = inflate(name, bytes);
  if (plain.length === 0) throw new IngestError("TS_RESULT_INVALID", `${name} is empty`, { file: name });
  const text = decode(name, plain);
  if (text.trim() === "")
    throw new IngestError("TS_RESULT_INVALID", `${name} holds nothing but blanks`, { file: name });
  return { file: name, text };
}

function inflate(file: string, bytes: Uint8Array): Uint8Array {
  const compression = detectCompression(bytes);
  if (compression === "empty" || compression === "plain") return requireSize(file, bytes);
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(file);
    const message = `${file} is damaged or cut off: ${(cause as Error).message}`;
    throw new IngestError("TS_RESULT_INVALID", message, { file }, cause);
  }
}

function requireSize(file: string, bytes: Uint8Array): Uint8Array {
  if (bytes.length > MOST_BYTES) throw tooLarge(file);
  return bytes;
}

function tooLarge(file: string): IngestError {
  return new IngestError("TS_RESULT_INVALID", `${file} is larger than ${MOST_BYTES} bytes, no result file is`, {
    file,
  });
}

function decode(file: string, bytes: Uint8Array): string {
  const binaryAt = bytes.indexOf(0);
  if (binaryAt < 0) {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch (cause) {
      throw new IngestError("TS_RESULT_INVALID", `${file} is no text in UTF-8`, { file }, cause);
    }
  }
  throw new IngestError("TS_RESULT_INVALID", `${file} is no text: byte ${binaryAt} is 0`, { file });
}
