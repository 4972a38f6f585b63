import { useMemo } from "react";
import type { Pages } from "../../api/use-pages.ts";
import { runImages } from "../run/run-images.ts";
import { useComparisons, useTasks, useVerdicts } from "../run/run-records.ts";
import type { Run } from "../runs/run-words.ts";
import type { ComparedRun } from "./compare-runs.ts";

/** What is compared of a run, once all of it was read: with a part of it two runs would seem to differ. */
export function useComparedRun(run: Run): {
  readonly data: ComparedRun | undefined;
  readonly error: unknown;
  readonly refetch: () => void;
} {
  const tasks = useTasks(run.id);
  const comparisons = useComparisons(run.id);
  const verdicts = useVerdicts(run.id);
  const lists = [tasks, comparisons, verdicts];
  const allTasks = wholeOf(tasks);
  const allComparisons = wholeOf(comparisons);
  const allVerdicts = wholeOf(verdicts);
  const data = useMemo(() => {
    if (allTasks === undefined || allComparisons === undefined || allVerdicts === undefined) return undefined;
    return { run, images: runImages(allTasks), comparisons: allComparisons, verdicts: allVerdicts };
  }, [run, allTasks, allComparisons, allVerdicts]);
  return {
    data,
    error: lists.find(({ error }) => error !== null)?.error ?? null,
    refetch: () => {
      for (const list of lists) list.refetch();
    },
  };
}

function wholeOf<Item>({ data, hasMore }: Pages<Item>): readonly Item[] | undefined {
  return hasMore ? undefined : data;
}
