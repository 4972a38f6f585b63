import { execFileSync } from "node:child_process";
import { toolAvailable } from "@touchstone/test-support";
import { afterAll, describe, expect, test } from "vitest";
import { TemporaryFolder } from "../../test/bgzf-fixtures.ts";
import { generateRecords, numbers, vcfOf } from "../../test/vcf-fixtures.ts";
import { TextFile } from "../bgzf/text-file.ts";
import { locateContigs } from "../vcf/locate.ts";
import { readIndex } from "./read-index.ts";

const folder = new TemporaryFolder();
afterAll(() => folder.remove());

const CONTIGS = ["chr1", "chr2", "chrUn_X"];
const SPAN = 3_000_000;

const records = generateRecords(CONTIGS, 4000, SPAN, 17);
const vcf = vcfOf(records, (i) => i % 61 === 0);

function view(...options: string[]): string[] {
  return execFileSync("bcftools", ["view", "--no-version", "-H", ...options], { maxBuffer: 1e9 })
    .toString()
    .split("\n")
    .slice(0, -1);
}

/** Regions as [contig, start0, end0]. */
const REGIONS: [string, number, number][] = [];
for (let i = 0, next = numbers(23); i < 25; i++) {
  const start0 = next(SPAN);
  REGIONS.push([CONTIGS[next(3)], start0, start0 + 1 + next(i % 2 === 0 ? 200 : 300_000)]);
}

describe.skipIf(!toolAvailable("bcftools"))("bcftools (skipped when it is not installed)", () => {
  test("finds with an index built here what it finds by scanning", () => {
    const path = folder.write("ours.vcf.gz", vcf.bytes);
    folder.write("ours.vcf.gz.tbi", vcf.index().toBytes());
    for (const [contig, start0, end0] of REGIONS) {
      const region = `${contig}:${start0 + 1}-${end0}`;
      const found = view("-r", region, path);
      expect(found, region).toEqual(view("-t", region, "--targets-overlap", "1", path));
    }
    const counts = execFileSync("bcftools", ["index", "--stats", path]).toString();
    expect(counts).toBe(CONTIGS.map((contig) => `${contig}\t536870912\t4000\n`).join(""));
  });

  test.each(["tbi", "csi"])("makes a .%s that is read here", (kind) => {
    const path = folder.write(`theirs-${kind}.vcf.gz`, vcf.bytes);
    execFileSync("bcftools", ["index", `--${kind}`, path]);
    const index = readIndex(`${path}.${kind}`);
    expect(index.kind).toBe(kind);
    expect(index.contigs.map(({ name, counts }) => [name, counts?.mapped])).toEqual(
      CONTIGS.map((name) => [name, 4000]),
    );
    const file = TextFile.open(path);
    for (const [contig, start0, end0] of REGIONS) {
      const found = index
        .query(contig, start0, end0)
        .flatMap(({ start, end }) => file.read(start, end).toString().split("\n"));
      const overlapping = found.filter((line) => {
        const [name, position, , ref] = line.split("\t");
        return name === contig && Number(position) - 1 < end0 && Number(position) - 1 + ref.length > start0;
      });
      expect(overlapping).toEqual(view("-r", `${contig}:${start0 + 1}-${end0}`, path));
    }
    expect(locateContigs(file, vcf, index)).toEqual(locateContigs(file, vcf));
    file.close();
  });

  test("makes a .csi of finer bins over longer contigs that is read here", () => {
    const far = vcfOf([
      { contig: "long", start0: 10, end0: 11 },
      { contig: "long", start0: 1_500_000_000, end0: 1_500_000_002 },
    ]);
    const path = folder.write("far.vcf.gz", far.bytes);
    execFileSync("bcftools", ["index", "--csi", "--min-shift", "12", path]);
    const index = readIndex(`${path}.csi`);
    expect(index.binning.minShift).toBe(12);
    expect(index.query("long", 1_500_000_001, 1_500_000_002).length).toBe(1);
  });
});
