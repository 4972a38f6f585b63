import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { readVcf } from "@touchstone/formats";
import { SimulationError } from "../error.ts";
import { knownVariantLine, nameInCache, VARIATION_COLUMNS } from "./known-variants.ts";

/** Files of one reference that a cache is made of. */
export interface AnnotationCacheInput {
  /** Genes as Ensembl's GFF3. */
  readonly genes: string;
  /** FASTA, plain. */
  readonly reference: string;
  /** VCF of sites that are known to vary; one on each contig at least. */
  readonly knownSites: string;
  /** Gets the cache; one that is there already is replaced. */
  readonly folder: string;
  /** PATH on which `perl`, `bgzip`, `tabix` and `vepyr` are looked for; by default that of this process. */
  readonly path?: string;
}

const RELEASE = 116;
const ASSEMBLY = "GRCh38";
const SOURCES = ["1000genomes", "COSMIC", "ClinVar", "HGMD-PUBLIC", "dbSNP", "gnomADe", "gnomADg"];

/**
 * Makes the annotation cache of vepyr from gene models: first in the layout of Ensembl VEP's offline cache (release 116,
 * GRCh38 by name, whatever the reference is), then in vepyr's own.
 *
 * @returns path of the folder that `vepyr annotate --dir_cache` takes
 * @throws SimulationError TS_SIMULATION_INVALID when a program is missing or fails, or the known sites leave a contig out;
 *   FormatError when the known sites cannot be read
 */
export async function buildAnnotationCache(input: AnnotationCacheInput): Promise<string> {
  const { folder, genes, reference } = input;
  const run = runnerOn(input.path ?? process.env.PATH ?? "");
  const name = `${RELEASE}_${ASSEMBLY}`;
  const raw = join(folder, name);
  const cache = join(folder, `${name}_ensembl`);
  for (const made of [raw, cache]) rmSync(made, { recursive: true, force: true });
  mkdirSync(raw, { recursive: true });
  const script = createRequire(import.meta.url).resolve("@touchstone/simulation/annotation/write-vep-transcripts.pl");
  await run("perl", [script, genes, reference, ASSEMBLY, raw]);
  await writeKnownVariants(input.knownSites, raw, run);
  writeFileSync(join(raw, "info.txt"), infoText());
  const cacheType = ["--release", String(RELEASE), "--assembly", ASSEMBLY, "--cache_type", "ensembl"];
  await run("vepyr", [
    ...["build-cache", ...cacheType, "--local_cache", raw, "--dir_cache", folder],
    ...["--partitions", "1", "--no_progress"],
  ]);
  rmSync(raw, { recursive: true });
  return cache;
}

async function writeKnownVariants(path: string, raw: string, run: Run): Promise<void> {
  const ofContig = new Map<string, { start: number; line: string }[]>();
  using reader = await readVcf(path);
  for (const record of reader) {
    const name = nameInCache(record.chrom);
    const lines = ofContig.get(name);
    if (lines === undefined) ofContig.set(name, [knownVariantLine(record)]);
    else lines.push(knownVariantLine(record));
  }
  // Without any, vepyr knows no contig and annotates nothing.
  if (ofContig.size === 0) {
    throw new SimulationError(
      "TS_SIMULATION_INVALID",
      `${path} holds no known site, and an annotation cache needs one`,
      {
        file: path,
      },
    );
  }
  for (const [name, lines] of ofContig) {
    const table = join(raw, name, "all_vars");
    mkdirSync(join(raw, name), { recursive: true });
    // An indel starts behind the base that VCF gives its position.
    const sorted = lines.sort((a, b) => a.start - b.start).map(({ line }) => `${line}\n`);
    writeFileSync(table, sorted.join(""));
    await run("bgzip", [table]);
    await run("tabix", ["-s", "1", "-b", "5", "-e", "6", `${table}.gz`]);
  }
}

function infoText(): string {
  const lines = [
    ["species", "homo_sapiens"],
    ["assembly", ASSEMBLY],
    ["version", String(RELEASE)],
    ["source_assembly", ASSEMBLY],
    ["source_genebuild", "simulated"],
    ...SOURCES.map((source) => [`source_${source}`, "none"]),
    ["var_type", "tabix"],
    ["variation_cols", VARIATION_COLUMNS.join(",")],
  ];
  return `${lines.map((line) => line.join("\t")).join("\n")}\n`;
}

const runFile = promisify(execFile);

/** Runs a program to its end. */
type Run = (program: string, parameters: readonly string[]) => Promise<void>;

function runnerOn(path: string): Run {
  return async (program, parameters) => {
    try {
      await runFile(program, parameters, { env: { ...process.env, PATH: path } });
    } catch (error) {
      const { code, stderr } = error as { code?: unknown; stderr?: string };
      const why = code === "ENOENT" ? "it is not on the PATH" : (stderr ?? "").trim().split("\n").at(-1);
      const message = `the annotation cache cannot be made: ${program} failed: ${why}`;
      throw new SimulationError("TS_SIMULATION_INVALID", message, {}, error);
    }
  };
}
