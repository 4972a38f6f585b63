import { agreementLimits } from "./agreement-limits.ts";
import { controlRules } from "./control-rules.ts";
import { falseRejection } from "./false-rejection.ts";
import { intraclass } from "./intraclass.ts";
import { kappa } from "./kappa.ts";
import { pairedProportions } from "./paired-proportions.ts";
import type { Subject } from "./problem.ts";
import { alleleFraction, sigma } from "./quality-figures.ts";
import { runLengths } from "./run-lengths.ts";
import { concordance, proportions } from "./scores.ts";
import { spread } from "./spread.ts";
import { trend } from "./trend.ts";
import { variance } from "./variance.ts";
import { withinSubjects } from "./within-subjects.ts";

/** What a category is about first. */
const byCategory: Readonly<Record<string, readonly Subject[]>> = {
  westgard: [controlRules, falseRejection],
  icc: [intraclass, variance],
  "variance-components": [variance, intraclass],
  "bland-altman": [agreementLimits, withinSubjects],
  repeatability: [withinSubjects, agreementLimits],
  "mann-kendall": [trend],
  "mann-kendall-autocorr": [trend],
  "sen-slope": [trend],
  kappa: [kappa, concordance],
  "proportion-ci": [proportions, concordance],
  concordance: [concordance, proportions],
  mcnemar: [pairedProportions],
  cv: [spread],
  moments: [spread],
  anova: [variance, spread],
  arl: [runLengths, falseRejection],
  sigma: [sigma],
  vaf: [alleleFraction],
};

const all: readonly Subject[] = [...new Set(Object.values(byCategory).flat())];

/** Every subject, those of the category first: they decide what an ambiguous name means. */
export function subjectsFor(category: string): readonly Subject[] {
  const own = byCategory[category] ?? [];
  return [...own, ...all.filter((subject) => !own.includes(subject))];
}
