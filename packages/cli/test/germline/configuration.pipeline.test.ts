import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { missingPipelinePrograms } from "@touchstone/test-support";
import { afterAll, describe, expect, it } from "vitest";
import { GERMLINE, nextflow, runGermline } from "./run-germline.ts";
import { writeStubInputs } from "./stub-inputs.ts";

const root = mkdtempSync(join(tmpdir(), "touchstone-germline-configuration-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function folderOf(name: string): string {
  const folder = join(root, name);
  mkdirSync(folder);
  return folder;
}

/** The configuration of a profile as Nextflow reads it, a setting a line. */
async function settingsOf(profile: string): Promise<string[]> {
  const { status, output } = await nextflow(["config", GERMLINE, "-flat", "-profile", profile], root);
  expect(status, output).toBe(0);
  return output.split("\n");
}

describe.skipIf(missingPipelinePrograms(["nextflow"]).length > 0)("configuration of the germline pipeline", () => {
  it.each(["local", "slurm", "docker", "singularity"])(
    "is accepted by the strict parser in profile %s",
    async (profile) => {
      const inputs = writeStubInputs(folderOf(profile), [{ sample: "A", replicate: 1, lane: "L1" }]);
      const run = await runGermline({
        folder: inputs.folder,
        profile,
        parameters: { ...inputs.parameters, annotation_cache: inputs.folder },
        argv: ["-preview"],
      });
      expect(run.output).not.toMatch(/WARN|ERROR/);
      expect(run.status, run.output).toBe(0);
    },
  );

  it("sends tasks to a SPOT queue of AWS Batch, with all retries in Nextflow's hands", async () => {
    const settings = await settingsOf("awsbatch");
    expect(settings).toContain("process.executor = 'awsbatch'");
    expect(settings).toContain("docker.enabled = true");
    expect(settings).toContain("aws.batch.maxSpotAttempts = 0");
    expect(settings).toContain("aws.region = 'eu-central-1'");
  });

  it("takes queue, region, work folder and command line of AWS from parameters", async () => {
    // nextflow config reads no parameter file, so that a configuration which includes the pipeline's sets them.
    const folder = folderOf("aws");
    writeFileSync(
      join(folder, "nextflow.config"),
      [
        "params.aws_queue = 'spot'",
        "params.aws_region = 'us-east-1'",
        "params.aws_work_dir = 's3://bucket/work'",
        "params.aws_cli_path = '/opt/aws'",
        `includeConfig '${GERMLINE}/conf/awsbatch.config'`,
      ].join("\n"),
    );
    const { status, output } = await nextflow(["config", ".", "-flat"], folder);
    expect(status, output).toBe(0);
    const settings = output.split("\n");
    expect(settings).toContain("process.queue = 'spot'");
    expect(settings).toContain("workDir = 's3://bucket/work'");
    expect(settings).toContain("aws.region = 'us-east-1'");
    expect(settings).toContain("aws.batch.cliPath = '/opt/aws'");
  });

  it("runs tasks as pods of Kubernetes", async () => {
    const settings = await settingsOf("kubernetes");
    expect(settings).toContain("process.executor = 'k8s'");
    expect(settings).toContain("k8s.namespace = 'default'");
    expect(settings).toContain("k8s.serviceAccount = 'default'");
    expect(settings).toContain("k8s.storageMountPath = '/workspace'");
  });

  it.each(["awsbatch", "kubernetes"])("names no path of the machine that starts it in profile %s", async (profile) => {
    const paths = (await settingsOf(profile)).filter((line) => /['"(:]\/(?!\^)/.test(line));
    // Paths inside of a container.
    const inside = /^(env\.R_(PROFILE|ENVIRON)_USER|k8s\.storageMountPath) = /;
    expect(paths.filter((line) => !inside.test(line))).toEqual([]);
  });

  it("uses no program of the machine in the profiles with containers", async () => {
    expect(await settingsOf("podman")).toContain("podman.enabled = true");
    expect(await settingsOf("conda")).toContain("conda.enabled = true");
    expect(await settingsOf("slurm,singularity")).toEqual(
      expect.arrayContaining(["process.executor = 'slurm'", "singularity.enabled = true"]),
    );
  });

  it("names public addresses of two GIAB genomes in profile test_full", async () => {
    const settings = await settingsOf("test_full");
    expect(settings.join("\n")).toContain("/assets/test_full.csv'");
    expect(settings.filter((line) => line.startsWith("params.truth_sets."))).toHaveLength(6);
  });

  it("tries a task again that was killed or had no exit status, and finishes after any other failure", async () => {
    const folder = folderOf("strategy");
    writeFileSync(
      join(folder, "nextflow.config"),
      `params.max_cpus = null\nparams.max_memory = null\nincludeConfig '${GERMLINE}/conf/base.config'\n`,
    );
    writeFileSync(
      join(folder, "main.nf"),
      `workflow {
    [null, Integer.MAX_VALUE, 0, 1, 2, 104, 127, 129, 130, 137, 143, 145, 146, 255].each { status ->
        def strategy = nextflow.Global.session.config.process.errorStrategy.clone()
        strategy.delegate = [task: [exitStatus: status]]
        strategy.resolveStrategy = Closure.DELEGATE_FIRST
        println("\${status} \${strategy.call()}")
    }
    def withoutTask = nextflow.Global.session.config.process.errorStrategy.clone()
    withoutTask.delegate = [task: null]
    withoutTask.resolveStrategy = Closure.DELEGATE_FIRST
    println("none \${withoutTask.call()}")
}
`,
    );
    const { output } = await nextflow(["-q", "run", "main.nf"], folder);
    const answers = Object.fromEntries(
      output
        .split("\n")
        .filter((line) => / (retry|finish)$/.test(line))
        .map((line) => line.split(" ")),
    );
    const retried = Object.keys(answers).filter((status) => answers[status] === "retry");
    expect(Object.keys(answers)).toHaveLength(15);
    expect(retried.sort()).toEqual(["104", "130", "137", "143", "145", "2147483647", "null"]);
  });

  it("doubles the memory of a task that was killed, and ends a run whose task fails otherwise", async () => {
    const folder = folderOf("memory");
    writeFileSync(
      join(folder, "nextflow.config"),
      `params.max_cpus = null\nparams.max_memory = '6 GB'\nincludeConfig '${GERMLINE}/conf/base.config'\n`,
    );
    writeFileSync(
      join(folder, "main.nf"),
      `process KILLED {
    input:
    val last

    output:
    stdout

    script:
    """
    echo "attempt \${task.attempt} with \${task.memory}" | tee -a ${folder}/attempts.txt
    [ \${task.attempt} -ge 3 ] && exit \${last}
    kill -9 \\$\\$
    """
}

workflow {
    KILLED(channel.of(params.last))
}
`,
    );
    const run = await nextflow(["-q", "run", "main.nf", "--last", "0"], folder);
    expect(run.status, run.output).toBe(0);
    const attempts = (): string[] => readFileSync(join(folder, "attempts.txt"), "utf8").trim().split("\n");
    expect(attempts()).toEqual(["attempt 1 with 4 GB", "attempt 2 with 6 GB", "attempt 3 with 6 GB"]);

    expect((await nextflow(["-q", "run", "main.nf", "--last", "1"], folder)).status).toBe(1);
    expect(attempts()).toHaveLength(6);
  });
});
