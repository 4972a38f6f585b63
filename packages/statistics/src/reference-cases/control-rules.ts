import type { RuleFiring } from "../control-charts/rule-judge.ts";
import { classicMultirule, type RangeForm, type RuleSetting } from "../control-charts/rule-set.ts";
import { evaluateWestgard, type RunEvaluation } from "../control-charts/westgard.ts";
import { type Answer, type Answers, answersBy, type Computed, Judgement, Keyed } from "./answer.ts";
import { type ControlSeries, controlSeries } from "./control-scores.ts";
import type { Problem } from "./problem.ts";
import { isList, isRecord, type Json, type JsonRecord } from "./reference-case.ts";
import { describeFiring, isMentioned, type RuleMention, ruleMention, settingsOf } from "./rule-names.ts";
import { windowAgrees } from "./violation-windows.ts";

const LETTERS = { "in control": "A", warning: "W", "out of control": "R", "not evaluable": null } as const;

/** Control rules on measurements, in the forms that `controlSeries` reads, with the `rules` of the input. */
export function controlRules({ input }: Problem): readonly Answers[] {
  const series = controlSeries(input);
  return series === null || series.runs.length === 0 ? [] : [answersOf(series, input)];
}

function answersOf(series: ControlSeries, input: JsonRecord): Answers {
  const mentionsIn = (texts: readonly string[]): RuleMention[] =>
    texts.map((text) => ruleMention(text, series.materials));
  const own = () => mentionsIn(isList(input.rules) ? input.rules.map(String) : (classicMultirule as readonly string[]));
  /** Rules of the input, or the classic ones, and every rule that what is expected mentions. */
  const evaluated = (mentioned: readonly RuleMention[] = []): readonly RunEvaluation[] =>
    evaluateWestgard(series.runs, inScope(settingsOf([...own(), ...mentioned]), input)).runs;
  const fires = (form: RangeForm): boolean => rangeRuns(series, form).length > 0;
  const flags: Answer = (expected) => {
    if (isRecord(expected)) return new Keyed((run, wanted) => flagsAt(Number(run) - 1, wanted));
    return flagsAt(series.runs.length - 1, expected);
  };
  const flagsAt = (run: number, expected: Json): Judgement => {
    if (!isList(expected) && typeof expected !== "string") return new Judgement(false, "a list of rules");
    const mentions = mentionsIn(textsOf(expected));
    return agreement(strongest(evaluated(mentions)[run]?.firings ?? []), mentions, series);
  };
  const firstFire: Answer = (expected) => {
    const runs = evaluated(mentionsIn(pathsIn(expected)));
    const begins = (path: string, wanted: Json): Computed => {
      if (isRecord(wanted)) return new Keyed((key, inner) => begins(`${path} ${key}`, inner));
      const [mention] = mentionsIn([path]);
      const found = runsWith(runs, (firing) => firing.begins && isMentioned(firing, mention));
      return isList(wanted) ? found : (found[0] ?? null);
    };
    return new Keyed(begins);
  };
  return answersBy(
    {
      flags,
      flags_at_last_point: flags,
      violations: (expected) =>
        isList(expected) ? flags(expected) : violations(expected, series, mentionsIn, evaluated),
      decision: (expected) =>
        isRecord(expected)
          ? new Keyed((run, wanted) => decisionAt(evaluated(), Number(run), wanted))
          : decisionAt(evaluated(), series.runs.length, expected),
      reject_reason: () =>
        new Keyed((run, reason) => rejectionAt(evaluated(), Number(run), mentionsIn(textsOf(reason)), series)),
      violation_windows: (expected) => {
        const windows = isList(expected) ? expected.filter(isRecord) : [];
        const runs = evaluated(mentionsIn(windows.map((window) => String(window.rule))));
        const missing = windows.filter((window) => {
          const [mention] = mentionsIn([Object.entries(window).map(mentionedIn).join(" ")]);
          return !windowAgrees(
            window,
            runs.flatMap(({ firings }) => firings).filter((firing) => isMentioned(firing, mention)),
          );
        });
        return new Judgement(missing.length === 0 && windows.length > 0, `none at ${JSON.stringify(missing)}`);
      },
      first_fire: firstFire,
      first_fire_strict: firstFire,
      first_fire_exact_difference_R4s: () => rangeRuns(series, "difference"),
      no_R4s_across_runs: () => !firesForOneControl(series),
      r4s_strict_two_sided_2s: () => fires("two-sided 2s"),
      r4s_exact_difference: () => fires("difference"),
    },
    (name) => {
      const rule = /^violations_(.+)_(?:days|runs)$/.exec(name)?.[1];
      if (rule === undefined) return undefined;
      return () => {
        const mentions = mentionsIn([rule.replaceAll("_", "-")]);
        return runsWith(evaluated(mentions), (firing) => isMentioned(firing, mentions[0]));
      };
    },
  );
}

/** `rule` comes first in an entry's text; where it is and what it is of follow. */
function mentionedIn([name, value]: readonly [string, Json]): string {
  if (name === "at" || name === "window") return "";
  return value === true ? name : String(value);
}

