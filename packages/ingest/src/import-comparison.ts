import { importAardvark } from "./aardvark/import-aardvark.ts";
import { checkDiscordant } from "./discordant/check-discordant.ts";
import { collectDiscordant } from "./discordant/collect-discordant.ts";
import { readComparedRows } from "./discordant/read-compared-rows.ts";
import { IngestError } from "./error.ts";
import { importHappy } from "./happy/import-happy.ts";
import type { ComparisonFormat, ImportedComparison } from "./imported-comparison.ts";
import { type ResultFormat, recogniseText } from "./recognise/recognise-format.ts";
import { decodeResult, type ResultFile, type ResultText } from "./result-file.ts";
import { importSompy } from "./sompy/import-sompy.ts";
import { importTouchstone } from "./touchstone/import-touchstone.ts";
import { importVcfeval } from "./vcfeval/import-vcfeval.ts";

/** Files of comparisons, with the program that writes them. */
const PROGRAMS: Readonly<Partial<Record<ResultFormat, ComparisonFormat>>> = {
  "touchstone metrics": "touchstone",
  "touchstone provenance": "touchstone",
  "hap.py summary": "hap.py",
  "hap.py extended": "hap.py",
  "hap.py roc": "hap.py",
  "vcfeval summary": "rtg vcfeval",
  "vcfeval roc": "rtg vcfeval",
  "aardvark summary": "aardvark",
  "som.py stats": "som.py",
};

/**
 * Takes over one comparison from the files that a program wrote for it, whichever of them are given, recognised by their
 * content. Tables in hap.py's format beside a `metrics.json` of Touchstone belong to it, and a VCF with the columns TRUTH and
 * QUERY to the comparison of any program: from it come the discordant variants.
 *
 * @throws IngestError TS_RESULT_UNRECOGNISED when a file is none of a comparison, saying what it is; TS_RESULT_INVALID
 *   naming file, line and column or field when a file is not sound, counts and rates disagree, or the files are not of
 *   one comparison.
 */
export function importComparison(files: readonly ResultFile[]): ImportedComparison {
  const texts = new TextsByFormat(files.map(decodeResult));
  const imported = importTables(texts);
  if (texts.of("comparison vcf").length === 0) return imported;
  const vcf = texts.only("comparison vcf");
  const discordant = collectDiscordant(readComparedRows(vcf));
  const isChecked = imported.format === "touchstone";
  return { ...imported, discordant: isChecked ? checkDiscordant(vcf.file, discordant, imported) : discordant };
}

function importTables(texts: TextsByFormat): ImportedComparison {
  const programs = texts.programs();
  const isTouchstone = programs.has("touchstone");
  if (isTouchstone) programs.delete("hap.py");
  if (programs.size !== 1) throw notOneProgram(programs);
  if (isTouchstone) return fromTouchstone(texts);
  if (programs.has("hap.py")) return importHappy(happyTables(texts));
  if (programs.has("rtg vcfeval")) {
    return importVcfeval({ summary: texts.of("vcfeval summary"), roc: texts.of("vcfeval roc") });
  }
  return programs.has("aardvark")
    ? importAardvark(texts.only("aardvark summary"))
    : importSompy(texts.only("som.py stats"));
}

function fromTouchstone(texts: TextsByFormat): ImportedComparison {
  const metrics = texts.only("touchstone metrics");
  const provenance = texts.of("touchstone provenance").length === 0 ? null : texts.only("touchstone provenance");
  return importTouchstone({ metrics, provenance, tables: happyTables(texts) });
}

function happyTables(texts: TextsByFormat): Record<"summary" | "extended" | "roc", ResultText[]> {
  // A curve of a type without records is a header alone, which its name tells from the other table.
  const isCurve = ({ file }: ResultText) => EMPTY_CURVE.test(file);
  const extended = texts.of("hap.py extended");
  return {
    summary: texts.of("hap.py summary"),
    extended: extended.filter((text) => !isCurve(text)),
    roc: [...texts.of("hap.py roc"), ...extended.filter(isCurve)],
  };
}

const EMPTY_CURVE = /\.roc\.[^/]*\.csv(\.gz)?$/;

function notOneProgram(programs: ReadonlySet<string>): IngestError {
  const message =
    programs.size === 0
      ? "no file with the counts of a comparison was given"
      : `files of several programs were given (${[...programs].join(", ")}); a comparison is by one`;
  return new IngestError("TS_RESULT_INVALID", message);
}

function isOfComparison(format: ResultFormat): boolean {
  return format in PROGRAMS || format === "comparison vcf";
}

class TextsByFormat {
  readonly #texts = new Map<ResultFormat, ResultText[]>();

  constructor(texts: readonly ResultText[]) {
    for (const text of texts) {
      const recognition = recogniseText(text);
      if (recognition.format === null || !isOfComparison(recognition.format)) {
        const found = recognition.format === null ? recognition.found : `of the format '${recognition.format}'`;
        const message = `${text.file} is no file of a comparison: it is ${found}`;
        throw new IngestError("TS_RESULT_UNRECOGNISED", message, { file: text.file });
      }
      this.#texts.set(recognition.format, [...this.of(recognition.format), text]);
    }
  }

  programs(): Set<ComparisonFormat> {
    return new Set([...this.#texts.keys()].flatMap((format) => PROGRAMS[format] ?? []));
  }

  of(format: ResultFormat): ResultText[] {
    return this.#texts.get(format) ?? [];
  }

  /** The file of a format of which a comparison has one. */
  only(format: ResultFormat): ResultText {
    const [first, second] = this.of(format);
    if (first === undefined) {
      throw new IngestError("TS_RESULT_INVALID", `the file '${format}' is missing; the others make no comparison`);
    }
    if (second !== undefined) {
      const message = `${first.file} and ${second.file} are both '${format}'; a comparison has one`;
      throw new IngestError("TS_RESULT_INVALID", message, { file: second.file });
    }
    return first;
  }
}
