import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { missingPipelinePrograms, SHARED_PIECE_DATA, sharedData, sharedDataAvailable } from "@touchstone/test-support";
import { afterAll, describe, expect, it } from "vitest";
import { writeProgramStandIns } from "../germline/program-stand-ins.ts";
import { contentsOf, type GermlineRun, runGermline, tasksOf } from "../germline/run-germline.ts";

const BENCHMARK = resolve(import.meta.dirname, "../../../../pipelines/benchmark");
const HEADER = "sample,caller,vcf,truth_set,stratification";

const root = mkdtempSync(join(tmpdir(), "touchstone-benchmark-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A folder with a reference, two call sets, a truth set and strata: empty files, which do for what reads none of them. */
class Inputs {
  readonly folder: string;

  constructor(name: string) {
    this.folder = join(root, name);
    mkdirSync(join(this.folder, "strata"), { recursive: true });
    for (const file of ["ref.fa", "a.vcf.gz", "b.vcf.gz", "truth.vcf.gz", "truth.vcf.gz.tbi", "strata/one.bed"]) {
      this.file(file, "");
    }
    this.file("strata.tsv", "one\tstrata/one.bed\n");
  }

  file(name: string, content: string | Uint8Array): string {
    writeFileSync(join(this.folder, name), content);
    return join(this.folder, name);
  }

  sheet(...lines: string[]): string {
    return this.file("sheet.csv", `${[HEADER, ...lines].join("\n")}\n`);
  }

  run(parameters: Record<string, unknown>, argv: readonly string[], profile?: string): Promise<GermlineRun> {
    const truth = { version: "1.0", vcf: join(this.folder, "truth.vcf.gz") };
    const given = { fasta: join(this.folder, "ref.fa"), truth_sets: { T1: truth, T2: truth }, ...parameters };
    const profiles = profile === undefined ? {} : { profile };
    return runGermline({ folder: this.folder, pipeline: BENCHMARK, parameters: given, argv, ...profiles });
  }
}

describe.skipIf(missingPipelinePrograms(["nextflow"]).length > 0)("benchmark pipeline", () => {
  it.each(["local", "slurm", "docker", "singularity"])(
    "is accepted by the strict parser in profile %s",
    async (profile) => {
      const inputs = new Inputs(profile);
      const run = await inputs.run({ input: inputs.sheet("S,A,a.vcf.gz,T1,") }, ["-preview"], profile);
      expect(run.output).not.toMatch(/WARN|ERROR/);
      expect(run.status, run.output).toBe(0);
    },
  );

  it("scatters comparisons and gathers one table and one report, as a stub", async () => {
    const inputs = new Inputs("stub");
    const programs = join(inputs.folder, "bin");
    mkdirSync(programs);
    writeProgramStandIns(programs);
    const input = inputs.sheet("S,A,a.vcf.gz,T1,", "S,A,a.vcf.gz,T1,strata.tsv", "S,B.2,b.vcf.gz,T2,");
    const truth = { version: "1.0", vcf: join(inputs.folder, "truth.vcf.gz") };
    const parameters = { input, fasta: join(inputs.folder, "ref.fa"), truth_sets: { T1: truth, T2: truth } };
    const runStub = (...argv: string[]) =>
      runGermline({
        folder: inputs.folder,
        pipeline: BENCHMARK,
        parameters,
        argv: ["-stub", "-profile", "local,test", ...argv],
        programs,
      });
    const run = await runStub();
    expect(run.status, run.output).toBe(0);
    expect(
      tasksOf(run, "TOUCHSTONE_COMPARE")
        .map(({ tag }) => tag)
        .sort(),
    ).toEqual(["S.A.T1", "S.A.T1.strata", "S.B.2.T2"]);
    expect(tasksOf(run, "TOUCHSTONE_BENCHMARK")).toHaveLength(1);
    expect(run.published).toEqual(
      expect.arrayContaining([
        "comparisons/S.A.T1/S.A.T1.metrics.json",
        "comparisons/S.A.T1.strata/S.A.T1.strata.vcf.gz.tbi",
        "comparisons/S.B.2.T2/S.B.2.T2.html",
        "benchmark/benchmark.csv",
        "benchmark/benchmark.json",
        "benchmark/benchmark.html",
        "multiqc/multiqc_report.html",
        "pipeline_info/comparisons.json",
        "pipeline_info/params.json",
      ]),
    );
    expect(run.json("pipeline_info/substitutions.json")).toEqual([]);
    expect(run.json("pipeline_info/versions.json")).toContainEqual({
      ...{ process: "TOUCHSTONE_COMPARE", tool: "touchstone", version: "0.1.0" },
    });

    // What another run left, or a copy that broke, is not taken for what this run made.
    const whole = contentsOf(run);
    for (const name of whole.keys()) writeFileSync(join(run.outdir, name), "damaged");
    const again = await runStub("-resume");
    expect(new Set(again.tasks.map(({ status }) => status))).toEqual(new Set(["CACHED"]));
    expect(contentsOf(again)).toEqual(whole);
  });

  it("tells what is wrong with a sheet, line by line, before anything starts", async () => {
    const inputs = new Inputs("broken");
    const input = inputs.sheet(
      "S,A,a.vcf.gz,T1,",
      "S,A,b.vcf.gz,T1,",
      "S S,,gone.vcf.gz,T3,strata.bed",
      "S,C,a.bcf,T1,gone.tsv",
    );
    const run = await inputs.run({ input }, ["-preview"]);
    expect(run.status).not.toBe(0);
    for (const mistake of [
      "S.A.T1 is given 2 times (line 2, line 3)",
      "line 4: sample 'S S' has to be of letters",
      "line 4: caller '' has to be of letters",
      `line 4: vcf: ${join(inputs.folder, "gone.vcf.gz")} does not exist`,
      "line 4: truth_set 'T3' is not among the parameter truth_sets (T1, T2)",
      "line 4: stratification 'strata.bed' has to end in .tsv",
      "line 5: vcf 'a.bcf' has to end in .vcf.gz or .vcf",
      `line 5: stratification: ${join(inputs.folder, "gone.tsv")} does not exist`,
    ]) {
      expect(run.output).toContain(mistake);
    }
  });
});

const isMissing =
  missingPipelinePrograms(["nextflow", "multiqc"]).length > 0 || !sharedDataAvailable(SHARED_PIECE_DATA);

describe.skipIf(isMissing)("benchmark pipeline, of real calls", () => {
  const shared = (name: string) => sharedData(join(SHARED_PIECE_DATA, name));

  it("ends at a comparison that fails, and resumed keeps what ended well, with the numbers that are known", async () => {
    const inputs = new Inputs("real");
    copyFileSync(shared("reference.fa"), join(inputs.folder, "ref.fa"));
    const regions = inputs.file("half.bed", "chr20\t0\t500000\n");
    inputs.file("strata/one.bed", "chr20\t100000\t300000\n");
    const calls = gunzipSync(readFileSync(shared("second-caller.vcf.gz"))).toString("latin1");
    inputs.file("b.vcf.gz", gzipSync(calls.replace("\nchr20\t", "\nchr20\tx")));
    const whole = { version: "1", vcf: shared("truth.vcf.gz") };
    const parameters = {
      input: inputs.sheet(
        `HG002,assembly,${shared("query.vcf.gz")},whole,`,
        `HG002,second,${shared("second-caller.vcf.gz")},whole,`,
        `HG002,assembly,${shared("query.vcf.gz")},half,strata.tsv`,
        "HG002,second,b.vcf.gz,half,strata.tsv",
      ),
      truth_sets: { whole, half: { ...whole, regions } },
    };
    const failed = await inputs.run(parameters, [], "local,test");
    expect(failed.status).not.toBe(0);
    expect(failed.output).toMatch(/TS_VCF_MALFORMED: query\/b\.vcf\.gz: line \d+, column 2 \(POS\)/);
    expect(failed.published.filter((name) => name.startsWith("benchmark/"))).toEqual([]);

    copyFileSync(shared("second-caller.vcf.gz"), join(inputs.folder, "b.vcf.gz"));
    const run = await inputs.run(parameters, ["-resume"], "local,test");
    expect(run.status, run.output).toBe(0);
    // Tasks that had not begun when one failed are not started: what ended well is what is kept.
    const done = failed.tasks.filter(({ status }) => status === "COMPLETED").map(({ tag }) => tag);
    const cached = run.tasks.filter(({ status }) => status === "CACHED").map(({ tag }) => tag);
    expect(cached.sort()).toEqual(done.sort());
    expect(tasksOf(run, "TOUCHSTONE_COMPARE")).toHaveLength(4);
    expect(run.tasks).toContainEqual(expect.objectContaining({ tag: "HG002.second.half.strata", status: "COMPLETED" }));

    const lines = readFileSync(join(inputs.folder, "results/benchmark/benchmark.csv"), "utf8").trim().split("\n");
    const rows = lines.slice(1).map((line) => line.split(","));
    const column = (name: string) => lines[0]?.split(",").indexOf(name) ?? -1;
    const sumOf = (name: string) =>
      rows
        .filter((row) => row[column("caller")] === "assembly" && row[column("truth_set")] === "whole")
        .reduce((sum, row) => sum + Number(row[column(name)]), 0);
    // The optimum that ../shared/data/README.md states.
    expect([sumOf("truth_tp"), sumOf("query_tp")]).toEqual([2120, 2039]);
    expect(rows.filter((row) => row[column("stratum")] === "one")).toHaveLength(4);
    expect(rows).toHaveLength(12);
    expect(readFileSync(join(inputs.folder, "results/multiqc/multiqc_report.html"), "utf8")).toContain(
      "touchstone_benchmark",
    );
  });
});
