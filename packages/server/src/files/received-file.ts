import { type Static, Type } from "@sinclair/typebox";
import type { ResultFile } from "@touchstone/ingest";
import { invalidField } from "../error.ts";

/** A file in a request: its name, and one of three ways to write what is in it. */
export const ReceivedFileSchema = Type.Object(
  {
    name: Type.String({
      minLength: 1,
      maxLength: 200,
      pattern: "^[^/\\\\\\u0000-\\u001f]+$",
      description: "Without folder.",
    }),
    content: Type.Optional(Type.String({ description: "Text." })),
    contentBase64: Type.Optional(Type.String({ description: "Bytes, as of a compressed file." })),
    document: Type.Optional(Type.Unknown({ description: "JSON as it is." })),
  },
  { additionalProperties: false, description: "With exactly one of content, contentBase64 and document." },
);

/** The same as a type. */
export type ReceivedFile = Static<typeof ReceivedFileSchema>;

/**
 * The bytes of the files of a request.
 *
 * @param pointer where in the request they are.
 * @throws ServerError TS_REQUEST_INVALID for a file with no content or several, for what is no base64, and for two files
 *   of one name.
 */
export function receiveFiles(files: readonly ReceivedFile[], pointer: string): ResultFile[] {
  return files.map((file, index) => {
    const place = `${pointer}/${index}`;
    if (files.findIndex(({ name }) => name === file.name) < index) {
      throw invalidField(`${place}/name`, `another file is named ${file.name} too`);
    }
    return { name: file.name, bytes: bytesOf(file, place) };
  });
}

function bytesOf(file: ReceivedFile, place: string): Uint8Array {
  const { content, contentBase64, document } = file;
  const given = [content, contentBase64, document].filter((one) => one !== undefined);
  if (given.length !== 1) throw invalidField(place, "needs exactly one of content, contentBase64 and document");
  if (content !== undefined) return Buffer.from(content, "utf8");
  if (contentBase64 === undefined) return Buffer.from(JSON.stringify(document), "utf8");
  const text = contentBase64.replaceAll(/\s/g, "");
  const bytes = Buffer.from(text, "base64");
  // Buffer passes over what is no base64, and would read another file in silence.
  if (bytes.toString("base64") === text) return bytes;
  throw invalidField(`${place}/contentBase64`, "is no base64 (RFC 4648, section 4, padded)");
}
