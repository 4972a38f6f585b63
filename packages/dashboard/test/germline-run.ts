const START = Date.parse("2026-03-01T09:00:00Z");
const MEGABYTE = 1_000_000;

/** A step: of which name, when it begins, how long it takes in seconds, how many tasks, and what it asks for. */
type Step = readonly [process: string, begin: number, seconds: number, tasks: number, cpus: number, megabytes: number];

/** Roughly a germline run of two replicates on small data: short and long steps, scattered ones, one after another. */
const STEPS: readonly Step[] = [
  ["PREPARE_REFERENCE:SAMTOOLS_FAIDX", 0, 0.4, 1, 1, 1000],
  ["PREPARE_REFERENCE:SAMTOOLS_DICT", 0, 0.5, 1, 1, 1000],
  ["PREPARE_REFERENCE:BWA_INDEX", 0, 2, 1, 1, 4000],
  ["FASTQC", 1, 9, 2, 2, 4000],
  ["TRIMGALORE", 1, 12, 2, 4, 4000],
  ["BWA_MEM", 14, 21, 2, 8, 16_000],
  ["GATK4_MARKDUPLICATES", 36, 7, 2, 2, 8000],
  ["GATK4_BASERECALIBRATOR", 44, 6, 2, 2, 8000],
  ["GATK4_APPLYBQSR", 51, 5, 2, 2, 8000],
  ["SAMTOOLS_STATS", 57, 2, 2, 1, 2000],
  ["MOSDEPTH", 57, 3, 2, 2, 4000],
  ["GATK4_SPLITINTERVALS", 3, 3, 1, 1, 2000],
  ["GATK4_HAPLOTYPECALLER", 57, 14, 8, 2, 8000],
  ["GATK4_MERGEVCFS", 73, 3, 2, 1, 4000],
  ["GATK4_GENOTYPEGVCFS", 77, 6, 4, 2, 8000],
  ["GATK4_VARIANTFILTRATION", 84, 4, 1, 1, 4000],
  ["VEPYR_ANNOTATE", 89, 5, 1, 2, 4000],
  ["TOUCHSTONE_COMPARE", 89, 4, 2, 2, 4000],
  ["TOUCHSTONE_REPRODUCIBILITY", 89, 3, 1, 1, 2000],
  ["MULTIQC", 96, 7, 1, 1, 4000],
];

/** A task as `POST /runs/RUN/tasks` takes it. */
export interface ReportedTask {
  readonly number: number;
  readonly process: string;
  readonly status: "submitted" | "running" | "completed" | "cached" | "failed";
  readonly [field: string]: unknown;
}

/**
 * The tasks of such a run: the reference is taken from the cache, one alignment and one call run out of memory and are tried again.
 */
export function germlineTasks(): ReportedTask[] {
  const tasks: ReportedTask[] = [];
  for (const [process, begin, seconds, count, cpus, megabytes] of STEPS) {
    for (let place = 0; place < count; place++) {
      const tag =
        count === 1 ? null : `HG002_R${1 + (place % 2)}${count > 2 ? `, part ${1 + Math.floor(place / 2)}` : ""}`;
      const from = begin + place * 0.8;
      const task = { process, tag, cpus, memoryBytes: megabytes * MEGABYTE, hash: hashOf(tasks.length) };
      const fails = place === 1 && (process === "BWA_MEM" || process === "GATK4_HAPLOTYPECALLER");
      if (fails) {
        const failed = { status: "failed" as const, exitCode: 137, ...timesOf(from, seconds / 3) };
        tasks.push({ number: tasks.length + 1, ...task, ...failed });
      }
      tasks.push({
        number: tasks.length + 1,
        ...task,
        status: process.startsWith("PREPARE") ? "cached" : "completed",
        exitCode: 0,
        attempt: fails ? 2 : 1,
        ...(fails ? { memoryBytes: 2 * megabytes * MEGABYTE } : {}),
        ...timesOf(fails ? from + seconds / 3 + 1 : from, seconds),
        cpuShare: 0.85 * cpus,
        peakMemoryBytes: Math.round(megabytes * MEGABYTE * (0.3 + 0.1 * (place % 5))),
      });
    }
  }
  return tasks;
}

/** So many tasks of one process that have been submitted. */
export function manyTasks(count: number): ReportedTask[] {
  return Array.from({ length: count }, (_, place) => {
    return {
      number: place + 1,
      process: `CALL_${place % 10}`,
      tag: `part ${place}`,
      status: "submitted",
      ...asked(place),
    };
  });
}

function asked(place: number) {
  return { submittedAt: moment(place / 100), cpus: 2, memoryBytes: 4000 * MEGABYTE };
}

function timesOf(from: number, seconds: number) {
  return {
    submittedAt: moment(from - 0.3),
    startedAt: moment(from),
    finishedAt: moment(from + seconds),
    durationMs: Math.round(1000 * (seconds + 0.3)),
    realtimeMs: Math.round(1000 * seconds),
  };
}

function moment(second: number): string {
  return new Date(START + Math.round(1000 * second)).toISOString();
}

function hashOf(number: number): string {
  const digits = (number * 2_654_435_761).toString(16).padStart(8, "0").slice(-8);
  return `${digits.slice(0, 2)}/${digits.slice(2)}`;
}
