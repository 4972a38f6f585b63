import type { EvidenceContent } from "@touchstone/evidence";
import { atOneMoment } from "../at-one-moment.ts";
import type { ServerContext } from "../context.ts";
import {
  gatherAlerts,
  gatherComparisons,
  gatherDefinitions,
  gatherDispositions,
  gatherMeasurements,
  gatherRun,
  gatherStudies,
  gatherVerdicts,
} from "./gather-run.ts";
import { gatherSignatures, gatherTrail } from "./gather-trail.ts";
import { idsIn } from "./record.ts";

/** All that a run's results rest on, as of one moment; its part of the audit trail is anchored before. @throws ServerError TS_NOT_FOUND. */
export async function gatherEvidence(
  { database, anchoring, settings }: ServerContext,
  idOrName: string,
): Promise<EvidenceContent> {
  await anchoring?.anchor();
  const anchors = (await anchoring?.read())?.anchors ?? [];
  return atOneMoment(database, async (kysely) => {
    const run = await gatherRun(kysely, idOrName);
    const runId = run.run.id;
    const comparisons = await gatherComparisons(kysely, runId);
    const measurements = await gatherMeasurements(kysely, runId);
    const replicateStudies = await gatherStudies(kysely, runId);
    const verdicts = await gatherVerdicts(kysely, runId);
    const dispositions = await gatherDispositions(kysely, runId);
    const definitions = await gatherDefinitions(kysely, verdicts);
    const alerts = await gatherAlerts(kysely, runId);
    const recorded = [
      [run.run, ...run.samples, ...run.reagentLots, ...run.artifacts],
      [run.assay, run.pipelineVersion, run.instrument].filter((record) => record !== null),
      [...comparisons.comparisons, ...comparisons.truthSets, ...measurements.materials, ...replicateStudies],
      [...definitions.baselines, ...definitions.ruleSets, ...definitions.thresholds],
      [...dispositions, ...alerts.alerts, ...alerts.nonConformances, ...alerts.correctiveActions],
    ];
    const ids = recorded.flatMap((records) => idsIn(records, "id"));
    const signatures = await gatherSignatures(kysely, ids);
    const audit = await gatherTrail(kysely, [...ids, ...signatures.map(({ id }) => id)], anchors);
    return {
      touchstone: settings.touchstone,
      run,
      comparisons,
      measurements,
      replicateStudies,
      verdicts,
      dispositions,
      definitions,
      alerts,
      signatures,
      audit,
    };
  });
}
