import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sharedData, sharedDataAvailable } from "@touchstone/test-support";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { arbitraryRecords, headerLines, recordLine, vcfText } from "../../test/arbitrary-vcf.ts";
import { BGZF_EOF, deflateBlock } from "../bgzf/deflate.ts";
import { FormatError } from "../error.ts";
import { parseVcfHeader } from "./header.ts";
import { readVcf, type VcfReader } from "./read.ts";
import type { VcfRecord } from "./record.ts";
import { formatVcfRecord, VcfWriter } from "./write.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vcf-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

type Packing = "plain" | "gzip" | "bgzf";

function pack(text: Buffer, packing: Packing, blockSize = 60_000): Buffer {
  if (packing === "plain") return text;
  if (packing === "gzip") return gzipSync(text);
  const blocks: Buffer[] = [];
  for (let at = 0; at < text.length; at += blockSize) blocks.push(deflateBlock(text.subarray(at, at + blockSize), 1));
  return Buffer.concat([...blocks, BGZF_EOF]);
}

async function withReader<T>(content: Buffer, use: (reader: VcfReader) => T | Promise<T>): Promise<T> {
  const path = join(folder, "in.vcf");
  writeFileSync(path, content);
  using reader = await readVcf(path);
  return await use(reader);
}

function fieldsOf(record: VcfRecord): object {
  const { chrom, pos, id, ref, alts, qual, filters, info, format, samples } = record;
  return { chrom, pos, id, ref, alts, qual, filters, info, format, samples };
}

const HEADER = headerLines(2).join("\n");
const RECORD = "chr2\t7\trs1;x\tACG\tA,<DEL>\t1e1\tq10;s50\tDP=3;DB;ANN=a=b\tGT:PS:GQ\t0|2:7\t./1:.:12";

describe("VcfRecord", () => {
  test("gives the fields of a full record", async () => {
    const text = Buffer.from(`${HEADER}\n${RECORD}\n`);
    const [record] = await withReader(text, (reader) => [...reader]);
    expect(fieldsOf(record)).toEqual({
      chrom: "chr2",
      pos: 7,
      id: "rs1;x",
      ref: "ACG",
      alts: ["A", "<DEL>"],
      qual: 10,
      filters: ["q10", "s50"],
      info: new Map<string, string | true>([
        ["DP", "3"],
        ["DB", true],
        ["ANN", "a=b"],
      ]),
      format: ["GT", "PS", "GQ"],
      samples: ["0|2:7", "./1:.:12"],
    });
    expect(record.genotype()).toEqual({ alleles: [0, 2], phased: true });
    expect(record.genotype("S2")).toEqual({ alleles: [null, 1], phased: false });
    expect(record.genotype(1)).toEqual(record.genotype("S2"));
    expect([record.genotype("S3"), record.genotype(2), record.genotype(-1)]).toEqual([null, null, null]);
    expect([record.value("S1", "PS"), record.value("S1", "GQ"), record.value("S2", "PS")]).toEqual(["7", null, null]);
    expect([record.value("S2", "GQ"), record.value("S2", "DP"), record.value("S3", "GQ")]).toEqual(["12", null, null]);
  });

  test("gives null or nothing where the file has a dot", async () => {
    const text = Buffer.from(
      "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n1\t0\t.\tN\t.\t.\t.\t.",
    );
    const [record] = await withReader(text, (reader) => [...reader]);
    expect(fieldsOf(record)).toMatchObject({ pos: 0, id: null, alts: [], qual: null, filters: null, format: [] });
    expect([record.info.size, record.samples.length, record.genotype()]).toEqual([0, 0, null]);
    expect(record.line.toString()).toBe("1\t0\t.\tN\t.\t.\t.\t.");
  });

  test("refuses a genotype whose allele is not in the record", async () => {
    const text = Buffer.from(`${HEADER}\n${RECORD.replace("0|2", "0|3")}\n`);
    const [record] = await withReader(text, (reader) => [...reader]);
    expect(() => record.genotype(0)).toThrow(/"0\|3" names an allele of a record with 2 ALT alleles/);
  });
});

