import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OutputFiles } from "@touchstone/formats";
import { missingPipelinePrograms, pipelineEnvironment } from "@touchstone/test-support";
import { modulesFolder, runNextflow } from "@touchstone/test-support/nextflow";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildAnnotationCache } from "../src/annotation/build-annotation-cache.ts";
import { Random } from "../src/random/random.ts";
import { basesOf, generateContig } from "../src/reference/generate-contig.ts";
import { writeReference } from "../src/reference/write-reference.ts";
import { geneModels } from "../src/test-data/gene-models.ts";
import { worstConsequence } from "./consequences.ts";

const missing = missingPipelinePrograms(["nextflow", "vepyr", "perl", "bgzip", "tabix", "bcftools", "samtools"]);
/** 1.5 Mb, so that its transcripts lie in two files of the cache. */
const LENGTHS = { chr1: 1_500_000, chr2: 40_000 };
const CONFIGURATION = "process.cpus = 1\nprocess.memory = '1 GB'\n";

const SCRIPT = `
include { VEPYR_ANNOTATE } from '${modulesFolder}/vepyr/annotate/main.nf'

workflow {
    VEPYR_ANNOTATE(
        [[id: 'S'], file('calls.vcf.gz'), file('calls.vcf.gz.tbi')],
        file(params.cache),
        [[id: 'reference'], file('reference.fa'), file('reference.fa.fai'), file('reference.dict')],
    )
    VEPYR_ANNOTATE.out.vcf.map { _meta, vcf, _tbi -> vcf }.collectFile(name: 'annotated.vcf.gz', storeDir: params.folder)
}
`;

