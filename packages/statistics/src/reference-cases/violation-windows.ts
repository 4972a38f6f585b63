import type { RuleFiring } from "../control-charts/rule-judge.ts";
import { isList, type JsonRecord } from "./reference-case.ts";

/**
 * Whether violations include a window as a publication states it, with runs from 1: `at` lists the runs of a window, or
 * all runs at which the rule is violated or begins to be; `window` is the first and the last run, of one window or of
 * windows that go on from run to run.
 */
export function windowAgrees({ at, window }: JsonRecord, firings: readonly RuleFiring[]): boolean {
  const runs = firings.map(runsOf);
  if (isList(at)) {
    const lists = [...runs, lastRuns(firings), lastRuns(firings.filter(({ begins }) => begins))];
    return lists.some((found) => found.length === at.length && found.every((run, place) => run === at[place]));
  }
  if (typeof at === "number") return runs.some((found) => found.at(-1) === at);
  if (!isList(window)) return false;
  const [first, last] = window;
  return [...runs.map(ends), ...episodes(firings)].some(([start, end]) => start === first && end === last);
}

function runsOf({ window }: RuleFiring): number[] {
  return [...new Set(window.map(({ run }) => run + 1))].sort((a, b) => a - b);
}

/** Runs at which the violations hold. */
function lastRuns(firings: readonly RuleFiring[]): number[] {
  return [...new Set(firings.map((firing) => runsOf(firing).at(-1) as number))].sort((a, b) => a - b);
}

function ends(runs: readonly number[]): readonly [number, number] {
  return [runs[0], runs[runs.length - 1]];
}

/** First and last run of violations of one check at consecutive runs. */
function episodes(firings: readonly RuleFiring[]): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (const { rule, scope, material } of firings) {
    const own = firings.filter((one) => one.rule === rule && one.scope === scope && one.material === material);
    let start = 0;
    for (const [place, firing] of own.entries()) {
      const [, end] = ends(runsOf(firing));
      const next = own[place + 1];
      if (next !== undefined && ends(runsOf(next))[1] === end + 1) continue;
      found.push([runsOf(own[start])[0], end]);
      start = place + 1;
    }
  }
  return found;
}
