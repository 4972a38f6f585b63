import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { FileIdentity } from "@touchstone/formats";

const PIECE = 1 << 20;

/** Path, size and SHA-256 of a file; other work goes on meanwhile. */
export async function identifyFile(path: string): Promise<FileIdentity> {
  const hash = createHash("sha256");
  const { size } = await stat(path);
  await pipeline(createReadStream(path, { highWaterMark: PIECE }), async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) hash.update(piece);
  });
  return { path, sizeBytes: size, sha256: hash.digest("hex") };
}
