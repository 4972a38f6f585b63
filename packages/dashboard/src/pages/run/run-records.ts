import type { paths } from "@touchstone/client";
import { api } from "../../api/api.ts";
import { type Pages, pageOptions } from "../../api/use-pages.ts";
import { useWholeList } from "../../api/use-whole-list.ts";

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { "application/json": infer Content } } } };
}
  ? Content
  : never;
type Item<Path extends keyof paths> = Answer<Path> extends { items: readonly (infer Each)[] } ? Each : never;

/** What may become of a run's results, and who says so. */
export type Disposition = Answer<"/api/v1/runs/{run}/disposition">;
/** A task of a run. */
export type Task = Item<"/api/v1/runs/{run}/tasks">;
/** A verdict. */
export type Verdict = Item<"/api/v1/verdicts">;
/** A comparison with a truth set. */
export type Comparison = Item<"/api/v1/concordance">;
/** A row of a comparison's scores. */
export type Score = Comparison["scores"][number];
/** A file of a run. */
export type Artifact = Item<"/api/v1/runs/{run}/artifacts">;
/** Something that did not go as it has to. */
export type NonConformance = Item<"/api/v1/non-conformances">;
/** What happened in a run. */
export type TimelineEntry = Item<"/api/v1/runs/{run}/timeline">;

/** What each process of a run needed. */
export type ProcessUsages = Answer<"/api/v1/runs/{run}/processes">;

/** As many as one page of a list gives. */
const limit = 500;

/** Every task of a run. */
export function useTasks(run: string): Pages<Task> {
  const params = { path: { run }, query: { limit } };
  return useWholeList(api.useInfiniteQuery("get", "/api/v1/runs/{run}/tasks", { params }, pageOptions));
}

/** Every verdict on a run that is in force. */
export function useVerdicts(runId: string): Pages<Verdict> {
  const params = { query: { runId, limit } };
  return useWholeList(api.useInfiniteQuery("get", "/api/v1/verdicts", { params }, pageOptions));
}

/** Every comparison of a run that is in force. */
export function useComparisons(runId: string): Pages<Comparison> {
  const params = { query: { runId, limit } };
  return useWholeList(api.useInfiniteQuery("get", "/api/v1/concordance", { params }, pageOptions));
}

/** Every file of a run. */
export function useArtifacts(run: string): Pages<Artifact> {
  const params = { path: { run }, query: { limit } };
  return useWholeList(api.useInfiniteQuery("get", "/api/v1/runs/{run}/artifacts", { params }, pageOptions));
}
