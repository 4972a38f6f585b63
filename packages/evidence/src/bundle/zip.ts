import { unzipSync, zipSync } from "fflate";
import type { BundleFiles } from "./manifest.ts";

/**
 * A zip of the files in their order, uncompressed and without times: the same bytes for the same files, whatever made
 * them and when.
 */
export function writeZip(files: BundleFiles): Uint8Array {
  // fflate writes local time, so it is one that is the same on every clock; zips begin in 1980.
  const mtime = new Date(1980, 0, 1, 12);
  return zipSync(Object.fromEntries(files), { level: 0, mtime });
}

/**
 * The files of such a zip; null for bytes that are none. What is compressed is passed over: no bundle is, and it could be
 * larger than memory.
 */
export function readZip(bytes: Uint8Array): BundleFiles | null {
  let room = bytes.length;
  try {
    const files = unzipSync(bytes, {
      filter: ({ compression, originalSize }) => {
        room -= originalSize;
        return compression === 0 && room >= 0;
      },
    });
    return new Map(Object.entries(files));
  } catch {
    return null;
  }
}
