import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { toolAvailable } from "@touchstone/test-support";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BGZF_EOF, deflateBlock } from "../bgzf/deflate.ts";
import { FormatError } from "../error.ts";
import { digestContig } from "./digest-contig.ts";
import { FastaReader } from "./fasta-reader.ts";
import { formatFasta } from "./format-fasta.ts";

const sequences = ["acgtTGCAn".repeat(50_000), "", "GATTACA", "TTAGGG".repeat(20_000)];
const text = sequences.map((s, i) => formatFasta(`s${i}`, s, 71)).join("");

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fasta-bgzf-"));
  path = join(folder, "reference.fa.gz");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes the text in blocks of the given size and returns the matching .gzi. */
function writeBgzf(blockBytes: number): Buffer {
  const blocks: Buffer[] = [];
  const entries: [number, number][] = [];
  let size = 0;
  for (let at = 0; at < text.length; at += blockBytes) {
    if (at > 0) entries.push([size, at]);
    const block = deflateBlock(Buffer.from(text.slice(at, at + blockBytes)), 1);
    blocks.push(block);
    size += block.length;
  }
  writeFileSync(path, Buffer.concat([...blocks, BGZF_EOF]));
  const gzi = Buffer.alloc(8 + 16 * entries.length);
  gzi.writeBigUInt64LE(BigInt(entries.length), 0);
  entries.forEach(([compressed, uncompressed], i) => {
    gzi.writeBigUInt64LE(BigInt(compressed), 8 + 16 * i);
    gzi.writeBigUInt64LE(BigInt(uncompressed), 16 + 16 * i);
  });
  return gzi;
}

function expectSequences(reader: FastaReader): void {
  expect(reader.contigs.map((contig) => contig.length)).toEqual(sequences.map((s) => s.length));
  sequences.forEach((s, contig) => {
    reader.select(contig);
    const target = new Uint8Array(s.length);
    reader.copyBases(0, s.length, target, 0);
    expect(Buffer.from(target).toString("latin1") === s.toUpperCase()).toBe(true);
    for (let at = s.length - 1; at >= 0; at -= 997) expect(reader.baseAt(at)).toBe(s.toUpperCase().charCodeAt(at));
  });
}

function errorOf(action: () => unknown): FormatError {
  try {
    action();
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
  throw new Error("no error was thrown");
}

describe("a BGZF FASTA file", () => {
  test.each([1000, 65_280])("is read without .gzi, in blocks of %i bytes", (blockBytes) => {
    writeBgzf(blockBytes);
    const reader = FastaReader.open(path);
    expectSequences(reader);
    const other = FastaReader.open(path, { index: structuredClone(reader.index) });
    expectSequences(other);
    reader.close();
    other.close();
  });

  test("is read with its .gzi", () => {
    writeFileSync(`${path}.gzi`, writeBgzf(5000));
    const reader = FastaReader.open(path);
    expect(reader.warnings).toEqual([]);
    expectSequences(reader);
    reader.close();
  });

  test("a .gzi of another file is refused, at the latest when a block is read", () => {
    const gzi = writeBgzf(5000);
    writeBgzf(6000);
    writeFileSync(`${path}.gzi`, gzi);
    expect(["TS_INDEX_INVALID", "TS_BGZF_CORRUPT"]).toContain(errorOf(() => FastaReader.open(path)).code);
  });

  test("a .gzi of the wrong length is refused", () => {
    writeFileSync(`${path}.gzi`, writeBgzf(5000).subarray(0, -1));
    const error = errorOf(() => FastaReader.open(path));
    expect(error.code).toBe("TS_INDEX_INVALID");
    expect(error.details.file).toBe(`${path}.gzi`);
  });

  test("a file that is cut off is refused, also between blocks", () => {
    writeBgzf(5000);
    truncateSync(path, readFileSync(path).length - BGZF_EOF.length);
    expect(errorOf(() => FastaReader.open(path)).code).toBe("TS_BGZF_TRUNCATED");
  });

  test("a damaged block is named by its offset", () => {
    const gzi = writeBgzf(5000);
    const offset = Number(gzi.readBigUInt64LE(8 + 16 * 3));
    const bytes = readFileSync(path);
    bytes[offset + 30] ^= 4;
    writeFileSync(path, bytes);
    const error = errorOf(() => FastaReader.open(path));
    expect(error.code).toBe("TS_BGZF_CORRUPT");
    expect(error.details.offset).toBe(offset);
  });

  test("gzip without blocks is refused", () => {
    writeFileSync(path, gzipSync(text));
    expect(errorOf(() => FastaReader.open(path)).code).toBe("TS_GZIP_NOT_BGZF");
  });
});

test("the digest of a sequence does not depend on case, lines or compression", () => {
  writeBgzf(5000);
  const packed = FastaReader.open(path);
  const plainPath = join(folder, "plain.fa");
  writeFileSync(
    plainPath,
    sequences
      .map((s, i) => formatFasta(`s${i}`, s.toLowerCase(), 33))
      .join("")
      .replaceAll("\n", "\r\n"),
  );
  const plain = FastaReader.open(plainPath);
  for (let i = 0; i < sequences.length; i++) expect(digestContig(packed, i)).toBe(digestContig(plain, i));
  // MD5 of GATTACA and of nothing, as md5sum gives them.
  expect(digestContig(packed, 2, "md5")).toBe("61966c86d7c3bb28fff946c52eefff0b");
  expect(digestContig(packed, 1, "md5")).toBe("d41d8cd98f00b204e9800998ecf8427e");
  packed.close();
  plain.close();
});

describe.skipIf(!toolAvailable("bgzip"))("a FASTA file packed by bgzip", () => {
  test("is read with the .gzi that bgzip writes and without", () => {
    const plainPath = join(folder, "reference.fa");
    writeFileSync(plainPath, text);
    execFileSync("bgzip", ["-i", plainPath]);
    for (const gzi of [true, false]) {
      if (!gzi) rmSync(`${path}.gzi`);
      const reader = FastaReader.open(path);
      expectSequences(reader);
      reader.close();
    }
  });
});
