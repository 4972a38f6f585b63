import { formatCount } from "@touchstone/charts";
import { substitutionText } from "../run/programs-section.ts";
import { nameOf } from "./evidence-sections.ts";
import type { ValidationComparison, ValidationInput } from "./validation-input.ts";

const ALL = "*";

/** What a reader has to know before relying on the validation: what was not evaluated, too small, or left out. */
export function limitationsOf(input: ValidationInput): string[] {
  const { assay, runs, comparisons, criteria, studies, otherRuns } = input;
  const failed = runs.filter(({ status }) => status !== "succeeded");
  return [
    ...(assay.status === "approved" ? [] : [`The assay version is ${assay.status}: its limits are not in force.`]),
    ...assay.obstacles.map((obstacle) => `The definition of the assay cannot be approved: ${obstacle}.`),
    ...(criteria.some(({ stage }) => stage === "release")
      ? []
      : ["No criterion for a release is in force: every limit was judged by its estimate, not by its interval."]),
    ...criteria
      .filter(({ outcomes }) => outcomes.length === 0)
      .map(({ score, records, stage }) => `${score} of ${records} (${stage}) was judged in no comparison.`),
    ...criteria.flatMap(({ outcomes }) =>
      outcomes.filter(({ state }) => state === "not evaluable").map(({ run, sentence }) => `${run}: ${sentence}`),
    ),
    ...(comparisons.length === 0 ? ["Accuracy was not assessed: there is no comparison with a truth set."] : []),
    ...comparisons.flatMap((comparison) => ofComparison(comparison, leastRecords(input))),
    ...(studies.length === 0 ? ["Reproducibility was not assessed: there is no study of replicates."] : []),
    ...studies
      .filter(({ verdict }) => verdict === null || verdict.state === "not evaluable")
      .map(({ name, verdict }) => `Reproducibility, study ${name}: ${verdict?.sentence ?? "it was not judged."}`),
    ...failed.map(({ name, status }) => `Run ${name} is ${status}.`),
    ...runs.flatMap(({ name, substitutions }) =>
      (substitutions ?? []).map((one) => `Run ${name}: ${substitutionText(one)}`),
    ),
    ...runs.filter(({ isImported }) => isImported).map(({ name }) => `Run ${name} was imported from past results.`),
    ...(otherRuns === 0
      ? []
      : [
          `Of other times, of another assay version or of none, and no part of this: ${formatCount(otherRuns)} ${otherRuns === 1 ? "run" : "runs"} of this pipeline version.`,
        ]),
  ];
}

/** The fewest records that the criteria of a kind ask for; none where no criterion says. */
function leastRecords({ criteria }: ValidationInput): number | null {
  const asked = criteria.flatMap(({ observations }) => observations ?? []);
  return asked.length === 0 ? null : Math.min(...asked);
}

function ofComparison(comparison: ValidationComparison, least: number | null): string[] {
  const { scores, provenance, notAssessed, format } = comparison;
  const name = nameOf(comparison);
  const rows = scores.filter(({ subtype }) => subtype === ALL);
  const strata = new Set(rows.filter(({ stratum }) => stratum !== ALL).map(({ stratum }) => stratum));
  const empty = rows.filter(({ recall, precision }) => recall === null || precision === null).map(rowName);
  const small = rows.filter((row) => isSmall(row, least)).map(rowName);
  return [
    ...(strata.size === 0 ? [`${name}: no stratification regions were assessed.`] : []),
    ...(empty.length === 0 ? [] : [`${name}: recall or precision is undefined of ${empty.join("; ")}.`]),
    ...(small.length === 0 || least === null
      ? []
      : [
          `${name}: fewer than the ${formatCount(least)} truth records that any criterion asks for, of ${small.join("; ")}.`,
        ]),
    ...(provenance === null
      ? [`${name}: inputs, options and version of the program are not known from its files (${format}).`]
      : []),
    ...(provenance !== null && !provenance.hasRegions
      ? [
          `${name}: no confident regions were given: a call where the truth set knows nothing counts as a false positive.`,
        ]
      : []),
    ...(notAssessed ?? [])
      .filter(({ records }) => records > 0)
      .map(
        ({ side, reason, records }) => `${name}: ${formatCount(records)} ${side} records were not assessed, ${reason}.`,
      ),
    ...(notAssessed === null ? [`${name}: how many records were not assessed is not known.`] : []),
  ];
}

function isSmall({ truthTp, truthFn }: ValidationComparison["scores"][number], least: number | null): boolean {
  if (least === null || truthTp === null || truthFn === null) return false;
  return truthTp + truthFn > 0 && truthTp + truthFn < least;
}

function rowName({ variantType, stratum }: ValidationComparison["scores"][number]): string {
  return stratum === ALL ? variantType : `${variantType} in ${stratum}`;
}
