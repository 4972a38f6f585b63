import { formatFraction, formatNumber } from "@touchstone/charts";
import { type Html, html } from "../page/html.ts";
import { inputFiles } from "../page/input-files.ts";
import { facts, paragraph } from "../page/parts.ts";
import type { ReportSection } from "../page/report-page.ts";
import { numberColumn, table } from "../page/table.ts";
import { count, measured, measuredWithin, moment } from "../page/values.ts";
import { substitutedText } from "../run/programs-section.ts";
import { RUN_SCORE_COLUMNS } from "../run/run-scores.ts";
import type { ValidationComparison, ValidationInput, ValidationStudy } from "./validation-input.ts";

const ALL = "*";

/** The truth sets and the files that they are known by. */
export function truthSetsSection({ truthSets }: ValidationInput): ReportSection {
  return {
    title: "Truth sets",
    content: table({
      caption: "Truth sets and their identity",
      none: "This pipeline version was compared with no truth set.",
      rows: truthSets,
      columns: [
        { title: "Truth set", cell: ({ name, version }) => `${name} ${version}`, isHeading: true },
        {
          title: "Material",
          cell: ({ material }) =>
            material === null ? "not known" : `${material.name}${material.lot === null ? "" : ` lot ${material.lot}`}`,
        },
        { title: "Reference", cell: ({ reference }) => reference },
        { title: "SHA-256 of the VCF", cell: ({ vcfSha256 }) => html`<code>${vcfSha256}</code>` },
        {
          title: "SHA-256 of the confident regions",
          cell: ({ regionsSha256 }) => (regionsSha256 === null ? "none given" : html`<code>${regionsSha256}</code>`),
        },
      ],
    }),
  };
}

/** Scores with intervals of each comparison, of all records and of each stratum. */
export function scoresSection({ comparisons }: ValidationInput): ReportSection {
  const none = paragraph("No comparison with a truth set is in the records: accuracy was not assessed.");
  const parts = comparisons.flatMap((comparison) => {
    const { scores } = comparison;
    const name = nameOf(comparison);
    const isWhole = ({ stratum, subtype }: (typeof scores)[number]) => stratum === ALL && subtype === ALL;
    return [
      table({
        caption: `${name}: all that was compared`,
        rows: scores.filter(isWhole),
        columns: without("Subtype", "Stratum"),
      }),
      table({
        caption: `${name}: by stratum`,
        none: `${name}: no stratification regions were assessed.`,
        rows: scores.filter(({ stratum, subtype }) => stratum !== ALL && subtype === ALL),
        columns: without("Subtype"),
      }),
      table({
        caption: `${name}: by subtype`,
        none: `${name}: no subtypes were assessed.`,
        rows: scores.filter(({ stratum, subtype }) => stratum === ALL && subtype !== ALL),
        columns: without("Stratum"),
      }),
    ];
  });
  return { title: "Accuracy", content: parts.length === 0 ? none : parts };
}

/** The columns but for those in which every row has the same. */
function without(...titles: readonly string[]): typeof RUN_SCORE_COLUMNS {
  return RUN_SCORE_COLUMNS.filter(({ title }) => !titles.includes(title));
}

/** "R7 against T 1", or "R7, HG002_R1, against T 1" */
export function nameOf({ run, sample, truthSet }: Pick<ValidationComparison, "run" | "sample" | "truthSet">): string {
  return `${run.name}${sample === null ? "" : `, ${sample.name},`} against ${truthSet.name} ${truthSet.version}`;
}

/** Studies of replicates with their verdicts. */
export function studiesSection({ studies }: ValidationInput): ReportSection {
  if (studies.length === 0) {
    return {
      title: "Reproducibility",
      content: paragraph("No study of replicates of this pipeline version is in the records: it was not assessed."),
    };
  }
  return { title: "Reproducibility", content: studies.flatMap(studyParts) };
}

type StudyStratum = ValidationStudy["strata"][number];

