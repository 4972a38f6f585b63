import { existsSync, statSync } from "node:fs";
import {
  type ContigSpan,
  locateContigs,
  locateLine,
  openSpooled,
  readIndex,
  readVcfHeader,
  TextFile,
  type VcfHeader,
} from "@touchstone/formats";
import { ConcordanceError } from "../error.ts";
import type { MatchMode } from "../options.ts";
import type { ContigNames } from "./contig-names.ts";

/** One call set, ready to be read by range. */
export interface OpenCallSet {
  /** As the user named it. */
  readonly path: string;
  /** What is read: the file itself, or its text when it is gzip without blocks. */
  readonly textPath: string;
  readonly file: TextFile;
  readonly header: VcfHeader;
  /** 0-based; -1 when no genotypes are read. */
  readonly sampleColumn: number;
  /** Name of the sample; null when no genotypes are read. */
  readonly sample: string | null;
  /** By contig number of the reference. */
  readonly spans: ReadonlyMap<number, ContigSpan>;
  readonly warnings: readonly string[];
}

/** How a call set is opened. */
export interface OpenCallSetOptions {
  readonly path: string;
  /** For messages and options: which call set it is. */
  readonly role: "truth" | "query";
  readonly sample: string | undefined;
  readonly match: MatchMode;
  readonly names: ContigNames;
  /** Where the text of a gzip file without blocks may be put; the caller removes it. */
  readonly spoolPath: string;
}

/**
 * Opens a VCF file, chooses its sample and finds where each contig's records are.
 *
 * @throws FormatError for what is wrong with the file; ConcordanceError TS_SAMPLE_AMBIGUOUS, TS_SAMPLE_UNKNOWN,
 *   TS_GENOTYPE_MISSING, TS_CONTIG_NAMING, TS_CONTIG_UNKNOWN, TS_VCF_UNSORTED
 */
export async function openCallSet(options: OpenCallSetOptions): Promise<OpenCallSet> {
  const { path } = options;
  const file = await openSpooled(path, options.spoolPath, TextFile.open);
  try {
    const header = readVcfHeader(file, path);
    const sampleColumn = chooseSample(header.samples, options);
    const warnings: string[] = [];
    // An index of a file without blocks can only be left over from another one.
    const index = file.compression === "bgzf" ? usableIndex(path, warnings) : undefined;
    const spans = new Map<number, ContigSpan>();
    for (const span of locateContigs(file, header, index)) {
      const number = options.names.require(span.contig, path);
      const earlier = spans.get(number);
      if (earlier !== undefined && earlier.contig !== span.contig) {
        throw new ConcordanceError(
          "TS_CONTIG_NAMING",
          `${path} has records on ${earlier.contig} and on ${span.contig}, which are the same contig of the reference`,
          { file: path, contig: span.contig },
        );
      }
      if (earlier !== undefined) {
        const line = locateLine(file, span.start);
        throw new ConcordanceError(
          "TS_VCF_UNSORTED",
          `${path}: line ${line}: the records of ${span.contig} do not stand together`,
          { file: path, line, contig: span.contig },
        );
      }
      spans.set(number, span);
    }
    const sample = sampleColumn < 0 ? null : header.samples[sampleColumn];
    return { path, textPath: file.path, file, header, sampleColumn, sample, spans, warnings };
  } catch (error) {
    file.close();
    throw error;
  }
}

function chooseSample(samples: readonly string[], options: OpenCallSetOptions): number {
  const { path, role, sample } = options;
  const option = `--${role}-sample`;
  if (sample !== undefined) {
    const column = samples.indexOf(sample);
    if (column >= 0) return column;
    throw new ConcordanceError(
      "TS_SAMPLE_UNKNOWN",
      `${path} has no sample ${sample} (${option}); it has ${samples.length === 0 ? "none" : samples.join(", ")}`,
      { file: path, field: option },
    );
  }
  if (samples.length === 1) return 0;
  if (samples.length === 0) {
    if (options.match === "alleles") return -1;
    throw new ConcordanceError("TS_GENOTYPE_MISSING", `${path} has no sample, so no genotypes to compare`, {
      file: path,
      field: "FORMAT",
    });
  }
  throw new ConcordanceError(
    "TS_SAMPLE_AMBIGUOUS",
    `${path} has ${samples.length} samples (${samples.join(", ")}): choose one with ${option}`,
    { file: path, field: option },
  );
}

/** The index beside the file; one that is older than its file is not used, since its offsets may be wrong. */
function usableIndex(path: string, warnings: string[]): ReturnType<typeof readIndex> | undefined {
  for (const extension of [".tbi", ".csi"]) {
    const indexPath = `${path}${extension}`;
    if (!existsSync(indexPath)) continue;
    if (statSync(indexPath).mtimeMs >= statSync(path).mtimeMs) return readIndex(indexPath);
    warnings.push(`${indexPath} is older than its file: it is not used, the contigs are found without it`);
  }
  return undefined;
}
