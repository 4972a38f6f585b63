/**
 * Decompression of BGZF: MB of text per second here, as a ratio of `bgzip -dc` in the same run.
 *
 *     npx node --conditions=@touchstone/source bench/src/bgzf.ts [file.gz]
 *
 * Without a file it makes one: 1,000,000 VCF records. Best of five each; text and hash are compared first.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BgzfWriter, END_OF_FILE, readBgzf, TextFile } from "@touchstone/formats";
import { requireTool } from "@touchstone/test-support";

const ROUNDS = 5;
const PIECE_BYTES = 1 << 20;

const bgzip = requireTool("bgzip");
const folder = mkdtempSync(join(tmpdir(), "touchstone-bench-"));
try {
  await measure(process.argv[2] ?? (await generate(join(folder, "records.vcf.gz"))));
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(path: string): Promise<void> {
  const expected = execFileSync(bgzip, ["-dc", path], { maxBuffer: 2 ** 31 });
  const hash = await sha256([expected]);
  const megabytes = expected.length / 1e6;
  console.log(`${megabytes.toFixed(1)} MB of text, Node ${process.version}`);

  const peer = await best(() => void execFileSync(bgzip, ["-dc", path], { stdio: ["ignore", "ignore", "inherit"] }));
  report("bgzip -dc", megabytes, peer, peer);
  const ways: [string, () => Iterable<Buffer> | AsyncIterable<Buffer>][] = [
    ["TextFile.read by pieces", () => pieces(path)],
    ["readBgzf", () => readBgzf(path)],
    ["readBgzf, 1 worker", () => readBgzf(path, { threads: 1 })],
    ["readBgzf, 2 workers", () => readBgzf(path, { threads: 2 })],
  ];
  for (const [name, read] of ways) {
    const digest = await sha256(read());
    if (digest !== hash) throw new Error(`${name} read another text`);
    report(name, megabytes, await best(async () => count(read(), expected.length)), peer);
  }
}

/** Takes the text and lets go of it, as a reader does. */
async function count(chunks: Iterable<Buffer> | AsyncIterable<Buffer>, expected: number): Promise<void> {
  let size = 0;
  for await (const chunk of chunks) size += chunk.length;
  if (size !== expected) throw new Error(`${size} bytes, not ${expected}`);
}

/** What a worker of the engine does: ranges of a few MB of text. */
function* pieces(path: string): Generator<Buffer> {
  const file = TextFile.open(path);
  let from = 0;
  while (from !== END_OF_FILE) {
    const to = file.firstLineAfter(file.fileOffsetOf(from) + PIECE_BYTES);
    yield file.read(from, to);
    from = to;
  }
  file.close();
}

async function sha256(chunks: Iterable<Buffer> | AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest("hex");
}

/** Shortest of several runs, in seconds. */
async function best(run: () => unknown): Promise<number> {
  let shortest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await run();
    shortest = Math.min(shortest, (performance.now() - start) / 1000);
  }
  return shortest;
}

function report(name: string, megabytes: number, seconds: number, peerSeconds: number): void {
  const speed = (megabytes / seconds).toFixed(0).padStart(5);
  console.log(`${name.padEnd(24)} ${speed} MB/s   ${(peerSeconds / seconds).toFixed(2)}x the speed of bgzip`);
}

async function generate(path: string): Promise<string> {
  const writer = await BgzfWriter.create(path);
  await writer.write("##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1\n");
  let state = 12_345;
  const next = (limit: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % limit;
  };
  let position = 1000;
  for (let i = 0; i < 1_000_000; i++) {
    position = i % 100_000 === 0 ? 1000 : position + 1 + next(900);
    const alleles = `${"ACGT"[next(4)]}\t${"ACGT"[next(4)]}`;
    const values = `${next(1000) / 10}\tPASS\tAF=0.${next(1000)}\tGT:DP\t0/${next(2)}:${next(60)}`;
    await writer.write(`chr${Math.floor(i / 100_000) + 1}\t${position}\t.\t${alleles}\t${values}\n`);
  }
  await writer.close();
  return path;
}
