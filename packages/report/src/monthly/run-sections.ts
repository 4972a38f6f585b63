import { formatNumber } from "@touchstone/charts";
import { type Html, html } from "../page/html.ts";
import { paragraph } from "../page/parts.ts";
import type { ReportSection } from "../page/report-page.ts";
import { numberColumn, table } from "../page/table.ts";
import { count, fraction, measured, moment } from "../page/values.ts";
import type { FalseAlarmComparison, MonthlyInput, MonthlyRun, MonthlyVerdict } from "./monthly-input.ts";
import { type ParetoRow, pareto } from "./pareto.ts";

const DISPOSITIONS = ["released", "held", "rejected", "repeat"];
/** What can be said of a control, a score or a study. */
export const STATES: readonly string[] = ["in control", "warning", "out of control", "not evaluable"];

/** Runs by what became of their results. */
export function runsSection({ runs }: MonthlyInput): ReportSection {
  return {
    title: "Runs",
    content: [
      table({
        caption: "Runs by disposition",
        rows: [...DISPOSITIONS, "all runs"],
        columns: [
          { title: "Disposition", cell: (disposition) => disposition, isHeading: true },
          numberColumn<string>("Runs", (disposition) => count(of(runs, disposition).length)),
          numberColumn<string>("Signed", (disposition) =>
            count(of(runs, disposition).filter((run) => run.isSigned).length),
          ),
          numberColumn<string>("Not signed", (disposition) =>
            count(of(runs, disposition).filter((run) => !run.isSigned).length),
          ),
        ],
      }),
      paragraph("Dispositions are those at the time of this report. What nobody has signed is held."),
      table({
        caption: "Runs performed in the month",
        none: "No run was performed in the month.",
        rows: runs,
        columns: [
          { title: "Run", cell: ({ name }) => name, isHeading: true },
          { title: "Performed", cell: ({ performedAt }) => moment(performedAt) },
          { title: "Status", cell: ({ status }) => status },
          { title: "Worst verdict", cell: ({ state }) => state ?? html`–<br><small>nothing was judged</small>` },
          { title: "Proposed", cell: ({ proposed }) => proposed ?? "–" },
          {
            title: "Disposition",
            cell: ({ disposition, isSigned }) =>
              isSigned ? disposition : html`${disposition}<br><small>not signed</small>`,
          },
          { title: "Pipeline", cell: ({ pipelineVersion }) => pipelineVersion ?? "not known" },
          { title: "Instrument", cell: ({ instrument }) => instrument ?? "not known" },
        ],
      }),
    ],
  };
}

function of(runs: readonly MonthlyRun[], disposition: string): readonly MonthlyRun[] {
  return disposition === "all runs" ? runs : runs.filter((run) => run.disposition === disposition);
}

/** Verdicts by state, and what was flagged by rule and cause. */
export function verdictsSection({ verdicts, alerts, falseAlarms }: MonthlyInput): ReportSection {
  const kinds = [...new Set(verdicts.map(({ about }) => about))];
  const causes = alerts.flatMap(({ rootCauses }) => (rootCauses.length === 0 ? ["none recorded"] : rootCauses));
  return {
    title: "Verdicts",
    content: [
      table({
        caption: "Verdicts in force on the month's runs",
        none: "Nothing was judged in the month: its state is not evaluable.",
        rows: kinds,
        columns: [
          { title: "On", cell: (about) => about, isHeading: true },
          ...STATES.map((state) =>
            numberColumn<string>(state, (about) => count(verdicts.filter(isOf(about, state)).length)),
          ),
        ],
      }),
      paretoTable("Flagged and not evaluable, by rule and reason", "Rule or reason", pareto(flaggedBy(verdicts)), {
        none: "No rule fired, no threshold was missed, and everything was evaluable.",
      }),
      paragraph(
        "A violation counts in the run in which it begins, not where it goes on; one of several controls counts once for each. Each verdict that is not evaluable counts with its reason.",
      ),
      paretoTable("Root causes of the month's alerts", "Root cause", pareto(causes), {
        none: "There were no alerts.",
      }),
      ...falseAlarmParts(falseAlarms),
    ],
  };
}

function isOf(about: string, state: string): (verdict: MonthlyVerdict) => boolean {
  return (verdict) => verdict.about === about && verdict.state === state;
}

/** What makes each verdict that is not in control one: rules that begin to be violated, thresholds, reasons. */
export function flaggedBy(verdicts: readonly MonthlyVerdict[]): string[] {
  return verdicts.flatMap(({ about, state, reason, threshold, violations }) => {
    const rules = violations
      .filter(({ begins }) => begins)
      .map(({ rule, scope, severity }) => `${rule} ${scope} (${severity})`);
    if (state === "not evaluable") return [...rules, `not evaluable: ${reason ?? "no reason stated"}`];
    if (violations.length > 0 || state === "in control") return rules;
    return [threshold === null ? `${about}: ${state}` : `threshold of ${threshold}: ${state}`];
  });
}

function paretoTable(caption: string, title: string, rows: readonly ParetoRow[], { none }: { none: string }): Html {
  return table({
    caption,
    none,
    rows,
    columns: [
      { title, cell: ({ cause }) => cause, isHeading: true },
      numberColumn<ParetoRow>("Count", (row) => count(row.count)),
      numberColumn<ParetoRow>("Share", ({ share }) => fraction(share, "")),
      numberColumn<ParetoRow>("Cumulative share", ({ cumulativeShare }) => fraction(cumulativeShare, "")),
    ],
  });
}

function falseAlarmParts(comparison: FalseAlarmComparison): Html[] {
  return [
    table({
      caption: "Rejections by chance, and rejections seen",
      rows: [comparison],
      columns: [
        { title: "Of", cell: () => "control charts of the month's runs", isHeading: true },
        numberColumn<FalseAlarmComparison>("Judged", ({ judged }) => count(judged)),
        numberColumn<FalseAlarmComparison>("Expected by chance", ({ expected, reason }) =>
          measured(expected, (value) => formatNumber(value, 3), reason ?? "not known"),
        ),
        numberColumn<FalseAlarmComparison>("Seen", ({ rejected }) => count(rejected)),
      ],
    }),
    paragraph(
      "A chart is an analyte with its controls in one run. Expected is what the rule sets reject of a process that is in control all month, with limits that are known exactly; limits of a small baseline reject more. Which of the rejections seen were false alarms, the resolutions of their alerts say.",
    ),
  ];
}
