import {
  type ContigSpan,
  locateContigs,
  locateLine,
  openSpooled,
  readVcfHeader,
  TextFile,
  type VcfHeader,
} from "@touchstone/formats";
import { ReplicatesError } from "../error.ts";
import { hasDepthKeys } from "../read/allele-depths.ts";

/** One replicate, ready to be read by range. */
export interface OpenReplicate {
  /** As the user named it. */
  readonly path: string;
  /** What is read: the file itself, or its text when it is gzip without blocks. */
  readonly textPath: string;
  readonly file: TextFile;
  /** Contigs that the header names, and then others that have records. */
  readonly contigs: readonly string[];
  readonly sample: string;
  readonly sampleColumn: number;
  readonly sampleCount: number;
  readonly spans: ReadonlyMap<string, ContigSpan>;
  readonly hasReferenceBlocks: boolean;
}

/**
 * Opens a VCF file, chooses its sample and finds where each contig's records are.
 *
 * @param sample undefined when the file has only one
 * @throws FormatError for what is wrong with the file; ReplicatesError TS_SAMPLE_AMBIGUOUS, TS_SAMPLE_UNKNOWN,
 *   TS_REPLICATES_NO_DEPTH, TS_VCF_UNSORTED
 */
export async function openReplicate(
  path: string,
  sample: string | undefined,
  spoolPath: string,
): Promise<OpenReplicate> {
  const file = await openSpooled(path, spoolPath, TextFile.open);
  try {
    const header = readVcfHeader(file, path);
    const sampleColumn = chooseSample(path, header.samples, sample);
    requireDepths(path, file, header);
    const spans = locateSpans(path, file, header);
    return {
      path,
      textPath: file.path,
      file,
      contigs: [...new Set([...header.contigs.map(({ id }) => id), ...spans.keys()])],
      sample: header.samples[sampleColumn],
      sampleColumn,
      sampleCount: header.samples.length,
      spans,
      hasReferenceBlocks: namesReferenceBlocks(header),
    };
  } catch (error) {
    file.close();
    throw error;
  }
}

function chooseSample(path: string, samples: readonly string[], sample: string | undefined): number {
  if (samples.length === 0) throw noDepth(path, "it has no sample");
  if (sample === undefined) {
    if (samples.length === 1) return 0;
    throw new ReplicatesError(
      "TS_SAMPLE_AMBIGUOUS",
      `${path} has ${samples.length} samples (${samples.join(", ")}): choose one with --sample`,
      { file: path, field: "--sample" },
    );
  }
  const column = samples.indexOf(sample);
  if (column >= 0) return column;
  throw new ReplicatesError("TS_SAMPLE_UNKNOWN", `${path} has no sample ${sample}; it has ${samples.join(", ")}`, {
    file: path,
    field: "--sample",
  });
}

/** The header should name the keys; where it does not, the first record shows them. */
function requireDepths(path: string, file: TextFile, header: VcfHeader): void {
  const formats = new Set(header.formats.keys());
  const infos = new Set(header.infos.keys());
  if (hasDepthKeys(formats, infos)) return;
  if (header.recordsStart !== Number.POSITIVE_INFINITY) {
    const [, , , , , , , info = "", format = ""] = file.lineAt(header.recordsStart).toString("utf8").split("\t");
    for (const key of format.split(":")) if (key !== "") formats.add(key);
    for (const entry of info.split(";")) infos.add(entry.split("=")[0]);
    if (hasDepthKeys(formats, infos)) return;
  }
  throw noDepth(path, `its FORMAT fields are ${formats.size === 0 ? "none" : [...formats].join(", ")}`);
}

/** The error for a replicate without allele depths. */
export function noDepth(path: string, found: string): ReplicatesError {
  return new ReplicatesError(
    "TS_REPLICATES_NO_DEPTH",
    `${path} has no allele depths (FORMAT/AD, AF with DP, DP4, or Strelka's AU, CU, GU, TU, TAR, TIR): ${found}`,
    { file: path, field: "FORMAT" },
  );
}

function locateSpans(path: string, file: TextFile, header: VcfHeader): Map<string, ContigSpan> {
  const spans = new Map<string, ContigSpan>();
  for (const span of locateContigs(file, header)) {
    if (spans.has(span.contig)) {
      const line = locateLine(file, span.start);
      const what = `${path}: line ${line}: the records of ${span.contig} do not stand together`;
      throw new ReplicatesError("TS_VCF_UNSORTED", what, { file: path, line, contig: span.contig });
    }
    spans.set(span.contig, span);
  }
  return spans;
}

function namesReferenceBlocks({ lines, infos, formats }: VcfHeader): boolean {
  return (
    lines.some((line) => /^##ALT=<ID=(NON_REF|\*)[,>]/.test(line) || line.startsWith("##GVCFBlock")) ||
    (infos.has("END") && formats.has("MIN_DP"))
  );
}
