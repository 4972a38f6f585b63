import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryRecords, recordLine } from "../../test/arbitrary-vcf.ts";
import { assemble } from "../../test/wasm/assemble.ts";
import { FormatError } from "../error.ts";
import { PlainLineCounter } from "./stats-plain-lines.ts";
import { MAX_TEXT } from "./stats-plain-lines-layout.ts";
import { PLAIN_LINES_SOURCE } from "./stats-plain-lines-source.ts";
import { RecordTally, type VcfStats } from "./stats-tally.ts";

const RUNS = 1000;

type Outcome = VcfStats | FormatError["details"];

function outcomeOf(run: () => VcfStats): Outcome {
  try {
    return run();
  } catch (error) {
    if (error instanceof FormatError) return error.details;
    throw error;
  }
}

function counted(text: Buffer, sampleColumn: number, sampleCount: number): Outcome {
  const tally = new RecordTally({ sampleColumn, sampleCount, path: "x.vcf" });
  return outcomeOf(() => {
    const rest = new PlainLineCounter(tally).add(text, 0, text.length);
    if (rest < text.length) tally.addLines(text, rest, text.length);
    return tally.stats;
  });
}

/** What the tally makes of the whole text. */
function scanned(text: Buffer, sampleColumn: number, sampleCount: number): Outcome {
  const tally = new RecordTally({ sampleColumn, sampleCount, path: "x.vcf" });
  return outcomeOf(() => {
    tally.addLines(text, 0, text.length);
    return tally.stats;
  });
}

/** What the tally makes of one line after the other: of several errors it may meet another one first. */
function scannedByLine(text: Buffer, sampleColumn: number, sampleCount: number): Outcome {
  const tally = new RecordTally({ sampleColumn, sampleCount, path: "x.vcf" });
  return outcomeOf(() => {
    for (let from = 0, to = 0; from < text.length; from = to) {
      to = text.indexOf("\n", from) + 1 || text.length;
      tally.addLines(text, from, to);
    }
    return tally.stats;
  });
}

/** Whether the text was refused. */
function checkAlike(text: Buffer, sampleColumn: number, sampleCount: number): boolean {
  const expected = scanned(text, sampleColumn, sampleCount);
  const outcome = counted(text, sampleColumn, sampleCount);
  if ("records" in expected) expect(outcome).toEqual(expected);
  else expect([expected, scannedByLine(text, sampleColumn, sampleCount)]).toContainEqual(outcome);
  return !("records" in expected);
}

/** Fields of the usual form and of forms that differ from it by little. */
const FIELDS: readonly (readonly string[])[] = [
  ["chr1", "chr1", "chr2", "chromosome1", "chr 1", "#1", "", "chr10", "chr1_long_name"],
  ["1", "123456789", "1234567890", "2147483648", "0", "", "12a", "-1", "/1", "1:"],
  [".", "rs1", "", "a b"],
  ["A", "c", "N", "ACG", "U", "T", "AC", "", "A1", ".", "R", "A,C"],
  ["G", "t", "C", "A", "ACG", "AT", "G,T", "G,TT", "G,", ",G", "G,,T", ".", "*", "<DEL>", "N", "", "AGT", "RY", "a"],
  ["50", ".", "1.5", "1.", ".5", "1.2.3", "1e3", "", "..", "123456789012345", "1234567890123456", "5/", "5:"],
  ["PASS", ".", "LowQual", "", "q10;s50"],
  ["DP=3", ".", "", `X=${"long".repeat(30)}`],
  ["GT:GQ", "GT", "GQ:GT", "GTX:GQ", "G", "", "DP"],
  ["0/1:9", "0|1", "1/1:9", "0/0", "./.:3", ".", "1", "0/1/1", "10/1", "./1", "1|.", "a/b", "", "2/2:1", "0/1x", "0-1"],
];

const fieldOf = (values: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(values[0]) }, { weight: 4, arbitrary: fc.constantFrom(...values) });

const lineOf = (sampleCount: number): fc.Arbitrary<string> => {
  const fixed = FIELDS.slice(0, sampleCount === 0 ? 8 : 9).map(fieldOf);
  const samples = Array.from({ length: sampleCount }, () => fieldOf(FIELDS[9]));
  return fc.tuple(...fixed, ...samples).map((fields) => fields.join("\t"));
};

