import { BedScanner } from "./bed-scanner.ts";
import type { BedRegions } from "./intervals.ts";
import { textPieces } from "./text-pieces.ts";

/**
 * The intervals of a BED file (3 or more columns; plain, gzip or BGZF), sorted and merged per contig: overlapping and touching
 * intervals become one, empty ones (start = end) are left out. A file without intervals gives an empty map.
 *
 * @throws FormatError `TS_BED_MALFORMED` with line and column, `TS_GZIP_CORRUPT`, `TS_FILE_NOT_FOUND`, `TS_FILE_UNREADABLE`.
 */
export function readBed(path: string): BedRegions {
  const scanner = new BedScanner(path);
  for (const { bytes, length } of textPieces(path)) scanner.scan(bytes, 0, length);
  return scanner.finish();
}