describe("readVcf", () => {
  test("gives the same records for plain text, gzip and BGZF, sync and async, again and again", async () => {
    const records = fc.sample(arbitraryRecords(1, 200), { seed: 7, numRuns: 40 }).flat();
    const text = Buffer.from(vcfText(1, records));
    for (const packing of ["plain", "gzip", "bgzf"] as const) {
      await withReader(pack(text, packing, 4000), async (reader) => {
        const lines = records.map((record) => `${recordLine(record)}\n`);
        expect(reader.header.samples).toEqual(["S1"]);
        for (let round = 0; round < 2; round++) expect([...reader].map(({ line }) => line.toString())).toEqual(lines);
        const asynchronous: string[] = [];
        for await (const record of reader) asynchronous.push(record.line.toString());
        expect(asynchronous).toEqual(lines);
      });
    }
  });

  test("spools gzip in the temporary folder and leaves nothing there", async () => {
    const packed = gzipSync(Buffer.from(`${HEADER}\n${RECORD}\n`));
    const temporary = join(folder, "temporary");
    vi.stubEnv("TMPDIR", temporary);
    try {
      await expect(withReader(packed, () => 0)).rejects.toMatchObject({ code: "TS_FILE_UNWRITABLE" });
      mkdirSync(temporary);
      await withReader(packed, (reader) => expect([...reader].length).toBe(1));
      expect(readdirSync(temporary)).toEqual([]);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test("names the line of a malformed record, after the records before it", async () => {
    const good = `${RECORD}\n`.repeat(30_000);
    const text = Buffer.from(`${HEADER}\n${good}${RECORD.replace("ACG", "AC7")}\n${good}`);
    const line = headerLines(2).length + 30_001;
    for (const packing of ["plain", "gzip", "bgzf"] as const) {
      await withReader(pack(text, packing), (reader) => {
        let seen = 0;
        let thrown: unknown;
        try {
          for (const record of reader) seen += record.pos === 7 ? 1 : 0;
        } catch (error) {
          thrown = error;
        }
        expect(seen).toBe(30_000);
        expect(thrown).toBeInstanceOf(FormatError);
        const { code, message, details } = thrown as FormatError;
        const file = join(folder, "in.vcf");
        expect({ code, details }).toEqual({
          code: "TS_VCF_MALFORMED",
          details: { file, line, column: 4, field: "REF" },
        });
        expect(message).toBe(`${file}: line ${line}, column 4 (REF): "AC7" holds "7", which is no base`);
      });
    }
  });

  test("a gzip file that is cut off, or holds nothing, is named", async () => {
    const packed = gzipSync(Buffer.from(`${HEADER}\n${RECORD}\n`));
    await expect(withReader(packed.subarray(0, -20), () => 0)).rejects.toMatchObject({ code: "TS_GZIP_CORRUPT" });
    await expect(withReader(gzipSync(""), () => 0)).rejects.toMatchObject({
      code: "TS_FILE_EMPTY",
      details: { file: join(folder, "in.vcf") },
    });
  });

  test("any damage gives records or a typed error, never anything else and never fewer records", async () => {
    const records = fc.sample(arbitraryRecords(2, 12), { seed: 11, numRuns: 6 }).flat();
    const text = Buffer.from(vcfText(2, records));
    const damage = fc.record({
      packing: fc.constantFrom<Packing>("plain", "plain", "bgzf", "gzip"),
      edits: fc.array(fc.record({ at: fc.nat(), byte: fc.nat(255) }), { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ packing, edits }) => {
        const bytes = Buffer.from(pack(text, packing, 700));
        for (const { at, byte } of edits) bytes[at % bytes.length] = byte;
        let count = 0;
        try {
          await withReader(bytes, (reader) => {
            for (const record of reader) count += Object.keys(fieldsOf(record)).length > 0 ? 1 : 0;
          });
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
          return;
        }
        const lines = packing === "plain" ? bytes.toString("latin1").split("\n") : text.toString().split("\n");
        expect(count).toBe(lines.filter((line) => line.trim() !== "" && !line.startsWith("#")).length);
      }),
      { numRuns: 300 },
    );
  });
});

describe("VcfWriter", () => {
  test("writes what readVcf read byte for byte", async () => {
    const cases = fc.record({
      records: arbitraryRecords(2),
      packing: fc.constantFrom<Packing>("plain", "gzip", "bgzf"),
      lineEnd: fc.constantFrom("\n", "\r\n"),
      isTerminated: fc.boolean(),
      compression: fc.constantFrom("plain" as const, "bgzf" as const),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ records, packing, lineEnd, isTerminated, compression }) => {
        let text = vcfText(2, records).replaceAll("\n", lineEnd);
        if (!isTerminated) text = text.slice(0, -lineEnd.length);
        const path = join(folder, "out.vcf");
        await withReader(pack(Buffer.from(text), packing, 500), async (reader) => {
          const writer = await VcfWriter.create(path, reader.header, { compression });
          for (const record of reader) await writer.write(record);
          expect(existsSync(path)).toBe(false);
          await writer.close();
        });
        const written = readFileSync(path);
        expect((compression === "bgzf" ? gunzipSync(written) : written).toString()).toBe(text);
        rmSync(path);
      }),
      { numRuns: 60 },
    );
  });

  test("puts the newline that a last line lacked before the next record", async () => {
    const path = join(folder, "joined.vcf.gz");
    await withReader(Buffer.from(`${HEADER}\n${RECORD}`), async (reader) => {
      const writer = await VcfWriter.create(path, reader.header, { level: 1 });
      for (const record of reader) {
        await writer.write(record);
        await writer.write(record);
        await writer.write(formatVcfRecord(record));
      }
      await writer.close();
    });
    const expected = [RECORD, RECORD, RECORD.replace("1e1", "10"), ""].join("\n");
    expect(gunzipSync(readFileSync(path)).toString()).toBe(`${HEADER}\n${expected}`);
  });

  test("writes fields that read back as they were", async () => {
    const header = parseVcfHeader(headerLines(1));
    await fc.assert(
      fc.asyncProperty(arbitraryRecords(1), async (records) => {
        const text = Buffer.from(vcfText(1, records));
        const pieces: Uint8Array[] = [];
        const output = {
          write: async (piece: Uint8Array) => void pieces.push(piece),
          close: async () => {},
          abort: async () => {},
        };
        const before = await withReader(text, async (reader) => {
          const writer = VcfWriter.to(output, header);
          for (const record of reader) await writer.write(formatVcfRecord(record));
          await writer.close();
          return [...reader].map(fieldsOf);
        });
        const after = await withReader(Buffer.concat(pieces), (reader) => [...reader].map(fieldsOf));
        expect(after).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  test("leaves nothing when given up, and says when it cannot write", async () => {
    const header = parseVcfHeader(headerLines(0));
    for (const name of ["given-up.vcf", "given-up.vcf.gz"]) {
      const writer = await VcfWriter.create(join(folder, name), header);
      await writer.abort();
    }
    expect(readdirSync(folder).filter((name) => name.startsWith("given-up"))).toEqual([]);
    await expect(VcfWriter.create(join(folder, "no", "such.vcf"), header)).rejects.toMatchObject({
      code: "TS_FILE_UNWRITABLE",
    });
  });
});

describe.skipIf(!sharedDataAvailable("hg002-grch38-chr20-1Mb"))("real call sets (../shared/data)", () => {
  test.each([
    ["hg002-grch38-chr20-1Mb/truth.vcf.gz", 2779],
    ["hg002-grch38-chr20-1Mb/query.vcf.gz", 2153],
    ["hg002-grch38-chr20-1Mb/second-caller.vcf.gz", 493],
    ["synthetic-4Mb/truth.vcf.gz", 5807],
    ["synthetic-4Mb/query.vcf.gz", 6144],
  ])("%s round trips byte for byte", async (name, count) => {
    const path = sharedData(name);
    const copy = join(folder, "copy.vcf");
    using reader = await readVcf(path);
    const writer = await VcfWriter.create(copy, reader.header);
    let seen = 0;
    for await (const record of reader) {
      await writer.write(record);
      seen += record.genotype() === null ? 0 : 1;
    }
    await writer.close();
    expect(seen).toBe(count);
    expect(readFileSync(copy).equals(gunzipSync(readFileSync(path)))).toBe(true);
  });
});
