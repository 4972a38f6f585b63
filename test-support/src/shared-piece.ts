import { join } from "node:path";
import type { RealPiece } from "@touchstone/simulation";
import { sharedData } from "./shared-data.ts";

/** Folder of the shared data that {@link sharedPiece} is cut from. */
export const SHARED_PIECE_DATA = "hg002-grch38-chr20-1Mb";

/**
 * 200 kb of real sequence, GRCh38 chr20:740001-940000, with real variants of HG002: the piece of the shared megabase whose variants
 * short reads show best, without hyper-divergent stretches. docs/methods/simulation.md has the figures of the pieces tried.
 */
export function sharedPiece(): RealPiece {
  const folder = sharedData(SHARED_PIECE_DATA);
  return {
    reference: join(folder, "reference.fa"),
    truth: join(folder, "truth.vcf.gz"),
    ...{ contig: "chr20", start: 740_000, end: 940_000 },
  };
}
