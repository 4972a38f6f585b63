import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { writeProgramStandIns } from "./program-stand-ins.ts";

const COLUMNS = "sample,fastq_1,fastq_2,sex,replicate,lane,truth_set,material,lot,instrument";

export interface StubLane {
  readonly sample: string;
  readonly replicate: number;
  readonly lane: string;
  readonly truthSet?: string;
  readonly sex?: string;
  /** Its files hold no read. */
  readonly empty?: boolean;
}

/** Inputs of a stub run in a folder: files with the right names and little in them. */
export interface StubInputs {
  readonly folder: string;
  readonly programs: string;
  /** Only what every run needs. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Writes a file, plain or with an index beside it, and returns its path. */
  file(name: string, content?: string): string;
}

/** Writes the reads and the samplesheet of these lanes, a reference, and stand-ins for the programs. */
export function writeStubInputs(folder: string, lanes: readonly StubLane[]): StubInputs {
  const programs = join(folder, "programs");
  mkdirSync(programs, { recursive: true });
  writeProgramStandIns(programs);
  const file = (name: string, content = ""): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    if (name.endsWith(".vcf.gz")) writeFileSync(`${path}.tbi`, "");
    return path;
  };
  const rows = lanes.map((lane) => {
    const reads = [1, 2].map((read) => {
      const name = `${lane.sample}-${lane.replicate}-${lane.lane}-${read}.fastq.gz`;
      writeFileSync(join(folder, name), gzipSync(lane.empty === true ? "" : "@read\nACGT\n+\nIIII\n"));
      return name;
    });
    return [
      lane.sample,
      ...reads,
      lane.sex ?? "unknown",
      lane.replicate,
      lane.lane,
      lane.truthSet ?? "",
      "",
      "",
      "",
    ].join(",");
  });
  return {
    folder,
    programs,
    parameters: {
      input: file("samplesheet.csv", `${[COLUMNS, ...rows].join("\n")}\n`),
      fasta: file("reference.fa", ">chr1\nACGTACGTACGT\n"),
    },
    file,
  };
}
