import { type Html, html } from "../page/html.ts";
import type { ReportSection } from "../page/report-page.ts";
import { numberColumn, table } from "../page/table.ts";
import { count, moment } from "../page/values.ts";
import { daysBetween, daysText } from "./ages.ts";
import { isOpenAtEnd, isWithin, openAtEnd } from "./alerts-of-month.ts";
import type { ExpiringLot, MonthlyAlert, MonthlyInput, MonthlyNonConformance } from "./monthly-input.ts";

/** Alerts that were opened, resolved and left open, with their ages. */
export function alertsSection({ alerts, period }: MonthlyInput): ReportSection {
  const open = openAtEnd(alerts, period);
  const counts = [
    { what: "opened in the month", of: alerts.filter(({ openedAt }) => isWithin(openedAt, period)) },
    { what: "resolved in the month", of: alerts.filter(({ resolvedAt }) => isWithin(resolvedAt, period)) },
    { what: "open at its end", of: open },
  ];
  return {
    title: "Alerts",
    content: [
      table({
        caption: "Alerts about this assay",
        rows: counts,
        columns: [
          { title: "Alerts", cell: ({ what }) => what, isHeading: true },
          numberColumn<(typeof counts)[number]>("All", ({ of }) => count(of.length)),
          ...["immediate", "predictive", "reproducibility", "due"].map((kind) =>
            numberColumn<(typeof counts)[number]>(kind, ({ of }) =>
              count(of.filter((one) => one.kind === kind).length),
            ),
          ),
        ],
      }),
      table({
        caption: "Open at the end of the month",
        none: "No alert was open at the end of the month.",
        rows: open,
        columns: [
          { title: "About", cell: aboutOf, isHeading: true },
          {
            title: "Kind",
            cell: ({ kind, level }) => (level === 0 ? kind : html`${kind}<br><small>escalated ${level}×</small>`),
          },
          { title: "Opened", cell: ({ openedAt }) => moment(openedAt) },
          { title: "Age", cell: ({ openedAt }) => daysText(daysBetween(openedAt, period.asOf)) },
          {
            title: "Acknowledged",
            cell: ({ acknowledgedAt }) => (acknowledgedAt === null ? "by nobody" : moment(acknowledgedAt)),
          },
          { title: "Assigned to", cell: ({ assignedTo }) => assignedTo?.printedName ?? "nobody" },
        ],
      }),
      table({
        caption: "Resolved in the month",
        none: "No alert was resolved in the month.",
        rows: alerts.filter(({ resolvedAt }) => isWithin(resolvedAt, period)),
        columns: [
          { title: "About", cell: aboutOf, isHeading: true },
          { title: "Kind", cell: ({ kind }) => kind },
          { title: "Opened", cell: ({ openedAt }) => moment(openedAt) },
          {
            title: "Open for",
            cell: ({ openedAt, resolvedAt }) => daysText(daysBetween(openedAt, resolvedAt ?? openedAt)),
          },
          { title: "Resolution", cell: ({ resolution }) => resolution ?? "–" },
          { title: "Root cause", cell: ({ rootCauses }) => rootCauses.join("; ") || "none recorded" },
        ],
      }),
    ],
  };
}

function aboutOf({ subject, sentence }: MonthlyAlert): Html {
  return html`${subject}<br><small>${sentence}</small>`;
}

/** Non-conformances and what is done about them. */
export function actionsSection({ nonConformances, period }: MonthlyInput): ReportSection {
  const actions = nonConformances.flatMap(({ number, actions: all }) => all.map((action) => ({ number, ...action })));
  const isOverdue = ({ status, dueOn }: (typeof actions)[number]) =>
    status === "planned" && dueOn !== null && dueOn < period.asOf.slice(0, 10);
  return {
    title: "Non-conformances and corrective actions",
    content: [
      table({
        caption: "Non-conformances that were open in the month",
        none: "No non-conformance was open in the month.",
        rows: nonConformances,
        columns: [
          { title: "Number", cell: ({ number }) => String(number), isHeading: true },
          { title: "Title", cell: ({ title }) => title },
          { title: "Severity", cell: ({ severity }) => severity },
          { title: "Opened", cell: ({ openedAt }) => moment(openedAt) },
          { title: "Closed", cell: (one) => closedOf(one, period) },
          { title: "Root cause", cell: ({ rootCause }) => rootCause ?? "none recorded" },
        ],
      }),
      table({
        caption: "Corrective and preventive actions of these",
        none: "No action was planned.",
        rows: actions,
        columns: [
          { title: "Non-conformance", cell: ({ number }) => String(number), isHeading: true },
          { title: "Kind", cell: ({ kind }) => kind },
          { title: "Action", cell: ({ description }) => description },
          { title: "Status", cell: (action) => (isOverdue(action) ? "planned, overdue" : action.status) },
          { title: "Due", cell: ({ dueOn }) => dueOn ?? "–" },
          { title: "Assigned to", cell: ({ assignedTo }) => assignedTo?.printedName ?? "nobody" },
          { title: "Outcome", cell: ({ outcome }) => outcome ?? "–" },
        ],
      }),
    ],
  };
}

function closedOf({ openedAt, closedAt }: MonthlyNonConformance, period: MonthlyInput["period"]): Html {
  if (closedAt !== null && !isOpenAtEnd(closedAt, period)) return moment(closedAt);
  return html`open for ${daysText(daysBetween(openedAt, period.asOf))}`;
}

/** What changed, and lots that run out. */
export function changesSection({ changes, lots }: MonthlyInput): ReportSection {
  return {
    title: "Changes and lots",
    content: [
      table({
        caption: "Change events",
        none: "No change was recorded in the month.",
        rows: changes,
        columns: [
          { title: "At", cell: ({ happenedAt }) => moment(happenedAt), isHeading: true },
          { title: "Kind", cell: ({ kind }) => kind },
          { title: "What", cell: ({ description }) => description },
          { title: "Concerns", cell: ({ concerns }) => concerns.join(", ") },
        ],
      }),
      table({
        caption: "Lots that expired in the month or expire within 60 days after it",
        none: "None of the lots with a known last day.",
        rows: lots,
        columns: [
          { title: "Lot", cell: ({ name, lot }) => `${name}${lot === null ? "" : ` ${lot}`}`, isHeading: true },
          { title: "Of", cell: ({ use }) => use },
          { title: "Last day", cell: ({ expiresOn }) => expiresOn },
          { title: "At the month's end", cell: leftOf },
          { title: "Used by the month's runs", cell: ({ isUsed }) => (isUsed ? "yes" : "no") },
        ],
      }),
    ],
  };
}

function leftOf({ daysLeft }: ExpiringLot): string {
  return daysLeft < 0 ? `expired, ${daysText(-daysLeft)} before` : `${daysText(daysLeft)} left`;
}