function studyParts(study: ValidationStudy): Html[] {
  const { name, run, performedAt, replicates, medianCv, correctedMedianCv, floorMedianCv, verdict, strata } = study;
  const cv = (value: number | null) => measured(value, formatFraction, "undefined");
  return [
    html`<h3>Study ${name}</h3>\n`,
    facts({
      Outcome: verdict === null ? "not judged" : html`${verdict.state}: ${verdict.sentence}`,
      Run: run ?? "none",
      Performed: moment(performedAt),
      Replicates: String(replicates),
      "Median CV": cv(medianCv),
      "The same, corrected": cv(correctedMedianCv),
      "Floor of counting": cv(floorMedianCv),
      "SHA-256 of the content": html`<code>${study.contentSha256}</code>`,
    }),
    table({
      caption: `Study ${name} by stratum`,
      rows: strata,
      columns: [
        { title: "Stratum", cell: (stratum) => stratum.name, isHeading: true },
        numberColumn<StudyStratum>("In all runs", ({ complete }) => count(complete)),
        numberColumn<StudyStratum>("ICC(A,1) (95 %)", ({ icc, iccInterval, iccReason }) =>
          measuredWithin(icc, iccInterval, formatFraction, iccReason ?? "not stated"),
        ),
        numberColumn<StudyStratum>("SD between runs (95 %)", ({ sd, sdInterval, sdReason }) =>
          measuredWithin(sd, sdInterval, (value) => formatNumber(value), sdReason ?? "not stated"),
        ),
      ],
    }),
  ];
}

/** What was run, by which versions, on which inputs. */
export function inputsSection({ assay, pipelineVersion, runs, comparisons }: ValidationInput): ReportSection {
  const { approval } = assay;
  return {
    title: "Versions and inputs",
    content: [
      facts({
        Pipeline: `${pipelineVersion.pipeline} ${pipelineVersion.version}`,
        Revision: pipelineVersion.revision ?? "not known",
        Assay: `${assay.name}, version ${assay.version}, ${assay.status}`,
        "SHA-256 of its definition": html`<code>${assay.contentSha256}</code>`,
        "Definition approved by":
          approval === null
            ? "nobody"
            : html`${approval.printedName} (${approval.meaning}), ${moment(approval.signedAt)}; record <code>${approval.recordSha256}</code>`,
      }),
      table({
        caption: "Runs of this pipeline version",
        none: "No run of this pipeline version under this assay version is in the records.",
        rows: runs,
        columns: [
          { title: "Run", cell: ({ name }) => name, isHeading: true },
          { title: "Performed", cell: ({ performedAt }) => moment(performedAt) },
          { title: "Status", cell: ({ status, isImported }) => (isImported ? `${status}, imported` : status) },
          { title: "Instrument", cell: ({ instrument }) => instrument ?? "not known" },
          { title: "Programs", cell: substitutedText },
          {
            title: "SHA-256 of the inputs",
            cell: ({ inputsSha256 }) => (inputsSha256 === null ? "not known" : html`<code>${inputsSha256}</code>`),
          },
        ],
      }),
      ...comparisons.flatMap(comparisonParts),
    ],
  };
}

function comparisonParts(comparison: ValidationComparison): Html[] {
  const { format, performedAt, contentSha256, provenance, files } = comparison;
  return [
    html`<h3>${nameOf(comparison)}</h3>\n`,
    facts({
      Program: provenance === null ? `${format}, version not known` : `${format} ${provenance.touchstone}`,
      Compared: moment(performedAt),
      "SHA-256 of the content": html`<code>${contentSha256}</code>`,
      ...(provenance === null
        ? {}
        : {
            Options: Object.entries(provenance.options)
              .map(([name, value]) => `${name} ${value}`)
              .join(", "),
          }),
    }),
    ...(provenance === null ? [] : [inputFiles(provenance.inputs, `Inputs of ${nameOf(comparison)}`)]),
    inputFiles(
      files.map(({ kind, name, ...file }) => ({ role: kind, path: name, ...file })),
      `Result files of ${nameOf(comparison)}`,
    ),
  ];
}
