import { parentPort } from "node:worker_threads";
import { FormatError, type FormatErrorCode, type FormatErrorDetails } from "../error.ts";
import { inflateChain } from "./inflate-chain.ts";

/** Whole blocks to inflate, from file offset `offset` on. */
export interface InflateRequest {
  readonly bytes: Uint8Array;
  readonly offset: number;
  readonly file: string;
}

/** Their text, or what is wrong with them (an error object would lose its code on the way). */
export type InflateReply =
  | { readonly text: Uint8Array }
  | { readonly code: FormatErrorCode; readonly message: string; readonly details: FormatErrorDetails };

/** Null asks the worker to end. */
parentPort?.on("message", (request: InflateRequest | null) => {
  if (request === null) parentPort?.close();
  else inflate(request);
});

function inflate({ bytes, offset, file }: InflateRequest): void {
  try {
    const { text } = inflateChain(bytes, offset, offset + bytes.length, false, file);
    // Small texts are views into Node's shared pool, which cannot be given away.
    const own = text.byteLength === text.buffer.byteLength ? text : new Uint8Array(text);
    parentPort?.postMessage({ text: own } satisfies InflateReply, [own.buffer as ArrayBuffer]);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const { code, message, details } = error;
    parentPort?.postMessage({ code, message, details } satisfies InflateReply);
  }
}