/** "per material" leaves out windows of one run for rules that count several of one material's. */
function inScope(settings: readonly RuleSetting[], { scope }: JsonRecord): RuleSetting[] {
  if (typeof scope !== "string") return [...settings];
  return settings.map((setting) => {
    const { scopes = [] } = setting;
    if (/across[\s-]*materials/i.test(scope) && /^(4-1s|3-1s|\d+-x)$/.test(setting.rule)) {
      return { ...setting, scopes: [...new Set([...scopes, "across materials" as const])] };
    }
    if (!/per[\s-]*material/i.test(scope) || !/^[34]-1s$/.test(setting.rule)) return setting;
    return { ...setting, scopes: scopes.filter((one) => one !== "within run") };
  });
}

/** Rules with what stands below them: by material, or within. */
function pathsIn(expected: Json): string[] {
  if (!isRecord(expected)) return [];
  return Object.entries(expected).flatMap(([key, inner]) =>
    isRecord(inner) ? pathsIn(inner).map((path) => `${key} ${path}`) : [key],
  );
}

function textsOf(expected: Json): string[] {
  if (isList(expected)) return expected.map(String);
  return typeof expected === "string" ? expected.split(/\s*;\s*/) : [];
}

/** A warning counts only where nothing stronger fires. */
function strongest(firings: readonly RuleFiring[]): readonly RuleFiring[] {
  const stronger = firings.filter(({ rule }) => rule !== "1-2s");
  return stronger.length > 0 ? stronger : firings;
}

/** Every violation is mentioned, and every mention is a violation. */
function agreement(
  firings: readonly RuleFiring[],
  mentions: readonly RuleMention[],
  { materials }: ControlSeries,
): Judgement {
  const agrees =
    firings.every((firing) => mentions.some((mention) => isMentioned(firing, mention))) &&
    mentions.every((mention) => firings.some((firing) => isMentioned(firing, mention)));
  return new Judgement(agrees, JSON.stringify(firings.map((firing) => describeFiring(firing, materials))));
}

/** {run: [violations]} for all runs that have any; 1-2s counts as one where it is mentioned. */
function violations(
  expected: Json,
  series: ControlSeries,
  mentionsIn: (texts: readonly string[]) => RuleMention[],
  evaluated: (mentioned: readonly RuleMention[]) => readonly RunEvaluation[],
): Judgement | Keyed {
  const wanted = new Map(
    Object.entries(isRecord(expected) ? expected : {}).map(([run, texts]) => [Number(run), mentionsIn(textsOf(texts))]),
  );
  const all = [...wanted.values()].flat();
  const isCounted = ({ rule }: RuleFiring) => rule !== "1-2s" || all.some((mention) => mention.rule === rule);
  const found = evaluated(all).map(({ firings }) => firings.filter(isCounted));
  const unexpected = found.flatMap((firings, run) => (firings.length > 0 && !wanted.has(run + 1) ? [run + 1] : []));
  if (unexpected.length > 0 || wanted.size === 0) {
    return new Judgement(unexpected.length === 0, `violations also in runs ${unexpected.join(", ")}`);
  }
  return new Keyed((run) => agreement(found[Number(run) - 1] ?? [], wanted.get(Number(run)) ?? [], series));
}

/** A letter, or the word that it begins. */
function decisionAt(runs: readonly RunEvaluation[], run: number, expected: Json): Computed {
  const found = runs[run - 1];
  const letter = found === undefined ? null : LETTERS[found.verdict];
  if (typeof expected !== "string" || expected.length < 2) return letter;
  return new Judgement(expected[0].toUpperCase() === letter, String(letter));
}

function rejectionAt(
  runs: readonly RunEvaluation[],
  run: number,
  mentions: readonly RuleMention[],
  { materials }: ControlSeries,
): Judgement {
  const rejections = (runs[run - 1]?.firings ?? []).filter(({ severity }) => severity === "rejection");
  const agrees =
    mentions.length > 0 && mentions.every((mention) => rejections.some((firing) => isMentioned(firing, mention)));
  return new Judgement(agrees, JSON.stringify(rejections.map((firing) => describeFiring(firing, materials))));
}

/** 1-based runs with a violation of which something holds. */
function runsWith(runs: readonly RunEvaluation[], holds: (firing: RuleFiring) => boolean): number[] {
  return runs.filter(({ firings }) => firings.some(holds)).map(({ run }) => run + 1);
}

function rangeRuns({ runs }: Pick<ControlSeries, "runs">, rangeForm: RangeForm): number[] {
  return runsWith(evaluateWestgard(runs, [{ rule: "R-4s", rangeForm }]).runs, () => true);
}

function firesForOneControl({ materials, runs }: ControlSeries): boolean {
  return materials.some((_, material) => {
    const alone = { runs: runs.map((scores) => [scores[material]]) };
    return rangeRuns(alone, "two-sided 2s").length + rangeRuns(alone, "difference").length > 0;
  });
}
