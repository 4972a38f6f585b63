import type { TextFile } from "../bgzf/text-file.ts";
import { FormatError } from "../error.ts";
import { FIXED_FIELDS } from "./malformed.ts";
import { type MetaLine, parseMetaLine } from "./meta-line.ts";

/** A sequence that records may lie on. */
export interface VcfContig {
  readonly id: string;
  /** In bases; null when the header does not say. */
  readonly length: number | null;
}

/** An INFO or FORMAT key as the header defines it. */
export interface VcfField {
  readonly id: string;
  /** `0`, `1`, ..., `A`, `R`, `G`, `.` and so on, as it stands. */
  readonly number: string;
  readonly type: string;
  readonly description: string;
}

export interface VcfHeader {
  /** E.g. `4.2`. */
  readonly version: string;
  readonly contigs: readonly VcfContig[];
  readonly infos: ReadonlyMap<string, VcfField>;
  readonly formats: ReadonlyMap<string, VcfField>;
  /** Descriptions by id. */
  readonly filters: ReadonlyMap<string, string>;
  readonly samples: readonly string[];
  /** The `##` lines as they stand, without line ends. */
  readonly lines: readonly string[];
  /** The `#CHROM` line as it stands, without line end. */
  readonly columnLine: string;
  /** The whole header as it stands in the file, line ends included. */
  readonly text: Buffer;
  /** Virtual position of the first record; Infinity when there is none. */
  readonly recordsStart: number;
}

const BCF_MAGIC = "BCF\u0002";

/**
 * The header of a plain or BGZF file; `path` is named in errors.
 *
 * @throws FormatError TS_VCF_IS_BCF, TS_FILE_EMPTY, or TS_VCF_HEADER_INVALID with the line and, in the `#CHROM`
 * line, the column
 */
export function readVcfHeader(file: TextFile, path: string = file.path): VcfHeader {
  const lines: string[] = [];
  let position = 0;
  while (position < Number.POSITIVE_INFINITY) {
    const line = file.lineAt(position).toString("utf8");
    const next = file.lineAfter(position);
    if (lines.length === 0) {
      if (line === "" && next === Number.POSITIVE_INFINITY) break;
      checkFirstLine(line, path);
    }
    if (!line.startsWith("#")) break;
    lines.push(withoutCarriageReturn(line));
    position = next;
    if (!line.startsWith("##")) break;
  }
  if (lines.length === 0) throw new FormatError("TS_FILE_EMPTY", `${path} is empty`, { file: path });
  return parseHeader(lines, path, file.read(0, position), position);
}

/**
 * The header that consists of `lines` (without line ends, the `#CHROM` line last); `path` is named in errors.
 *
 * @throws FormatError as {@link readVcfHeader}
 */
export function parseVcfHeader(lines: readonly string[], path = "header"): VcfHeader {
  if (lines.length === 0) throw new FormatError("TS_FILE_EMPTY", `${path} is empty`, { file: path });
  checkFirstLine(lines[0], path);
  const text = Buffer.from(lines.map((line) => `${line}\n`).join(""));
  return parseHeader(lines.map(withoutCarriageReturn), path, text, text.length);
}

function parseHeader(all: readonly string[], path: string, text: Buffer, recordsStart: number): VcfHeader {
  const lines = all.slice(0, -1);
  const columnLine = all[all.length - 1];
  const version = parseVersion(all[0], path);
  const misplaced = lines.findIndex((line) => !line.startsWith("##"));
  if (misplaced !== -1) throw invalid(path, misplaced + 1, "not a ## line, and not the last line of the header");
  if (columnLine.startsWith("##")) {
    throw invalid(path, all.length + 1, "the #CHROM line is missing: the ## lines end without it");
  }
  const samples = parseColumnLine(columnLine, path, all.length);
  const metas = lines.map(parseMetaLine).filter((meta) => meta !== null);
  return {
    version,
    contigs: collectContigs(metas),
    infos: collectFields(metas, "INFO"),
    formats: collectFields(metas, "FORMAT"),
    filters: new Map(
      structures(metas, "FILTER").map((fields) => [fields.get("ID") ?? "", fields.get("Description") ?? ""]),
    ),
    samples,
    lines,
    columnLine,
    text,
    recordsStart,
  };
}

