import type { ResultFile } from "@touchstone/ingest";

/** A file as a request holds it. */
export type SentFile =
  | { readonly name: string; readonly content: string }
  | { readonly name: string; readonly contentBase64: string };

/** The file in a request. Compressed files are sent as they are. */
export function sentFile({ name, bytes }: ResultFile): SentFile {
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const buffer = Buffer.from(bytes);
  return isCompressed ? { name, contentBase64: buffer.toString("base64") } : { name, content: buffer.toString("utf8") };
}
