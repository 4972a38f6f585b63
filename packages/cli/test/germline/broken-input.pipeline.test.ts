import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { missingPipelinePrograms } from "@touchstone/test-support";
import { afterAll, describe, expect, it } from "vitest";
import { type GermlineRun, runGermline } from "./run-germline.ts";
import { type StubInputs, writeStubInputs } from "./stub-inputs.ts";

const root = mkdtempSync(join(tmpdir(), "touchstone-germline-input-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const HEADER = "sample,fastq_1,fastq_2,sex,replicate,lane,truth_set";

function inputsOf(name: string): StubInputs {
  const folder = join(root, name);
  mkdirSync(folder);
  return writeStubInputs(folder, [
    { sample: "A", replicate: 1, lane: "L1" },
    { sample: "B", replicate: 1, lane: "L1" },
  ]);
}

/** Without the launcher, as who runs Nextflow by hand. */
function preview(inputs: StubInputs, parameters: Record<string, unknown>): Promise<GermlineRun> {
  const given = { annotator: "none", ...inputs.parameters, ...parameters };
  return runGermline({ folder: inputs.folder, parameters: given, argv: ["-preview"] });
}

function sheet(inputs: StubInputs, ...rows: string[]): { input: string } {
  return { input: inputs.file("broken.csv", `${[HEADER, ...rows].join("\n")}\n`) };
}

describe.skipIf(missingPipelinePrograms(["nextflow"]).length > 0)("broken input of the germline pipeline", () => {
  it("is told line by line, all at once", async () => {
    const inputs = inputsOf("rows");
    const [a1, a2, b1, b2] = ["A-1-L1-1", "A-1-L1-2", "B-1-L1-1", "B-1-L1-2"].map((name) => `${name}.fastq.gz`);
    const run = await preview(
      inputs,
      sheet(
        inputs,
        `A,${a1},${a1},male,1,,`,
        `B b,${b1},,female,0,,T`,
        `A,gone.fastq.gz,${a2},Male,1,,`,
        `C,${b1},${b2},unknown,1,L_1,`,
        "D,reads.bam,reads.cram,unknown,one,,",
      ),
    );
    expect(run.status).not.toBe(0);
    for (const mistake of [
      "line 2: fastq_1 and fastq_2 are the same file",
      "line 3: sample 'B b' has to be of letters",
      "line 3: replicate '0' has to be a number from 1 on",
      "line 3: truth_set 'T' is not among the parameter truth_sets (none is given)",
      "line 3: fastq_2 is empty: reads have to be paired",
      "line 4: sex 'Male' has to be female, male or unknown",
      `line 4: fastq_1: ${join(inputs.folder, "gone.fastq.gz")} does not exist`,
      "line 5: lane 'L_1' has to be of letters",
      "line 6: replicate 'one' has to be a number from 1 on",
      "line 6: fastq_1 'reads.bam' has to end in .fastq.gz",
      "A_R1 lane L1 is given 2 times (line 2, line 4)",
      `${join(inputs.folder, "B-1-L1-1.fastq.gz")} is given 2 times (line 3, line 5)`,
      "sample A has more than one sex (line 2, line 4)",
    ]) {
      expect(run.output).toContain(mistake);
    }
  });

  it("is told when a column is missing", async () => {
    const inputs = inputsOf("column");
    const input = inputs.file("broken.csv", "sample,fastq_1,fastq_2,sex\nA,a.fastq.gz,b.fastq.gz,male\n");
    const run = await preview(inputs, { input });
    expect(run.status).not.toBe(0);
    expect(run.output).toContain("line 1: the header lacks replicate; it has sample, fastq_1, fastq_2, sex");
  });

  it("is told when parameters contradict each other or files are missing", async () => {
    const inputs = inputsOf("parameters");
    const wrong = await preview(inputs, { annotator: "vep", aligner: "bowtie", filter: "vqsr" });
    expect(wrong.status).not.toBe(0);
    expect(wrong.output).toContain("aligner is 'bowtie', and has to be one of bwa-mem2, bwa");
    expect(wrong.output).toContain("annotation_cache is needed by annotator vep");
    expect(wrong.output).toContain("vqsr_snv_resources and vqsr_indel_resources are needed by filter vqsr");

    writeFileSync(join(inputs.folder, "known.vcf.gz"), "");
    const unindexed = await preview(inputs, { known_sites: [join(inputs.folder, "known.vcf.gz")] });
    expect(unindexed.status).not.toBe(0);
    expect(unindexed.output).toContain(
      `${join(inputs.folder, "known.vcf.gz.tbi")} (index of known_sites) does not exist`,
    );
  });

  it("is none: a byte order mark, CRLF, quotes and paths relative to the samplesheet; and JSON", async () => {
    const inputs = inputsOf("accepted");
    const row = 'A,"A-1-L1-1.fastq.gz",A-1-L1-2.fastq.gz,male,1,,';
    const csv = await preview(inputs, { input: inputs.file("sheet.csv", `\uFEFF${HEADER}\r\n${row}\r\n`) });
    expect(csv.status, csv.output).toBe(0);

    const lane = { sample: "A", replicate: 1, sex: "male", fastq_1: "A-1-L1-1.fastq.gz", fastq_2: "A-1-L1-2.fastq.gz" };
    const json = await preview(inputs, { input: inputs.file("sheet.json", JSON.stringify([lane])) });
    expect(json.status, json.output).toBe(0);
  });
});