const cases = fc.integer({ min: 0, max: 3 }).chain((sampleCount) =>
  fc.record({
    sampleCount: fc.constant(sampleCount),
    sampleColumn: fc.integer({ min: -1, max: sampleCount - 1 }),
    lines: fc.array(lineOf(sampleCount), { maxLength: 12 }),
  }),
);

describe("PlainLineCounter", () => {
  test("its module is the one that the source says", async () => {
    const lines =
      Buffer.from(assemble(PLAIN_LINES_SOURCE))
        .toString("base64")
        .match(/.{1,116}/g) ?? [];
    const comment = "/** The module of `stats-plain-lines-source.ts` in base64. */";
    const text = `${comment}\nexport const PLAIN_LINES_BINARY = \`\n${lines.join("\n")}\n\`;\n`;
    await expect(text).toMatchFileSnapshot("./stats-plain-lines-binary.ts");
  });

  test("counts what the tally counts and refuses what it refuses, field by field", () => {
    let refused = 0;
    fc.assert(
      fc.property(cases, ({ sampleCount, sampleColumn, lines }) => {
        const text = Buffer.from(lines.map((line) => `${line}\n`).join(""), "latin1");
        if (checkAlike(text, sampleColumn, sampleCount)) refused++;
      }),
      { numRuns: RUNS },
    );
    expect(refused).toBeGreaterThan(RUNS / 10);
    expect(refused).toBeLessThan(0.95 * RUNS);
  });

  test("does so for each field that is unlike the usual one", () => {
    const usual = FIELDS.map(([first]) => first);
    FIELDS.forEach((values, column) => {
      for (const value of values) {
        const lines = [usual, usual.with(column, value), usual].map((fields) => `${fields.join("\t")}\n`);
        const text = Buffer.from(lines.join(""), "latin1");
        expect(counted(text, 0, 1), `column ${column + 1}: ${value}`).toEqual(scanned(text, 0, 1));
      }
    });
  });

  test("does so for every REF and ALT of one or two letters", () => {
    const letters = [..."ACGTNUacgtn.*,"];
    const alleles = [...letters, ...letters.flatMap((a) => letters.map((b) => a + b))];
    const line = (ref: string, alt: string) => Buffer.from(`1\t5\t.\t${ref}\t${alt}\t.\t.\t.\n`);
    const lines = alleles.flatMap((ref) => alleles.map((alt) => line(ref, alt)));
    const valid = lines.filter((text) => "records" in scanned(text, -1, 0));
    expect(valid.length).toBeGreaterThan(10_000);
    for (let i = 0; i < valid.length; i += 5000) {
      expect(checkAlike(Buffer.concat(valid.slice(i, i + 5000)), -1, 0)).toBe(false);
    }
    for (const allele of alleles) {
      checkAlike(line(allele, "G"), -1, 0);
      checkAlike(line("G", allele), -1, 0);
    }
  });

  test("does so for damaged text", () => {
    const damage = fc.record({
      records: arbitraryRecords(2, 6).filter((records) => records.length > 0),
      at: fc.nat(),
      byte: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(...Buffer.from("\t\n\r .,<>*[]0A#"))),
      isInsertion: fc.boolean(),
    });
    fc.assert(
      fc.property(damage, ({ records, at, byte, isInsertion }) => {
        const original = Buffer.from(records.map((record) => `${recordLine(record)}\n`).join(""), "latin1");
        const place = at % original.length;
        const rest = original.subarray(isInsertion ? place : place + 1);
        const text = Buffer.concat([original.subarray(0, place), Buffer.of(byte), rest]);
        checkAlike(text, 1, 2);
      }),
      { numRuns: RUNS },
    );
  });

  test("takes as much text as its memory holds, whatever it is made of", () => {
    const short = "1\t5\t.\tA\tC,G\t.\t.\t.\n";
    for (const line of [short, short.replace(",G", ""), short.replace("A\t", "\t"), "\n", `${"\t".repeat(63)}\n`]) {
      const text = Buffer.from(line.repeat(MAX_TEXT / line.length));
      expect(counted(text, -1, 0)).toEqual(scanned(text, -1, 0));
    }
    const tooLong = Buffer.from(`${short.repeat(MAX_TEXT / short.length)}${short}`);
    const tally = new RecordTally({ sampleColumn: -1, sampleCount: 0, path: "x.vcf" });
    expect(new PlainLineCounter(tally).add(tooLong, 0, tooLong.length)).toBe(0);
    expect(tally.stats.records).toBe(0);
  });
});
