import { randomOf } from "@touchstone/test-support/generate";
import { pipelines, pipelineVersion } from "./definitions.ts";
import { executionReports } from "./nextflow-reports.ts";
import type { ComparedRun, ControlRun, PlannedRun } from "./plan.ts";
import { lots } from "./plan.ts";
import type { Story } from "./story.ts";

const MINUTE = 60_000;

/** Reagent of the kit that each assay's libraries are made with. */
const KITS = {
  "germline-genome": lots.genomeKit.reagent,
  exome: lots.exomeKit.reagent,
  "tumour-panel": lots.panelKit.reagent,
  "methylation-panel": lots.methylationKit.reagent,
} as const;

/** Hours that the pipeline of an assay takes. */
const HOURS = { "germline-genome": 4, exome: 2.5, "tumour-panel": 1.5, "methylation-panel": 1.5 } as const;

/**
 * Lets a run be added by a technologist and carried out by Nextflow, whose reports come in as it goes on.
 *
 * @param ended what happens when it has ended, unless it failed.
 */
export function executeRun(story: Story, run: ComparedRun | ControlRun, ended: () => Promise<void>): void {
  const { agenda, laboratory, seed } = story;
  const { pipeline } = pipelines[run.assay];
  const version = run.kind === "compared" ? run.version : pipelines[run.assay].version;
  const startedAt = new Date(run.at.getTime() + 4 * MINUTE);
  const fails = run.kind === "compared" && run.fails;
  const execution = {
    ...{ runName: run.name, pipeline, version, sample: samplesOf(run)[0], startedAt, fails },
    duration: HOURS[run.assay],
  };
  const reports = executionReports(randomOf(seed, `nextflow ${run.key}`), execution);
  let address = "";
  agenda.add(run.at, run.name, async () => {
    const technologist = await laboratory.person("technologist");
    await technologist.POST("/api/v1/runs", {
      body: {
        ...describeRun(run),
        nextflowId: reports.sessionId,
        pipelineVersion: pipelineVersion(pipeline, version),
      },
    });
  });
  agenda.add(startedAt, run.name, async () => {
    const { workflowId } = await laboratory.reportNextflow("POST", "/trace/create", reports.create);
    address = `/trace/${workflowId}`;
    await laboratory.reportNextflow("PUT", `${address}/begin`, reports.begin);
  });
  agenda.add(new Date((startedAt.getTime() + reports.endsAt.getTime()) / 2), run.name, async () => {
    await laboratory.reportNextflow("PUT", `${address}/progress`, reports.progress);
  });
  agenda.add(reports.endsAt, run.name, async () => {
    await laboratory.reportNextflow("PUT", `${address}/progress`, reports.lastProgress);
    await laboratory.reportNextflow("PUT", `${address}/complete`, reports.complete);
    if (!fails) await ended();
  });
}

/** The run as a technologist adds it. */
function describeRun(run: ComparedRun | ControlRun) {
  return {
    name: run.name,
    assay: { name: run.assay },
    instrument: run.instrument,
    samples: samplesOf(run),
    reagentLots: [{ reagent: KITS[run.assay], lot: run.lot }],
    performedAt: run.at.toISOString(),
    status: "queued" as const,
  };
}

/** Samples of a run: its control, and in routine some of patients, who are numbers. */
function samplesOf(run: Exclude<PlannedRun, { kind: "study" }>): string[] {
  if (run.kind === "compared") return ["NX1"];
  return run.assay === "tumour-panel" ? ["tumour-control-high", "tumour-control-low"] : ["methylation-control"];
}
