import type { Random } from "@touchstone/test-support/generate";
import { pipelineVersion } from "./definitions.ts";

const HOUR = 3_600_000;
const GIBIBYTE = 2 ** 30;

/** A step of a pipeline: its share of the run's time, and what it needs. */
interface Step {
  readonly process: string;
  /** When it starts and ends, as shares of the run. */
  readonly from: number;
  readonly to: number;
  readonly cpus: number;
  readonly memory: number;
}

const STEPS: readonly Step[] = [
  { process: "FASTQC", from: 0.01, to: 0.08, cpus: 2, memory: 4 },
  { process: "ALIGN", from: 0.02, to: 0.46, cpus: 16, memory: 48 },
  { process: "MARK_DUPLICATES", from: 0.47, to: 0.58, cpus: 4, memory: 24 },
  { process: "CALL_VARIANTS", from: 0.59, to: 0.9, cpus: 16, memory: 32 },
  { process: "FILTER", from: 0.91, to: 0.94, cpus: 2, memory: 8 },
  { process: "REPORT", from: 0.95, to: 0.99, cpus: 1, memory: 4 },
];

/** The step that runs out of memory in a run that fails. */
const FAILING_STEP = "MARK_DUPLICATES";
const OUT_OF_MEMORY = 137;

/** An execution of a pipeline by Nextflow. */
export interface Execution {
  readonly runName: string;
  readonly pipeline: string;
  readonly version: string;
  readonly sample: string;
  readonly startedAt: Date;
  /** Hours. */
  readonly duration: number;
  readonly fails: boolean;
}

/** Reports of an execution as nf-tower sends them, the tasks in two parts: while it runs, and at its end. */
export interface ExecutionReports {
  /** Nextflow's id of the execution. */
  readonly sessionId: string;
  readonly create: object;
  readonly begin: object;
  readonly progress: object;
  readonly lastProgress: object;
  readonly complete: object;
  readonly endsAt: Date;
}

/** The reports of an execution, with times of its tasks that vary as they do in a cluster. */
export function executionReports(random: Random, execution: Execution): ExecutionReports {
  const { runName, startedAt, fails } = execution;
  const steps = fails ? STEPS.slice(0, STEPS.findIndex(({ process }) => process === FAILING_STEP) + 1) : STEPS;
  const tasks = steps.map((step, place) => taskOf(random, execution, step, place + 1));
  const last = tasks.at(-1);
  const endsAt = new Date(Date.parse(last?.complete ?? "") + 60_000);
  const sessionId = sessionOf(random);
  const workflow = workflowOf(execution, sessionId);
  const half = Math.ceil(tasks.length / 2);
  return {
    sessionId,
    create: { sessionId, projectName: workflow.projectName, repository: null, runName, workflowId: null },
    begin: { workflow, processNames: STEPS.map(({ process }) => process) },
    progress: { tasks: tasks.slice(0, half) },
    lastProgress: { tasks: tasks.slice(half) },
    complete: {
      workflow: {
        ...workflow,
        complete: endsAt.toISOString(),
        duration: endsAt.getTime() - startedAt.getTime(),
        success: !fails,
        exitStatus: fails ? OUT_OF_MEMORY : 0,
        errorMessage: fails ? `Process ${FAILING_STEP} terminated with an error exit status (${OUT_OF_MEMORY})` : null,
        errorReport: fails ? `Error executing process > '${FAILING_STEP} (${execution.sample})': out of memory` : null,
      },
    },
    endsAt,
  };
}

function workflowOf({ runName, pipeline, version, startedAt, sample }: Execution, sessionId: string) {
  return {
    runName,
    sessionId,
    projectName: `laboratory/${pipeline}`,
    scriptName: "main.nf",
    repository: `https://git.example/laboratory/${pipeline}`,
    revision: version,
    commitId: pipelineVersion(pipeline, version).revision,
    start: startedAt.toISOString(),
    commandLine: `nextflow run laboratory/${pipeline} -r ${version} -name ${runName}`,
    nextflow: { version: "25.04.4", build: 5950, timestamp: "2025-06-16T14:23:00Z" },
    success: false,
    userName: "pipelines",
    profile: "cluster",
    resume: false,
    manifest: { name: pipeline, version },
    params: { sample, genome: "generated" },
  };
}

function taskOf(random: Random, execution: Execution, step: Step, taskId: number) {
  const { startedAt, duration, sample, fails, version, pipeline } = execution;
  const moment = (share: number) => new Date(startedAt.getTime() + share * duration * HOUR);
  const stretch = 0.9 + 0.1 * random.fraction();
  const [submit, start] = [
    moment(step.from),
    new Date(moment(step.from).getTime() + 20_000 + random.between(0, 60_000)),
  ];
  const complete = new Date(start.getTime() + (step.to - step.from) * duration * HOUR * stretch);
  const isFailing = fails && step.process === FAILING_STEP;
  const hash = random.uint32().toString(16).padStart(8, "0");
  return {
    taskId,
    status: isFailing ? "FAILED" : "COMPLETED",
    hash: `${hash.slice(0, 2)}/${hash.slice(2)}`,
    name: `${step.process} (${sample})`,
    process: step.process,
    tag: sample,
    exit: isFailing ? OUT_OF_MEMORY : 0,
    attempt: 1,
    container: `registry.example/${pipeline}/${step.process.toLowerCase()}:${version}`,
    cpus: step.cpus,
    memory: step.memory * GIBIBYTE,
    peakRss: Math.round(step.memory * GIBIBYTE * (isFailing ? 1 : 0.4 + 0.4 * random.fraction())),
    pcpu: Math.round(1000 * step.cpus * (0.55 + 0.4 * random.fraction())) / 10,
    submit: submit.toISOString(),
    start: start.toISOString(),
    complete: complete.toISOString(),
    duration: complete.getTime() - submit.getTime(),
    realtime: complete.getTime() - start.getTime(),
    ...(isFailing ? { errorAction: "TERMINATE" } : {}),
  };
}

function sessionOf(random: Random): string {
  const digits = Array.from({ length: 4 }, () => random.uint32().toString(16).padStart(8, "0")).join("");
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`;
}
