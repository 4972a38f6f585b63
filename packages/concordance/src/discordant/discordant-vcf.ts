import { rmSync } from "node:fs";
import { BGZF_EOF, BgzfEncoder, readVcf, type VcfReader, type VcfRecord } from "@touchstone/formats";
import { type AnnotationSources, Annotations, FLANK_LENGTH } from "./annotations.ts";
import { calledSpan } from "./called-span.ts";
import { neighbourhoods, type PlacedRow } from "./neighbourhoods.ts";

const COMPRESSION_LEVEL = 6;

const INFO_LINES = [
  `##INFO=<ID=FLANKS,Number=2,Type=String,Description="Up to ${FLANK_LENGTH} reference bases before POS and after REF">`,
  '##INFO=<ID=Regions,Number=.,Type=String,Description="Stratification regions that the record lies in">',
];

/** What the rows are chosen from and annotated with. */
export interface DiscordantOptions extends AnnotationSources {
  /** FN and FP at most, the first in the file. */
  readonly most: number;
}

interface Row extends PlacedRow {
  readonly cells: string[];
}

/**
 * The part of a comparison's P.vcf.gz that tells where truth and query differ: FN, FP, and what lies beside them or is of
 * their superlocus, with the reference bases around each FN and FP (INFO/FLANKS) and its strata (INFO/Regions).
 *
 * @returns a VCF, BGZF.
 * @throws FormatError for files that are damaged or gone.
 */
export async function discordantVcf(path: string, { most, ...sources }: DiscordantOptions): Promise<Buffer> {
  const spoolPath = `${path}.reference.fa.tmp-${process.pid}`;
  try {
    const annotations = await Annotations.open(sources, spoolPath);
    const reader = await readVcf(path);
    try {
      return compress(annotatedLines(reader, most, annotations));
    } finally {
      reader.close();
      annotations.close();
    }
  } finally {
    rmSync(spoolPath, { force: true });
  }
}

function* annotatedLines(reader: VcfReader, most: number, annotations: Annotations): Generator<string> {
  const { lines, columnLine } = reader.header;
  yield* [...lines, ...INFO_LINES, columnLine];
  for (const row of neighbourhoods(firstRows(reader, most))) {
    if (row.isDiscordant) annotate(row, annotations);
    yield row.cells.join("\t");
  }
}

function compress(lines: Iterable<string>): Buffer {
  const blocks: Uint8Array[] = [];
  const encoder = new BgzfEncoder((block) => blocks.push(block), COMPRESSION_LEVEL);
  for (const line of lines) encoder.write(Buffer.from(`${line}\n`));
  encoder.endBlock();
  blocks.push(BGZF_EOF);
  return Buffer.concat(blocks);
}

/** The rows up to the last FN or FP that is wanted. */
function* firstRows(records: Iterable<VcfRecord>, most: number): Generator<Row> {
  let discordant = 0;
  for (const record of records) {
    const row = toRow(record);
    if (row.isDiscordant && ++discordant > most) return;
    yield row;
  }
}

function toRow({ line }: VcfRecord): Row {
  const cells = line.toString("utf8").trimEnd().split("\t");
  const [contig = "", position = "", , ref = "", , , , info = ""] = cells;
  const start = Number(position) - 1;
  const superlocus = /(?:^|;)BS=(\d+)/.exec(info)?.[1] ?? null;
  // Each of the two is the verdict of a sample, between colons: no other field has these values.
  const isDiscordant = line.includes(":FN:") || line.includes(":FP:");
  return { contig, start, end: start + ref.length, superlocus, isDiscordant, cells };
}

function annotate({ cells, contig, start, end }: Row, annotations: Annotations): void {
  const [, position = "", , ref = "", alt = "", , , info = "", , truth = "", query = ""] = cells;
  const flanks = annotations.flanks(contig, start, end).map((bases) => (bases === "" ? "." : bases));
  const genotype = (truth.includes(":FN:") ? truth : query).split(":", 1)[0] ?? "";
  const span = calledSpan(Number(position), ref, alt, genotype);
  const strata = span === null ? [] : annotations.strata(contig, span);
  const regions = strata.length === 0 ? "." : strata.map(encodeName).join(",");
  cells[7] = [info, `FLANKS=${flanks.join(",")}`, ...(annotations.hasStrata ? [`Regions=${regions}`] : [])].join(";");
}

/** What VCF 4.3, section 1.2, has to write otherwise, and spaces. */
function encodeName(name: string): string {
  return name.replaceAll(/[%:;=, ]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  });
}
