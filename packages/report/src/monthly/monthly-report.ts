import { html } from "../page/html.ts";
import { facts, notes, paragraph } from "../page/parts.ts";
import { type ReportSection, reportPage } from "../page/report-page.ts";
import { moment } from "../page/values.ts";
import { daysBetween, daysText } from "./ages.ts";
import { isOpenAtEnd, openAtEnd } from "./alerts-of-month.ts";
import type { MonthlyInput } from "./monthly-input.ts";
import { runsSection, STATES, verdictsSection } from "./run-sections.ts";
import { crossingText, trendsSection } from "./trends-section.ts";
import { actionsSection, alertsSection, changesSection } from "./work-sections.ts";

/**
 * The review of an assay's month for its director as a self-contained HTML document: the same bytes for the same input.
 * It says first what needs a decision; nothing is judged here.
 */
export function monthlyReport(input: MonthlyInput): string {
  const { assay, versions, period, touchstone } = input;
  return reportPage({
    kind: "Monthly review",
    title: `${assay}, ${period.month}`,
    facts: facts({
      Assay: `${assay}, ${versions.length === 0 ? "no version in force in the month" : versions.map(({ version }) => `version ${version}`).join(", ")}`,
      Period: html`${moment(period.from)} to before ${moment(period.before)}`,
      State: stateOf(input),
      Made: moment(period.madeAt),
      By: `Touchstone ${touchstone}`,
    }),
    sections: [
      attentionSection(input),
      runsSection(input),
      verdictsSection(input),
      alertsSection(input),
      actionsSection(input),
      trendsSection(input),
      changesSection(input),
      methodsSection(),
    ],
  });
}

/** Of the last run of the month that was judged; never in control for want of verdicts. */
function stateOf({ runs }: MonthlyInput): string {
  const last = runs.findLast(({ state }) => state !== null);
  if (last === undefined || last.state === null) return "not evaluable: no run of the month was judged";
  return `${last.state}, by the last run that was judged, ${last.name}`;
}

function attentionSection(input: MonthlyInput): ReportSection {
  return {
    title: "What needs attention",
    content: notes(attentionOf(input), "Nothing of the month awaits a decision."),
  };
}

function attentionOf(input: MonthlyInput): string[] {
  const { period, runs, verdicts, alerts, nonConformances, trends, lots, versions } = input;
  const open = openAtEnd(alerts, period);
  const [oldest] = open;
  const unsigned = runs.filter(({ isSigned }) => !isSigned).length;
  const ofState = (state: string) => verdicts.filter((verdict) => verdict.state === state).length;
  const conditions: readonly (readonly [boolean, string])[] = [
    [period.asOf < period.before, `The month is not over: this is how it stood at ${period.asOf}.`],
    [versions.length === 0, "No version of the assay was in force in the month."],
    [runs.length === 0, "No run was performed in the month, so that its state is not evaluable."],
    [unsigned > 0, `${plural(unsigned, "run")} without a signed disposition: the results are held.`],
    ...STATES.slice(2).map((state) => [ofState(state) > 0, `${plural(ofState(state), "verdict")} ${state}.`] as const),
    [
      oldest !== undefined,
      `${plural(open.length, "alert")} open at the end of the month, the oldest for ${daysText(daysBetween(oldest?.openedAt ?? period.asOf, period.asOf))}.`,
    ],
    ...trends.map(
      (trend) =>
        [
          trend.state === "decline",
          `Decline: ${trend.series}; its line meets the threshold: ${crossingText(trend)}.`,
        ] as const,
    ),
    ...nonConformances
      .filter(({ closedAt }) => isOpenAtEnd(closedAt, period))
      .map(({ number, title }) => [true, `Non-conformance ${number} is open: ${title}.`] as const),
    ...lots.map((lot) => {
      const name = `${lot.use} ${lot.name}${lot.lot === null ? "" : ` lot ${lot.lot}`}`;
      return [lot.isUsed && lot.daysLeft < 0, `${name} was used and expired on ${lot.expiresOn}.`] as const;
    }),
  ];
  return conditions.filter(([holds]) => holds).map(([, sentence]) => sentence);
}

function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function methodsSection(): ReportSection {
  return {
    title: "Methods",
    content: [
      paragraph(
        "A run belongs to the month in which it was performed, in UTC; runs that were imported from earlier times are left out. Verdicts are those in force when this report was made, each by the baseline, rule set or threshold that it names in the records. An alert or non-conformance is counted where it was open at some time of the month; ages are whole days up to the month's end, or to the making of this report where the month is not over. Who acknowledged an alert, to whom it is assigned and how far it was escalated are as of this report.",
      ),
      paragraph(
        "Westgard rules apply to control measurements only; precision, recall and F1 are held against thresholds and watched for trends (docs/methods/monitoring.md of this version of Touchstone). Not evaluable is a verdict: it is neither in control nor out of control.",
      ),
    ],
  };
}
