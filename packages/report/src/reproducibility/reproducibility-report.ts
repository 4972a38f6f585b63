import { inputFiles } from "../page/input-files.ts";
import { facts, notes, paragraph } from "../page/parts.ts";
import { type ReportSection, reportPage } from "../page/report-page.ts";
import { moment } from "../page/values.ts";
import { iccSection, pairsSection, resultSection } from "./agreement-sections.ts";
import type { ReplicateStudy, StudyInput } from "./study-input.ts";
import { studyPoints } from "./study-points.ts";
import { callsSection, variationSection, worstSection } from "./variation-sections.ts";

const AGREEMENT =
  "A variant is an allele, trimmed and, with a reference, left-aligned; its VAF is its reads over all reads of the record, before the record is split. Agreement is ICC(A,1), absolute agreement of single runs (McGraw & Wong 1996, Psychol Methods 1:30), over variants that all runs measured, and by restricted maximum likelihood over those that some run lacks. Bias and limits of agreement of each pair are Bland and Altman's (1999, Stat Methods Med Res 8:135). All of it is by stratum, since pooling heterozygotes and homozygotes brings the ICC near 1 on noise alone.";
const VARIATION =
  "Variation is the SD between runs within a variant, and the CV by variant, summarised by median and 90th percentile (type 7 of Hyndman & Fan 1996, Am Stat 50:361) against the binomial floor of counting reads. Low depth is not evaluable and used for nothing; a call that a run lacks counts against its call rate. A number that is not defined is not given, with the reason. The full method is in docs/methods/reproducibility.md of this version of Touchstone.";

/**
 * How well replicate runs agree as a self-contained HTML document: the same bytes for the same input. Every number is one
 * of the study; nothing is judged here.
 */
export function reproducibilityReport(input: StudyInput): string {
  const { study, variants } = input;
  const points = studyPoints(variants ?? []);
  return reportPage({
    kind: "Reproducibility of replicate runs",
    title: `Agreement of ${study.runs.length} runs`,
    facts: facts({
      Runs: study.runs.map(({ name }) => name).join(", "),
      Measured: study.kind === "variants" ? `VAF of ${study.variants} variants` : `${study.variants} analytes`,
      Compared: moment(study.finishedAt),
      By: `Touchstone ${study.touchstone}`,
    }),
    sections: [
      resultSection(study),
      { title: "Warnings", content: notes(warningsOf(input), "No warning.") },
      iccSection(study),
      pairsSection(study, points),
      variationSection(study, points),
      worstSection(input),
      callsSection(study),
      provenance(study),
      { title: "Methods", content: [paragraph(AGREEMENT), paragraph(VARIATION)] },
    ],
  });
}

function warningsOf({ study, variants }: StudyInput): string[] {
  const unresolved = study.runs.filter(({ unresolvedAlleles }) => unresolvedAlleles > 0);
  const discordant = study.strata[0]?.discordantZygosity ?? 0;
  return [
    ...(study.normalisation === "trimmed only"
      ? ["Without a reference alleles were only trimmed: one indel that runs place differently counts as two variants."]
      : []),
    ...study.strata.flatMap(({ name, icc: { agreement } }) =>
      agreement.value === null ? [`${name}: ICC not evaluable, ${agreement.reason ?? "no reason stated"}.`] : [],
    ),
    ...(discordant > 0 ? [`${discordant} variants are heterozygous in some runs and homozygous in others.`] : []),
    ...unresolved.map(({ name, unresolvedAlleles }) => {
      return `${name}: ${unresolvedAlleles} symbolic or breakend alleles were not compared.`;
    }),
    ...(variants === null
      ? ["Charts show no single variants: P.variants.tsv.gz is not there, or has more variants than are read."]
      : []),
  ];
}

function provenance({
  runs,
  inputs,
  options,
  normalisation,
  touchstone,
  node,
  startedAt,
  finishedAt,
}: ReplicateStudy): ReportSection {
  const roles = { regions: inputs.regions, reference: inputs.reference, table: inputs.table };
  return {
    title: "Inputs, options and versions",
    content: [
      facts({
        Touchstone: touchstone,
        "Node.js": node,
        Started: moment(startedAt),
        Finished: moment(finishedAt),
        ...(normalisation === null ? {} : { Alleles: normalisation }),
        ...Object.fromEntries(
          Object.entries(options).map(([name, value]) => [
            `Option ${name}`,
            typeof value === "object" ? JSON.stringify(value) : String(value),
          ]),
        ),
      }),
      inputFiles([
        ...runs.flatMap(({ name, file, sample }) => {
          return file === null
            ? []
            : [{ role: name, ...file, note: sample === null ? "without samples" : `sample ${sample}` }];
        }),
        ...Object.entries(roles).flatMap(([role, file]) => (file === null ? [] : [{ role, ...file }])),
      ]),
    ],
  };
}