/** Also keeps a file that is something else altogether from being taken for a VCF without records. */
function checkFirstLine(line: string, path: string): void {
  if (line.startsWith(BCF_MAGIC)) {
    const message = `${path} is BCF, the binary form of VCF; convert it with \`bcftools view -Oz -o FILE.vcf.gz ${path}\``;
    throw new FormatError("TS_VCF_IS_BCF", message, { file: path });
  }
  parseVersion(line, path);
}

function parseVersion(line: string, path: string): string {
  const match = /^##fileformat=VCFv(4\.[0-9]+)\s*$/.exec(line);
  if (match !== null) return match[1];
  const found = JSON.stringify(line.length > 60 ? `${line.slice(0, 60)}…` : line);
  throw invalid(path, 1, `${found} stands where ##fileformat=VCFv4.x must`);
}

function parseColumnLine(line: string, path: string, lineNumber: number): string[] {
  const names = line.split("\t");
  names[0] = names[0].replace(/^#/, "");
  const expected = [...FIXED_FIELDS, "FORMAT"];
  for (let i = 0; i < Math.max(FIXED_FIELDS.length, Math.min(names.length, expected.length)); i++) {
    if (names[i] === expected[i]) continue;
    const found = i < names.length ? `${JSON.stringify(names[i])} stands where ${expected[i]} must` : "missing";
    const hint = names.length < 3 && line.includes(" ") ? " (columns are separated by spaces, not tabs)" : "";
    throw invalid(path, lineNumber, `${found}${hint}`, { column: i + 1, field: expected[i] });
  }
  const samples = names.slice(expected.length);
  const seen = new Map<string, number>();
  samples.forEach((sample, i) => {
    const column = expected.length + i + 1;
    if (sample === "") throw invalid(path, lineNumber, "empty sample name", { column, field: "sample" });
    const first = seen.get(sample);
    if (first !== undefined) {
      const problem = `sample ${JSON.stringify(sample)} is named in column ${first} already`;
      throw invalid(path, lineNumber, problem, { column, field: "sample" });
    }
    seen.set(sample, column);
  });
  return samples;
}

function invalid(
  file: string,
  line: number,
  problem: string,
  place: { column: number; field: string } | undefined = undefined,
): FormatError {
  const where = place === undefined ? `line ${line}` : `line ${line}, column ${place.column} (${place.field})`;
  return new FormatError("TS_VCF_HEADER_INVALID", `${file}: ${where}: ${problem}`, { file, line, ...place });
}

function structures(metas: readonly MetaLine[], key: string): ReadonlyMap<string, string>[] {
  return metas.flatMap((meta) => (meta.key === key && meta.fields?.has("ID") ? [meta.fields] : []));
}

function collectContigs(metas: readonly MetaLine[]): VcfContig[] {
  const contigs = new Map<string, VcfContig>();
  for (const fields of structures(metas, "contig")) {
    const id = fields.get("ID") ?? "";
    const length = Number(fields.get("length") ?? Number.NaN);
    if (!contigs.has(id)) contigs.set(id, { id, length: Number.isSafeInteger(length) && length > 0 ? length : null });
  }
  return [...contigs.values()];
}

function collectFields(metas: readonly MetaLine[], key: string): Map<string, VcfField> {
  const found = new Map<string, VcfField>();
  for (const fields of structures(metas, key)) {
    const [id, number, type, description] = ["ID", "Number", "Type", "Description"].map(
      (name) => fields.get(name) ?? "",
    );
    if (!found.has(id)) found.set(id, { id, number, type, description });
  }
  return found;
}

function withoutCarriageReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
