import type { CusumSides } from "../control-charts/cusum-run-length.ts";
import { cusumAverageRunLength } from "../control-charts/cusum-run-length.ts";
import type { EwmaLimits } from "../control-charts/ewma-chart.ts";
import { ewmaAverageRunLength } from "../control-charts/ewma-run-length.ts";
import { ruleSetRunLength } from "../control-charts/rule-performance.ts";
import { shewhartAverageRunLength } from "../control-charts/shewhart-run-length.ts";
import { normalUpperTail } from "../distributions/normal.ts";
import type { Answers } from "./answer.ts";
import { forEachOf, numberOf, type Problem, type Several, severalOf, textOf } from "./problem.ts";
import { isList, type JsonRecord } from "./reference-case.ts";
import { ruleNamed } from "./rule-names.ts";

/** Average run length of every chart of the input at a shift. */
type RunLength = (shift: number) => number | null | readonly (number | null)[];

/** Average run lengths: CUSUM `k`, `h`; EWMA `lambda`, `L`, `limits`; Shewhart `limits`; a set of `rules`. */
export function runLengths({ input }: Problem): readonly Answers[] {
  const length = cusum(input) ?? ewma(input) ?? shewhart(input) ?? ruleSet(input);
  if (length === null) return [];
  return [
    (name) => {
      const shift = shiftOf(name);
      return shift === null ? undefined : () => length(shift);
    },
  ];
}

/** `ARL0`, `ARL_half_sd`, `ARL_1sd`, `ARL_1.5sd`: the shift in SD; null for another name. */
function shiftOf(name: string): number | null {
  if (/^ARL_?0$/.test(name)) return 0;
  if (/^ARL_half_?sd$/.test(name)) return 0.5;
  const shift = /^ARL_(\d+(?:[.p]\d+)?)_?sd$/.exec(name)?.[1];
  return shift === undefined ? null : Number(shift.replace("p", "."));
}

function cusum(input: JsonRecord): RunLength | null {
  const [k, h] = [severalOf(input, "k"), severalOf(input, "h")];
  if (k === null || h === null) return null;
  const headStart = severalOf(input, "head_start") ?? 0;
  const sides: CusumSides = isOneSided(input) ? "upper" : "two-sided";
  return (shift) =>
    forEachOf([k, h, headStart], (reference, decision, start) =>
      cusumAverageRunLength({ k: reference, h: decision, headStart: start }, shift, sides),
    );
}

function ewma(input: JsonRecord): RunLength | null {
  const [lambda, limit] = [severalOf(input, "lambda"), severalOf(input, "L")];
  if (lambda === null || limit === null) return null;
  // Tables are of constant limits unless they say otherwise.
  const limits: EwmaLimits = /vary|vacl|exact|time/i.test(textOf(input, "limits")) ? "time-varying" : "asymptotic";
  return (shift) =>
    forEachOf([lambda, limit], (weight, width) =>
      ewmaAverageRunLength({ lambda: weight, limit: width, limits }, shift),
    );
}

function shewhart(input: JsonRecord): RunLength | null {
  const limits: Several | null = severalOf(input, "limits") ?? severalOf(input, "L");
  if (limits === null) return null;
  const controls = severalOf(input, "N") ?? 1;
  return (shift) =>
    forEachOf([limits, controls], (limit, n) =>
      isOneSided(input) ? 1 / normalUpperTail(limit - shift) : shewhartAverageRunLength(limit, n, { shift }),
    );
}

function ruleSet(input: JsonRecord): RunLength | null {
  if (!isList(input.rules) || "values" in input || "rows" in input) return null;
  const rules = input.rules.map((name) => ruleNamed(String(name)));
  return (shift) => ruleSetRunLength(rules, { controls: numberOf(input, "N") ?? 1, shift }).value;
}

function isOneSided(input: JsonRecord): boolean {
  return /one|upper|^1$/i.test(String(input.sided ?? ""));
}
