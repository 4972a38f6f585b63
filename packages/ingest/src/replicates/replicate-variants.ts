import type { ReproducibilityDocument } from "@touchstone/model";
import { IngestError } from "../error.ts";
import type { ResultText } from "../result-file.ts";
import { parseFinite } from "../table/cell.ts";
import type { ImportedVariant } from "./imported-replicate-study.ts";

/** A study of more variants is kept without its table: every row is a record. */
export const MOST_REPLICATE_VARIANTS = 500_000;

const VARIANT = ["#contig", "pos", "ref", "alt", "type", "zygosity", "vaf_bin"];
const ANALYTE = ["#analyte", "stratum"];
const SUMMARY = ["mean", "sd", "cv", "cv_floor", "overdispersion"];

/** Whether a text begins as `P.variants.tsv.gz` does. */
export function isVariantTable(text: string): boolean {
  return text.startsWith(`${VARIANT.join("\t")}\t`) || text.startsWith(`${ANALYTE.join("\t")}\t`);
}

/**
 * Reads the table of variants, or analytes, of a study.
 *
 * @throws IngestError TS_RESULT_INVALID when its runs or the number of its rows are not those of the study, a cell is not
 *   what its column says, or there are more rows than are kept.
 */
export function readVariants({ file, text }: ResultText, document: ReproducibilityDocument): ImportedVariant[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const [header = "", ...rows] = lines;
  const isOfVariants = document.kind === "variants";
  const value = isOfVariants ? "vaf" : "value";
  const perRun = document.runs.flatMap(({ name }) => [`${name}.${value}`, `${name}.depth`, `${name}.state`]);
  const columns = [...(isOfVariants ? VARIANT : ANALYTE), ...perRun, ...SUMMARY];
  if (header !== columns.join("\t")) {
    const message = `${file}:1: the header is not that of the study's ${document.kind} and runs: ${columns.join(" ")}`;
    throw new IngestError("TS_RESULT_INVALID", message, { file, line: 1 });
  }
  if (rows.length > MOST_REPLICATE_VARIANTS) {
    const message = `${file} has ${rows.length} rows, more than the ${MOST_REPLICATE_VARIANTS} that are kept; send the study without it, or make it of fewer regions`;
    throw new IngestError("TS_RESULT_INVALID", message, { file });
  }
  if (rows.length !== document.variants) {
    const message = `${file} has ${rows.length} rows and the study has ${document.variants} variants; was the file cut off?`;
    throw new IngestError("TS_RESULT_INVALID", message, { file });
  }
  return rows.map((row, index) =>
    new VariantRow(file, columns, index + 2, row).read(isOfVariants, document.runs.length),
  );
}

/** The cells of one line, from left to right. */
class VariantRow {
  readonly #file: string;
  readonly #columns: readonly string[];
  readonly #line: number;
  readonly #cells: readonly string[];
  #next = 0;

  constructor(file: string, columns: readonly string[], line: number, text: string) {
    this.#file = file;
    this.#columns = columns;
    this.#line = line;
    this.#cells = text.split("\t");
    if (this.#cells.length === columns.length) return;
    throw this.#error(0, `${this.#cells.length} cells where the header has ${columns.length}`);
  }

  read(isOfVariants: boolean, runs: number): ImportedVariant {
    const identity = isOfVariants ? this.#variant() : this.#analyte();
    const values: (number | null)[] = [];
    const depths: (number | null)[] = [];
    const states: string[] = [];
    for (let run = 0; run < runs; run++) {
      values.push(this.#number(isOfVariants ? [0, 1] : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]));
      depths.push(this.#count());
      states.push(this.#text());
    }
    const mean = this.#number([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
    const [sd, cv, floorCv] = [this.#rate(), this.#rate(), this.#rate()];
    return { number: this.#line - 1, ...identity, values, depths, states, mean, sd, cv, floorCv };
  }

  #variant() {
    const contig = this.#text();
    const position = this.#count();
    if (position === null) throw this.#error(this.#next - 1, "there is no position");
    const [ref, alt] = [this.#text(), this.#text()];
    const [variantType, zygosity, vafBin] = [this.#known(), this.#known(), this.#known()];
    const analyte = `${contig}:${position} ${ref}>${alt}`;
    return { analyte, contig, position, ref, alt, variantType, zygosity, vafBin, stratum: null };
  }

  #analyte() {
    const [analyte, stratum] = [this.#text(), this.#known()];
    const none = {
      contig: null,
      position: null,
      ref: null,
      alt: null,
      variantType: null,
      zygosity: null,
      vafBin: null,
    };
    return { analyte, stratum, ...none };
  }

  #text(): string {
    const cell = this.#cells[this.#next++] ?? "";
    if (cell !== "" && cell === cell.trim()) return cell;
    throw this.#error(this.#next - 1, "the cell is empty, or has blanks around it");
  }

  #known(): string | null {
    const cell = this.#cells[this.#next++] ?? "";
    return cell === "." || cell.trim() === "" ? null : cell.trim();
  }

  #rate(): number | null {
    return this.#number([0, Number.POSITIVE_INFINITY]);
  }

  #count(): number | null {
    const value = this.#rate();
    if (value === null || Number.isSafeInteger(value)) return value;
    throw this.#error(this.#next - 1, `${value} is no whole number`);
  }

  #number([least, most]: readonly [number, number]): number | null {
    const cell = this.#cells[this.#next++] ?? "";
    if (cell === ".") return null;
    const value = parseFinite(cell);
    if (value !== null && value >= least && value <= most) return value;
    throw this.#error(
      this.#next - 1,
      `'${cell}' is no number ${least === 0 ? `from 0${most === 1 ? " to 1" : " on"}` : ""}`.trim(),
    );
  }

  #error(place: number, what: string): IngestError {
    const [line, column, field = ""] = [this.#line, place + 1, this.#columns[place]];
    const message = `${this.#file}:${line}, column ${column} (${field}): ${what}`;
    return new IngestError("TS_RESULT_INVALID", message, { file: this.#file, line, column, field });
  }
}
