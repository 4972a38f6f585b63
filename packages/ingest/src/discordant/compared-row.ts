import { IngestError } from "../error.ts";

/** What a comparison made of one side of a row. */
export interface ComparedCall {
  /** As the call set has it. */
  readonly genotype: string;
  readonly decision: "TP" | "FN" | "FP" | "UNK" | "N";
  /** `allele`: the other side has the allele with another genotype; `local`: it has other alleles nearby. */
  readonly matchKind: "genotype" | "allele" | "local" | null;
  /** `SNP` or `INDEL`. */
  readonly variantType: string;
  /** `ti`, `d6_15`. */
  readonly subtype: string | null;
  /** `het`, `homalt`. */
  readonly genotypeClass: string | null;
  /** Of the query call, or of the one that a truth call was matched with. */
  readonly score: number | null;
}

/** A row of a VCF with the columns TRUTH and QUERY. */
export interface ComparedRow {
  readonly contig: string;
  /** 1-based. */
  readonly position: number;
  readonly ref: string;
  /** As it stands, alleles separated by commas. */
  readonly alt: string;
  /** Null where there is none. */
  readonly filter: string | null;
  readonly superlocus: number | null;
  readonly method: "exact" | "search" | "bounded" | null;
  /** Why it is not assessed, as `filtered`; null where it is, or the file does not say. */
  readonly reason: string | null;
  /** Reference bases before POS and after REF; null where the file does not say. */
  readonly flanks: readonly [before: string, after: string] | null;
  /** Stratification regions that it lies in; null where the file does not say. */
  readonly strata: readonly string[] | null;
  readonly truth: ComparedCall | null;
  readonly query: ComparedCall | null;
}

const DECISIONS: ReadonlySet<string> = new Set(["TP", "FN", "FP", "UNK", "N"]);
const METHODS: ReadonlySet<string> = new Set(["exact", "search", "bounded"]);
const MATCH_KINDS: Readonly<Record<string, ComparedCall["matchKind"]>> = { gm: "genotype", am: "allele", lm: "local" };
/** Names in hap.py's INFO/Regions that are no stratification regions. */
const NO_STRATA = /^(CONF|TS_boundary|TS_contained|\*)$/;
const COLUMNS = 11;

/** @throws IngestError TS_RESULT_INVALID for a line that is no row of such a file. */
export function readComparedRow(line: string, file: string, number: number): ComparedRow {
  const cells = line.split("\t");
  const [contig = "", pos = "", , ref = "", alt = "", , filter = "", info = "", format = "", truth = "", query = ""] =
    cells;
  const invalid = (column: number, field: string, what: string): IngestError =>
    new IngestError("TS_RESULT_INVALID", `${file} line ${number}, ${field}: ${what}`, {
      ...{ file, line: number, column, field },
    });
  if (cells.length !== COLUMNS) {
    throw invalid(cells.length, "columns", `has ${cells.length} of them and not ${COLUMNS}; the file may be cut off`);
  }
  if (!/^\d{1,10}$/.test(pos) || Number(pos) >= 2 ** 31) throw invalid(2, "POS", `'${pos}' is no position`);
  if (contig === "" || ref === "" || alt === "") throw invalid(1, "CHROM, REF or ALT", "is empty");
  const keys = format.split(":");
  const call = (sample: string, column: number, field: string): ComparedCall | null => {
    const values = sample.split(":");
    const of = (key: string) => presentOf(values[keys.indexOf(key)]);
    const decision = of("BD");
    if (decision === null) return null;
    if (!DECISIONS.has(decision)) throw invalid(column, `${field} BD`, `'${decision}' is no decision`);
    return {
      genotype: of("GT") ?? ".",
      decision: decision as ComparedCall["decision"],
      matchKind: MATCH_KINDS[of("BK") ?? ""] ?? null,
      variantType: of("BVT") ?? typeOf(ref, alt),
      subtype: of("BI"),
      genotypeClass: of("BLT"),
      score: scoreOf(of("QQ")),
    };
  };
  return {
    contig,
    position: Number(pos),
    ref,
    alt,
    filter: presentOf(filter),
    ...infoOf(info),
    truth: call(truth, 10, "TRUTH"),
    query: call(query, 11, "QUERY"),
  };
}

function infoOf(info: string): Pick<ComparedRow, "superlocus" | "method" | "reason" | "flanks" | "strata"> {
  const values = new Map(
    info.split(";").map((entry) => [entry.split("=", 1)[0] ?? "", entry.slice(entry.indexOf("=") + 1)]),
  );
  const superlocus = Number(values.get("BS") ?? Number.NaN);
  const method = values.get("BM") ?? "";
  const [before, after] = values.get("FLANKS")?.split(",") ?? [];
  const regions = values.get("Regions");
  return {
    superlocus: Number.isSafeInteger(superlocus) && superlocus >= 0 ? superlocus : null,
    method: METHODS.has(method) ? (method as ComparedRow["method"]) : null,
    reason: presentOf(values.get("BN")),
    flanks: before === undefined || after === undefined ? null : [presentOf(before) ?? "", presentOf(after) ?? ""],
    strata: regions === undefined ? null : namesOf(regions),
  };
}

function namesOf(regions: string): string[] {
  const names = regions.split(",").map((name) => decode(name).trim());
  return [...new Set(names.filter((name) => name !== "" && name !== "." && !NO_STRATA.test(name)))];
}

/** VCF writes what would end a value as `%3B`; a percent sign of another program stands for itself. */
function decode(text: string): string {
  return text.replaceAll(/%(3A|3B|3D|25|2C|20)/gi, (code) => decodeURIComponent(code));
}

function presentOf(value: string | undefined): string | null {
  return value === undefined || value === "" || value === "." ? null : value;
}

function scoreOf(text: string | null): number | null {
  const score = Number(text ?? Number.NaN);
  return Number.isFinite(score) ? score : null;
}

/** Of programs that do not write BVT. */
function typeOf(ref: string, alt: string): string {
  return alt.split(",").every((allele) => allele.length === ref.length) ? "SNP" : "INDEL";
}
