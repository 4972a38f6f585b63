import { afterAll, describe, expect, test } from "vitest";
import { bgzfOf, TemporaryFolder } from "../../test/bgzf-fixtures.ts";
import { numbers } from "../../test/vcf-fixtures.ts";
import { TextFile } from "../bgzf/text-file.ts";
import { vcfStats } from "./stats.ts";
import { linePieces } from "./stats-pieces.ts";

const folder = new TemporaryFolder();
afterAll(() => folder.remove());

const next = numbers(77);

/** Lines of which few end where a piece of the file does; one is longer than what is read at a time. */
function manyLines(): string[] {
  const lines = Array.from({ length: 9000 }, () => "acgt"[next(4)].repeat(1 + next(400)));
  return lines.with(4700, "x".repeat(1_200_000));
}

/** The text in blocks of any size, stored so that the file is as large as the text. */
function inBlocks(text: string): Buffer {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += pieces[pieces.length - 1].length) {
    pieces.push(text.slice(at, at + 1 + next(60_000)));
  }
  return bgzfOf(pieces, 0).bytes;
}

const FORMS: readonly (readonly [string, (text: string) => Buffer])[] = [
  ["a plain file", (text) => Buffer.from(text)],
  ["a BGZF file", inBlocks],
];

describe.each(FORMS)("linePieces of %s", (_, pack) => {
  test.each([true, false])("gives every line once, in order and whole; the last one terminated: %s", (isTerminated) => {
    const text = `${manyLines().join("\n")}${isTerminated ? "\n" : ""}`;
    const file = TextFile.open(folder.write("lines", pack(text)));
    const parts: string[] = [];
    for (const piece of linePieces(file, 0, 10_000)) {
      const part = piece.text.toString("latin1", piece.from, piece.to);
      parts.push(part);
      const before = file.read(piece.position, Number.POSITIVE_INFINITY).subarray(piece.textOffset + piece.from);
      expect(part.startsWith(before.toString("latin1", 0, 50).slice(0, part.length))).toBe(true);
    }
    file.close();
    expect(parts.join("")).toBe(text);
    for (const part of parts.slice(0, -1)) expect(part.endsWith("\n")).toBe(true);
    expect(parts.length).toBeGreaterThan(50);
  });
});

describe.each(FORMS)("vcfStats of %s", (_, pack) => {
  const header = ["##fileformat=VCFv4.2", "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO"];
  const records = Array.from({ length: 12_000 }, (_, i) => {
    return `chr1\t${i + 1}\t.\tA\t${next(9) === 0 ? "ACC" : "G"}\t.\tPASS\tX=${"y".repeat(next(200))}`;
  });

  test("counts every record, also those that a cut goes through", async () => {
    const path = folder.write("records.vcf", pack(`${[...header, ...records].join("\n")}\n`));
    const indels = records.filter((record) => record.includes("ACC")).length;
    expect(await vcfStats(path)).toMatchObject({ records: 12_000, indels, snps: 12_000 - indels });
  });

  test("names the line of a malformed record wherever it is", async () => {
    for (const at of [0, 1, 1500, 4300, 7777, 9000, 11_999]) {
      const lines = [...header, ...records.with(at, records[at].replace("\tA\t", "\tA?\t"))];
      const path = folder.write("malformed.vcf", pack(`${lines.join("\n")}\n`));
      const details = { line: header.length + at + 1, column: 4, field: "REF" };
      await expect(vcfStats(path)).rejects.toMatchObject({ code: "TS_VCF_MALFORMED", details });
    }
  });
});
