import { blandAltmanChart, formatFraction, iccForestChart } from "@touchstone/charts";
import { figure, paragraph } from "../page/parts.ts";
import type { ReportSection } from "../page/report-page.ts";
import { numberColumn, type TableColumn, table } from "../page/table.ts";
import { count, fraction, measured, measuredWithin, range } from "../page/values.ts";
import { blandAltmanData, iccForestData, type StudyPoints, valueFormat } from "./study-charts.ts";
import type { ReplicateStudy, StudyStratum } from "./study-input.ts";

/** Two rows of panels: what fits on half a page. */
const PAIRS_PER_FIGURE = 6;
/** Rows of a forest that fit on a page. */
const ROWS_PER_FIGURE = 18;

const stratumNumber = numberColumn<StudyStratum>;
const pairNumber = numberColumn<StudyStratum["pairs"][number]>;

/** Why a number is null, where the study does not say. */
const NOT_STATED = "not stated";

/** Agreement and variation by stratum. */
export function resultSection(study: ReplicateStudy): ReportSection {
  const { strata } = study;
  const format = valueFormat(study);
  return {
    title: "Result",
    content: [
      table({
        caption: "Agreement between runs by stratum",
        rows: strata,
        columns: [
          STRATUM,
          stratumNumber("Variants", ({ variants }) => count(variants)),
          stratumNumber("In all runs", ({ complete }) => count(complete)),
          stratumNumber("SD between runs", ({ within }) =>
            measuredWithin(within.sd, within.sdInterval, format, within.reason ?? NOT_STATED),
          ),
          stratumNumber("Limits, any two runs", ({ within }) =>
            range(within.limits, format, within.reason ?? NOT_STATED),
          ),
          stratumNumber("ICC(A,1)", ({ icc }) =>
            measuredWithin(
              icc.agreement.value,
              icc.agreement.interval,
              formatFraction,
              icc.agreement.reason ?? NOT_STATED,
            ),
          ),
          stratumNumber("ICC(A,1), REML", ({ iccReml }) =>
            measuredWithin(
              iccReml.agreement.value,
              iccReml.agreement.interval,
              formatFraction,
              iccReml.agreement.reason ?? NOT_STATED,
            ),
          ),
          stratumNumber("Call rate", ({ calls }) => fraction(calls.callRate, "no call to judge")),
        ],
      }),
      paragraph(
        "SD between runs is within a variant, in the unit of the values, with its 95 % interval; limits hold between any two runs. The ICC of all variants together says more of how they spread than of the runs: read it by zygosity and VAF bin. Intervals at 95 %.",
      ),
    ],
  };
}

/** A stratum's name as heading of its row. */
export const STRATUM: TableColumn<StudyStratum> = { title: "Stratum", cell: ({ name }) => name, isHeading: true };

/** Intraclass correlation by stratum. */
export function iccSection(study: ReplicateStudy): ReportSection {
  const data = iccForestData(study);
  return {
    title: "Intraclass correlation",
    content: chunks(data.rows, ROWS_PER_FIGURE).map((rows, index, all) => {
      const title = part(data.title, index, all.length);
      return figure(title, iccForestChart({ ...data, title, rows }));
    }),
  };
}

/** Differences of all pairs. */
export function pairsSection(study: ReplicateStudy, points: StudyPoints): ReportSection {
  const data = blandAltmanData(study, points);
  const [whole] = study.strata;
  const format = valueFormat(study);
  const figures = chunks(data.pairs, PAIRS_PER_FIGURE).map((pairs, index, all) => {
    const title = part(data.title, index, all.length);
    return figure(title, blandAltmanChart({ ...data, title, pairs }));
  });
  return {
    title: "Differences between pairs of runs",
    content: [
      ...figures,
      paragraph(
        `Limits are those of all variants that both runs measured; the charts draw ${points.points.length} of them. Panels of one chart have common axes.`,
      ),
      table({
        caption: "All pairs, all variants",
        rows: whole?.pairs ?? [],
        columns: [
          { title: "First", cell: ({ first }) => first, isHeading: true },
          { title: "Second", cell: ({ second }) => second, isHeading: true },
          pairNumber("n", ({ agreement }) => count(agreement.n)),
          pairNumber("Bias", ({ agreement }) =>
            measuredWithin(agreement.bias, agreement.biasInterval, format, agreement.reason ?? NOT_STATED),
          ),
          pairNumber("SD", ({ agreement }) => measured(agreement.sd, format, agreement.reason ?? NOT_STATED)),
          pairNumber("Limits of agreement", ({ agreement }) =>
            range(agreement.limits, format, agreement.reason ?? NOT_STATED),
          ),
          pairNumber("Called by both", ({ bothCall }) => count(bothCall)),
          pairNumber("By either", ({ eitherCalls }) => count(eitherCalls)),
          pairNumber("Jaccard", ({ jaccard }) => fraction(jaccard, "no calls")),
        ],
      }),
    ],
  };
}

function part(title: string, index: number, parts: number): string {
  return parts === 1 ? title : `${title} (${index + 1} of ${parts})`;
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
