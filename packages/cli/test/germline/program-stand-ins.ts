import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What each program says when it is asked for its version. A stub run asks nothing else of it. */
const SAYS: Readonly<Record<string, string>> = {
  bcftools: "bcftools 1.24",
  bwa: "Version: 0.7.17-r1188",
  "bwa-mem2": "2.3",
  cutadapt: "5.2",
  fastqc: "FastQC v0.12.1",
  gatk: "The Genome Analysis Toolkit (GATK) v4.6.2.0",
  mosdepth: "mosdepth 0.3.11",
  multiqc: "multiqc, version 1.35",
  samtools: "samtools 1.24",
  touchstone: "0.1.0",
  trim_galore: "version 0.6.10",
  vep: "  ensembl-vep          : 116.0",
  vepyr: "vepyr 0.10.0",
};

/** Writes stand-ins for the programs of the pipeline into a folder, for stub runs without the programs themselves. */
export function writeProgramStandIns(folder: string): void {
  for (const [name, answer] of Object.entries(SAYS)) writeProgram(folder, name, `echo '${answer}'`);
}

/** Writes an executable shell script. */
export function writeProgram(folder: string, name: string, body: string): void {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
}
