import { readVcf, type VcfRecord } from "@touchstone/formats";
import { ConcordanceError } from "../error.ts";

/** Verdicts of BD. */
export type Verdict = "TP" | "FN" | "FP" | "UNK" | "N";

/** One side of a row of P.vcf.gz. */
export interface LabelledSide {
  readonly verdict: Verdict;
  /** As the call set has it. */
  readonly genotype: string;
  /** BVT: how the record is counted. */
  readonly type: string;
}

/** A row of P.vcf.gz: a record of one side, or one that both share. */
export interface LabelledRecord {
  readonly contig: string;
  /** 1-based. */
  readonly position: number;
  readonly ref: string;
  /** As it stands, alleles separated by commas. */
  readonly alt: string;
  readonly truth: LabelledSide | null;
  readonly query: LabelledSide | null;
}

const VERDICTS: ReadonlySet<string> = new Set(["TP", "FN", "FP", "UNK", "N"]);

/** The rows of a comparison's P.vcf.gz, one after another; `close` it when done. */
export class LabelledRecords implements Disposable {
  readonly #path: string;
  readonly #reader: Awaited<ReturnType<typeof readVcf>>;
  /** FORMAT of the row before, and where the keys are in it. */
  #format = "";
  #places = { genotype: -1, verdict: -1, type: -1 };

  private constructor(path: string, reader: Awaited<ReturnType<typeof readVcf>>) {
    this.#path = path;
    this.#reader = reader;
  }

  /**
   * @throws FormatError as `readVcf`; ConcordanceError TS_COMPARISON_INVALID when the file's samples are not TRUTH and
   *   QUERY
   */
  static async open(path: string): Promise<LabelledRecords> {
    const reader = await readVcf(path);
    if (reader.header.samples.join() !== "TRUTH,QUERY") {
      reader.close();
      throw new ConcordanceError(
        "TS_COMPARISON_INVALID",
        `${path} has not the samples TRUTH and QUERY: it was not written by touchstone compare`,
        { file: path },
      );
    }
    return new LabelledRecords(path, reader);
  }

  /** @throws FormatError for damaged files; ConcordanceError TS_COMPARISON_INVALID for a row without verdicts */
  *[Symbol.iterator](): Generator<LabelledRecord> {
    for (const record of this.#reader) yield this.#read(record);
  }

  [Symbol.dispose](): void {
    this.#reader.close();
  }

  #read(record: VcfRecord): LabelledRecord {
    // One cut of the line costs a fraction of asking for each field.
    const [contig, position, , ref, alt, , , , format, truth, query] = record.line
      .toString("latin1")
      .trimEnd()
      .split("\t");
    if (format !== this.#format) {
      this.#format = format;
      const keys = format.split(":");
      this.#places = { genotype: keys.indexOf("GT"), verdict: keys.indexOf("BD"), type: keys.indexOf("BVT") };
    }
    return {
      contig,
      position: Number(position),
      ref,
      alt,
      truth: this.#side(record, truth),
      query: this.#side(record, query),
    };
  }

  #side(record: VcfRecord, sample: string): LabelledSide | null {
    const values = sample.split(":");
    const genotype = values[this.#places.genotype];
    const verdict = values[this.#places.verdict];
    const type = values[this.#places.type];
    if (verdict === ".") return null;
    if (genotype === undefined || type === undefined || !VERDICTS.has(verdict)) {
      throw new ConcordanceError(
        "TS_COMPARISON_INVALID",
        `${this.#path}: ${record.chrom}:${record.pos} has no verdict (FORMAT/BD) in ${sample}`,
        { file: this.#path, contig: record.chrom, position: record.pos, field: "FORMAT/BD" },
      );
    }
    return { verdict: verdict as Verdict, genotype, type };
  }
}
