import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BatchCase, type CaseBatch, caseBatch, processOfCase } from "./case-batch.ts";
import { pipelinesFolder } from "./module-folders.ts";
import { type NextflowRun, runNextflow } from "./run-nextflow.ts";

/** How a case came out. */
export interface CaseResult {
  /** What was other than expected; none where the case holds. */
  differences: string[];
  /** Altered expectations that held as well: assertions that notice nothing. */
  unnoticed: string[];
}

export interface RunCasesOptions {
  /** Folder of the test data. */
  data: string;
  /** A folder to run in, which may not be there yet. */
  folder: string;
  stub: boolean;
}

interface ChannelResult {
  process: string;
  channel: string;
  mismatches: string[];
  unnoticed: string[];
}

const CONFIGURATION = `
process {
    cpus = 1
    memory = '1 GB'
    errorStrategy = 'ignore'
    shell = ['bash', '-euo', 'pipefail']
}
trace.fields = 'name,status,exit,workdir'
`;

/**
 * Runs the cases in one Nextflow run, as many tasks at once as the machine has cores.
 *
 * @returns the result of each case, in their order.
 * @throws Error when Nextflow itself fails, as for a module that does not compile; with its output.
 */
export async function runCases(cases: readonly BatchCase[], options: RunCasesOptions): Promise<CaseResult[]> {
  const { folder, stub } = options;
  const { batch, status, output, tasks } = await runBatch(cases, options, stub ? ["-stub-run"] : []);
  if (status !== 0) throw new Error(`Nextflow ended with ${status} in ${folder}:\n${output}`);
  const results = channelResults(join(folder, "results/results.jsonl"));
  return cases.map((_, index) => {
    const process = processOfCase(index);
    const channels = results.filter((result) => result.process === process);
    const failed = tasks.filter(
      ({ name, status }) => status !== "COMPLETED" && name.match(/^CASE_\d+/)?.[0] === process,
    );
    const silent = Object.keys(batch.expectations[process]).filter(
      (channel) => !channels.some((result) => result.channel === channel),
    );
    return {
      differences: [
        ...failed.map(({ name, exit, errors }) => `${name} ended with ${exit}:\n${errors}`),
        ...silent.map((channel) => `nothing is known of ${channel}`),
        ...channels.flatMap(({ channel, mismatches }) => mismatches.map((text) => `${channel}: ${text}`)),
      ],
      unnoticed: channels.flatMap(({ channel, unnoticed }) => unnoticed.map((text) => `${channel}: ${text}`)),
    };
  });
}

/**
 * Runs a case that has to fail, alone: what fails before a task starts ends the whole run.
 *
 * @returns what Nextflow said.
 * @throws Error when the run succeeds.
 */
export async function runFailingCase(
  each: BatchCase,
  options: Pick<RunCasesOptions, "data" | "folder">,
): Promise<string> {
  const stub = each.moduleCase.run === "stub" ? ["-stub-run"] : [];
  const { status, output } = await runBatch([each], options, [...stub, "-process.errorStrategy", "terminate"]);
  if (status === 0) throw new Error(`"${each.moduleCase.name}" did not fail`);
  return output;
}

async function runBatch(
  cases: readonly BatchCase[],
  { data, folder }: Pick<RunCasesOptions, "data" | "folder">,
  argv: readonly string[],
): Promise<NextflowRun & { batch: CaseBatch }> {
  const batch = caseBatch(cases);
  mkdirSync(folder, { recursive: true });
  cpSync(join(pipelinesFolder, "tests/lib"), join(folder, "lib"), { recursive: true });
  writeFileSync(join(folder, "main.nf"), batch.script);
  writeFileSync(join(folder, "nextflow.config"), CONFIGURATION + batch.configuration);
  writeFileSync(join(folder, "expectations.json"), JSON.stringify(batch.expectations));
  const parameters = {
    module_data: data,
    expectations: join(folder, "expectations.json"),
    results: join(folder, "results"),
  };
  writeFileSync(join(folder, "params.json"), JSON.stringify(parameters));
  const run = await runNextflow(["run", "main.nf", "-params-file", "params.json", ...argv], folder);
  return { ...run, batch };
}

function channelResults(file: string): ChannelResult[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  return lines.map((line): ChannelResult => JSON.parse(line));
}
