import type { TextFile } from "../bgzf/text-file.ts";
import { FormatError } from "../error.ts";
import { readVcfHeader } from "./header.ts";
import { atLine, locateLine } from "./line-number.ts";
import { openText } from "./open-text.ts";
import { type LinePiece, linePieces } from "./stats-pieces.ts";
import { PlainLineCounter } from "./stats-plain-lines.ts";
import { RecordTally, type VcfStats } from "./stats-tally.ts";

export interface VcfStatsOptions {
  /** 0-based sample whose genotypes to count; by default the first one, if there is one. Null counts no genotypes. */
  readonly sample?: number | null;
}

/**
 * Counts the records of a plain, BGZF or gzip file by what they change. Memory does not depend on the file's size.
 *
 * The classes are those of `bcftools stats`, but letter case is ignored throughout: `a` to `A` is no SNP.
 *
 * @throws FormatError as `readVcf`
 */
export async function vcfStats(path: string, options: VcfStatsOptions = {}): Promise<VcfStats> {
  const file = await openText(path);
  try {
    const header = readVcfHeader(file, path);
    const sampleCount = header.samples.length;
    const { sample = sampleCount > 0 ? 0 : null } = options;
    const sampleColumn = sample ?? -1;
    const tally = new RecordTally({ sampleColumn, sampleCount, path });
    const plainLines = sampleColumn < sampleCount ? new PlainLineCounter(tally) : null;
    for (const piece of linePieces(file, header.recordsStart, PlainLineCounter.pieceBytes)) {
      addPiece(piece, tally, plainLines, file);
    }
    return tally.stats;
  } finally {
    file.close();
  }
}

function addPiece(piece: LinePiece, tally: RecordTally, plainLines: PlainLineCounter | null, file: TextFile): void {
  const { text, from, to } = piece;
  try {
    // After blank lines nothing may follow, which the tally sees to.
    const rest = plainLines === null || tally.endedBlank ? from : plainLines.add(text, from, to);
    if (rest < to) tally.addLines(text, rest, to);
  } catch (error) {
    throw withPlace(error, file, piece, tally.options.path);
  }
}

/** The same error with the number of its line. */
function withPlace(error: unknown, file: TextFile, { position, textOffset }: LinePiece, path: string): unknown {
  if (!(error instanceof FormatError) || error.code !== "TS_VCF_MALFORMED") return error;
  const offset = textOffset + (error.details.offset ?? 0);
  return atLine(error, path, locateLine(file, position, offset));
}

/** Transitions per transversion; null when there is no transversion. */
export function transitionRatio(stats: VcfStats): number | null {
  return stats.transversions === 0 ? null : stats.transitions / stats.transversions;
}
