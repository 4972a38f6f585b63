import { rmSync } from "node:fs";
import { join } from "node:path";
import { compareReplicates } from "@touchstone/replicates";
import { generateReplicates } from "@touchstone/test-support";
import { randomOf } from "@touchstone/test-support/generate";
import { recordStudy, studyFiles } from "touchstone/in-process";
import { replicateModel } from "../model/parameters.ts";
import { pipelines, pipelineVersion } from "./definitions.ts";
import type { StudyRun } from "./plan.ts";
import { recordingOf } from "./recording-of.ts";
import { REFERENCE_SAMPLE } from "./simulate-call-set.ts";
import type { Story } from "./story.ts";

/** Simulates three replicates of the reference sample, compares them, and records the study. */
export async function studyReplicates(story: Story, run: StudyRun): Promise<void> {
  const { files, seed, signal } = story;
  const folder = join(files, "studies", run.name);
  const { pipeline, version } = pipelines[run.assay];
  const { revision } = pipelineVersion(pipeline, version);
  const drawn = randomOf(seed, run.key).uint32();
  const { replicates, reference } = generateReplicates({ folder, seed: drawn, shiftIndels: true, ...replicateModel });
  const prefix = join(folder, "study");
  await compareReplicates({
    replicates,
    samples: [],
    ...(reference === null ? {} : { reference }),
    out: prefix,
    minimumDepth: 50,
    vafDenominator: "all",
    includeImputed: false,
    allRecords: false,
    vafBins: [0.05, 0.1, 0.25, 0.75, 0.9],
    leastCvMean: 0.05,
    samplePoints: 2000,
    seed: 1,
    compressionLevel: 6,
    threads: 1,
    signal,
  });
  await recordStudy(recordingOf(story), {
    files: studyFiles(prefix, () => {}),
    performedAt: run.at.toISOString(),
    run: run.name,
    description: {
      assay: run.assay,
      pipeline: { name: pipeline, version, revision },
      instrument: run.instrument,
      samples: [REFERENCE_SAMPLE],
      performedAt: run.at.toISOString(),
    },
  });
  for (const path of replicates) rmSync(path, { force: true });
}
