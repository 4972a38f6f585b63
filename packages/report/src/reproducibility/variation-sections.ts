import { cvProfileChart, formatFraction } from "@touchstone/charts";
import { type Html, html } from "../page/html.ts";
import { figure, paragraph } from "../page/parts.ts";
import type { ReportSection } from "../page/report-page.ts";
import { numberColumn, table } from "../page/table.ts";
import { count, fraction, measured, type NumberFormat, quantity } from "../page/values.ts";
import { STRATUM } from "./agreement-sections.ts";
import { cvProfileData, quantityOf, type StudyPoints, valueFormat } from "./study-charts.ts";
import type { ReplicateStudy, StudyInput, StudyStratum, StudyVariant } from "./study-input.ts";

const MOST_WORST = 20;

const stratumNumber = numberColumn<StudyStratum>;
const variantNumber = numberColumn<StudyVariant>;
const runNumber = numberColumn<StudyStratum["calls"]["runs"][number]>;

/** Coefficients of variation against the floor of counting. */
export function variationSection(study: ReplicateStudy, points: StudyPoints): ReportSection {
  const data = cvProfileData(study, points);
  const cv = (of: (cv: StudyStratum["cv"]) => number | null) => (stratum: StudyStratum) =>
    measured(of(stratum.cv), formatFraction, stratum.cv.reason ?? "not known");
  return {
    title: "Coefficient of variation",
    content: [
      figure(data.title, cvProfileChart(data)),
      table({
        caption: "Coefficient of variation between runs, as a fraction",
        rows: study.strata,
        columns: [
          STRATUM,
          stratumNumber("n", ({ cv: { n } }) => count(n)),
          stratumNumber("Mean too low", ({ cv: { belowLeastMean } }) => count(belowLeastMean)),
          stratumNumber(
            "Median",
            cv(({ median }) => median),
          ),
          stratumNumber(
            "90th percentile",
            cv(({ p90 }) => p90),
          ),
          stratumNumber(
            "Pooled",
            cv(({ pooled }) => pooled),
          ),
          stratumNumber(
            "Floor, median",
            cv(({ floorMedian }) => floorMedian),
          ),
          stratumNumber(
            "Ratio to floor",
            cv(({ ratioToFloor }) => ratioToFloor),
          ),
          stratumNumber("Overdispersion", ({ overdispersion }) =>
            quantity(overdispersion.value, overdispersion.reason ?? "not known"),
          ),
        ],
      }),
      paragraph(
        "The floor is what counting reads alone gives, sqrt((1 − p) / (p depth)); the ratio compares the corrected median with it. Overdispersion is the observed variance over the binomial one: 1 where runs differ by counting only.",
      ),
    ],
  };
}

/** The variants that vary most beyond what counting explains. */
export function worstSection({ study, variants }: StudyInput): ReportSection {
  const title = "Worst variants";
  if (variants === null) {
    return {
      title,
      content: paragraph("Not shown: P.variants.tsv.gz is not there, or has more variants than are read."),
    };
  }
  const format = valueFormat(study);
  const perRun = study.runs.map(({ name }, run) => variantNumber(name, (variant) => valueIn(variant, run, format)));
  return {
    title,
    content: [
      table({
        caption: `The ${MOST_WORST} with the largest CV, relative to the floor where it is known`,
        none: "No variant has a CV.",
        rows: worst(variants),
        columns: [
          {
            title: quantityOf(study) === "VAF" ? "Variant" : "Analyte",
            cell: ({ analyte }) => analyte,
            isHeading: true,
          },
          {
            title: "Kind",
            cell: ({ zygosity, variantType, stratum }) =>
              [zygosity, variantType, stratum].filter((word) => word !== null).join(" "),
          },
          ...perRun,
          variantNumber("Mean", ({ mean }) => measured(mean, format, "not known")),
          variantNumber("SD", ({ sd }) => measured(sd, format, "not known")),
          variantNumber("CV", ({ cv }) => measured(cv, formatFraction, "not known")),
          variantNumber("Floor", ({ floorCv }) => measured(floorCv, formatFraction, "no depth")),
        ],
      }),
    ],
  };
}

/** Ranked by CV over floor, those without a floor by CV after them; without a CV they have no rank. */
function worst(variants: readonly StudyVariant[]): StudyVariant[] {
  const ranked = variants.flatMap((variant) => {
    const { cv, floorCv } = variant;
    if (cv === null) return [];
    return [{ variant, hasFloor: floorCv !== null && floorCv > 0, rank: floorCv ? cv / floorCv : cv }];
  });
  return ranked
    .sort((a, b) => Number(b.hasFloor) - Number(a.hasFloor) || b.rank - a.rank)
    .slice(0, MOST_WORST)
    .map(({ variant }) => variant);
}

function valueIn({ values, states }: StudyVariant, run: number, format: NumberFormat): Html {
  const [value, state] = [values[run] ?? null, states[run] ?? "not measured"];
  if (value === null) return measured(null, format, state);
  return state === "called" ? measured(value, format, "") : html`${measured(value, format, "")}<small>${state}</small>`;
}

/** What each run calls, lacks and cannot judge. */
export function callsSection({ strata }: ReplicateStudy): ReportSection {
  return {
    title: "Calls by run, and what was not evaluable",
    content: table({
      caption: "Variants by what each run says of them",
      rows: strata[0]?.calls.runs ?? [],
      columns: [
        { title: "Run", cell: ({ run }) => run, isHeading: true },
        runNumber("Called", ({ called }) => count(called)),
        runNumber("Recorded", ({ recorded }) => count(recorded)),
        runNumber("Low depth", ({ lowDepth }) => count(lowDepth)),
        runNumber("No depth", ({ noDepth }) => count(noDepth)),
        runNumber("Imputed", ({ imputed }) => count(imputed)),
        runNumber("Absent", ({ absent }) => count(absent)),
        runNumber("Call rate", ({ callRate }) => fraction(callRate, "no call to judge")),
      ],
    }),
  };
}