describe.skipIf(missing.length > 0)(
  `an annotation cache${missing.length > 0 ? ` (skipped: no ${missing})` : ""}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), "touchstone-annotation-"));
    const env = pipelineEnvironment();
    const run = (program: string, ...argv: readonly string[]) =>
      execFileSync(program, argv, {
        cwd: folder,
        env,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
        maxBuffer: 1 << 28,
      });
    let consequences: ReadonlyMap<string, string>;
    let ofCsq: ReadonlyMap<string, string>;

    beforeAll(async () => {
      const random = new Random(7);
      const contigs = Object.entries(LENGTHS).map(([name, length]) => ({
        name,
        bases: generateContig(random, length),
      }));
      const files = new OutputFiles(`${folder}/`);
      writeReference(files, "reference.fa", contigs);
      const genes = geneModels(contigs);
      files.write("genes.gff3", genes);
      const lines = contigs.flatMap(({ name, bases }) =>
        variantLines(random, name, basesOf(bases, 0, bases.length), genes),
      );
      files.write("calls.vcf", vcf(lines));
      files.write("known.vcf", vcf(lines.filter((_, place) => place % 50 === 0)));
      files.commit();
      run("samtools", "dict", "-o", "reference.dict", "reference.fa");
      run("bgzip", "calls.vcf");
      run("tabix", "-p", "vcf", "calls.vcf.gz");
      const [reference, knownSites] = [join(folder, "reference.fa"), join(folder, "known.vcf")];
      const path = env.PATH ?? "";
      const cache = await buildAnnotationCache({
        genes: join(folder, "genes.gff3"),
        reference,
        knownSites,
        folder,
        path,
      });
      writeFileSync(join(folder, "main.nf"), SCRIPT);
      writeFileSync(join(folder, "nextflow.config"), CONFIGURATION);
      const { status, output } = await runNextflow(["run", "main.nf", "--cache", cache, "--folder", folder], folder);
      expect({ status, output }).toMatchObject({ status: 0 });
      consequences = table(
        run("bcftools", "query", "-f", "%CHROM:%POS:%REF:%ALT\t%INFO/CSQ\n", "annotated.vcf.gz"),
        (csq) =>
          csq
            .split(",")
            .map((entry) => entry.split("|")[1])
            .join(","),
      );
      const csq = ["csq", "--local-csq", "--force", "-f", "reference.fa", "-g", "genes.gff3", "-o", "csq.vcf"];
      run("bcftools", ...csq, "calls.vcf.gz");
      ofCsq = table(run("bcftools", "query", "-f", "%CHROM:%POS:%REF:%ALT\t%INFO/BCSQ\n", "csq.vcf"), (bcsq) =>
        bcsq
          .split(",")
          .map((entry) => entry.split("|")[0])
          .join(","),
      );
    });

    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test("every variant has consequences, on every contig and strand, of all kinds", () => {
      expect(consequences.size).toBe(ofCsq.size);
      expect(consequences.size).toBeGreaterThan(2000);
      const worst = new Map<string, number>();
      for (const terms of consequences.values()) {
        const one = worstConsequence(terms);
        worst.set(one, (worst.get(one) ?? 0) + 1);
      }
      const found = [...worst.keys()];
      expect(found).toEqual(
        expect.arrayContaining([
          ...["splice_acceptor", "splice_donor", "stop_gained", "frameshift", "inframe_insertion", "inframe_deletion"],
          ...["missense", "splice_region", "synonymous", "5_prime_utr", "3_prime_utr", "intron", "upstream_gene"],
        ]),
      );
      expect(new Set([...consequences.keys()].map((key) => key.split(":")[0]))).toEqual(new Set(["chr1", "chr2"]));
    });

    test("the worst consequence is that of bcftools csq for every SNV, and for 19 of 20 indels", () => {
      const share = (isChosen: (key: string) => boolean) => {
        const keys = [...consequences.keys()].filter(isChosen);
        const equal = keys.filter((key) => {
          return worstConsequence(consequences.get(key) ?? ".") === worstConsequence(ofCsq.get(key) ?? ".");
        });
        return equal.length / keys.length;
      };
      const isSnv = (key: string) => /:[ACGT]:[ACGT]$/.test(key);
      expect(share(isSnv)).toBe(1);
      // The programs name long insertions, and frameshifts that begin with a stop codon, by different terms.
      expect(share((key) => !isSnv(key))).toBeGreaterThan(0.95);
    });
  },
);

/** SNVs, insertions and deletions every few bases in and around the genes of a contig. */
function variantLines(random: Random, name: string, bases: string, genes: string): string[] {
  const lines: string[] = [];
  let next = 0;
  for (const line of genes.split("\n")) {
    const [contig, , type, start, end] = line.split("\t");
    if (contig !== name || type !== "gene") continue;
    for (
      let at = Math.max(next, Number(start) - 200);
      at < Number(end) + 200;
      at += 1 + Math.floor(random.fraction() * 4)
    ) {
      const ref = bases[at - 1] as string;
      const other = random.pick([..."ACGT"].filter((base) => base !== ref));
      const kind = random.fraction();
      const length = 1 + Math.floor(random.fraction() * 6);
      const [from, to] =
        kind < 0.7
          ? [ref, other]
          : kind < 0.85
            ? [bases.slice(at - 1, at + length), ref]
            : [ref, ref + Array.from({ length }, () => random.pick([..."ACGT"])).join("")];
      lines.push([name, at, ".", from, to, "50", "PASS", "."].join("\t"));
      next = at + 1;
    }
  }
  return lines;
}

function vcf(lines: readonly string[]): string {
  const contigs = Object.entries(LENGTHS).map(([name, length]) => `##contig=<ID=${name},length=${length}>`);
  const columns = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"].join("\t");
  return ["##fileformat=VCFv4.2", ...contigs, columns, ...lines, ""].join("\n");
}

function table(text: string, termsOf: (value: string) => string): Map<string, string> {
  const rows = text.trimEnd().split("\n");
  return new Map(rows.map((row) => row.split("\t")).map(([key = "", value = ""]) => [key, termsOf(value)]));
}
