import { QualityError } from "../error.ts";
import type { ContigDepth } from "./identity-input.ts";

const HEADER = "chrom\tlength\tbases\tmean\tmin\tmax";

/**
 * Contigs of a `*.mosdepth.summary.txt`; the rows of regions and of totals are left out.
 *
 * @param file the name that errors give the text
 * @throws QualityError TS_IDENTITY_INVALID with file and line
 */
export function readDepthSummary(text: string, file: string): ContigDepth[] {
  const [header, ...lines] = text.split(/\r?\n/);
  if (header !== HEADER) {
    const message = `${file}:1: no summary of mosdepth, whose columns are ${HEADER.replaceAll("\t", ", ")}`;
    throw new QualityError("TS_IDENTITY_INVALID", message, { file, line: 1 });
  }
  const depths: ContigDepth[] = [];
  for (const [index, text] of lines.entries()) {
    if (text === "") continue;
    const [contig = "", length = "", bases = ""] = text.split("\t");
    if (!/^[1-9]\d*$/.test(length) || !/^\d+$/.test(bases)) {
      const line = index + 2;
      const message = `${file}:${line}: length '${length}' and bases '${bases}' are no counts`;
      throw new QualityError("TS_IDENTITY_INVALID", message, { file, line });
    }
    if (!/^total(_region)?$|_region$/.test(contig))
      depths.push({ contig, length: Number(length), bases: Number(bases) });
  }
  return depths;
}
