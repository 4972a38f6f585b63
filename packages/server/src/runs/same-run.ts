import { canonicalJson } from "@touchstone/model";
import type { NewRun, Run } from "./schema.ts";

/**
 * Whether a request means the run that is there: everything that it says has to agree with it. What has changed since,
 * such as the status, is no difference.
 *
 * @returns null, or the name of a field that differs.
 */
export function sameRun(run: Run, request: NewRun): keyof NewRun | null {
  const { assay, pipelineVersion, samples, reagentLots, performedAt, parameters } = request;
  const agreements: readonly (readonly [keyof NewRun, boolean])[] = [
    ["inputsSha256", agrees(request.inputsSha256, run.inputsSha256)],
    ["assay", agrees(assay?.name, run.assay?.name) && agrees(assay?.version, run.assay?.version)],
    [
      "pipelineVersion",
      agrees(pipelineVersion?.pipeline, run.pipelineVersion?.pipeline) &&
        agrees(pipelineVersion?.version, run.pipelineVersion?.version) &&
        agrees(pipelineVersion?.revision, run.pipelineVersion?.revision),
    ],
    ["instrument", agrees(request.instrument, run.instrument?.name)],
    ["samples", samples === undefined || sameTexts(samples, run.samples)],
    ["reagentLots", reagentLots === undefined || sameTexts(reagentLots.map(lotText), run.reagentLots.map(lotText))],
    ["nextflowId", agrees(request.nextflowId, run.nextflowId)],
    ["performedAt", performedAt === undefined || Date.parse(performedAt) === Date.parse(run.performedAt)],
    ["parameters", parameters === undefined || canonicalJson(parameters) === canonicalJson(run.parameters)],
    ["imported", agrees(request.imported, run.isImported)],
  ];
  return agreements.find(([, agreed]) => !agreed)?.[0] ?? null;
}

function agrees<T>(said: T | undefined, kept: T | null | undefined): boolean {
  return said === undefined || said === kept;
}

function sameTexts(said: readonly string[], kept: readonly string[]): boolean {
  return canonicalJson(said.toSorted()) === canonicalJson(kept.toSorted());
}

function lotText({ reagent, lot }: { readonly reagent: string; readonly lot: string }): string {
  return JSON.stringify([reagent, lot]);
}
