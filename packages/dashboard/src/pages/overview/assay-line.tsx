import { Link } from "@tanstack/react-router";
import type { ReactElement, ReactNode } from "react";
import { serverUrl } from "../../api/server-url.ts";
import { RunLink } from "../../ui/record-link.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { GroundList } from "./ground-list.tsx";
import { AlertsFact, AwaitingFact, LotsFact } from "./open-facts.tsx";
import type { AssayOverview } from "./overview.ts";
import { TrendFact } from "./trend-fact.tsx";

/** One assay: its state with the reason, and what is open about it. */
export function AssayLine({ line, now }: { readonly line: AssayOverview; readonly now: number }): ReactElement {
  const { assay, state, grounds } = line;
  const [deciding] = grounds;
  return (
    <li className="assay-line panel" data-state={state}>
      <header>
        <h2>
          {assay.name} <small>v{assay.version}</small>
        </h2>
        <StateBadge state={state} />
      </header>
      {deciding === undefined ? null : (
        <p className="assay-reason">
          {deciding.run === null ? null : (
            <>
              <RunLink run={deciding.run} />:{" "}
            </>
          )}
          {deciding.sentence}
        </p>
      )}
      <dl className="assay-facts">
        <Fact name="Last control">
          <LastControl line={line} />
        </Fact>
        <Fact name="Alerts">
          <AlertsFact parts={line} assay={assay.name} now={now} />
        </Fact>
        <Fact name="Trend of scores">
          <TrendFact trend={line.trend} />
        </Fact>
        <Fact name="Awaiting a signature">
          <AwaitingFact parts={line} assay={assay.name} />
        </Fact>
        <Fact name="Lots that expire">
          <LotsFact lots={line.lots} />
        </Fact>
      </dl>
      <details>
        <summary>
          Evidence <span className="visually-hidden">for the state of {assay.name}</span>
        </summary>
        <GroundList grounds={grounds} />
        <p>
          <Link to="/alerts" search={{ assay: assay.name }}>
            Alerts
          </Link>{" "}
          ·{" "}
          <Link to="/dispositions" search={{ assay: assay.name }}>
            Dispositions
          </Link>
        </p>
        <p>
          Monthly review: <MonthlyReview assay={assay.name} month={monthOf(now, -1)} /> ·{" "}
          <MonthlyReview assay={assay.name} month={monthOf(now, 0)} /> so far
        </p>
      </details>
    </li>
  );
}

/** The printed review of an assay's month. */
function MonthlyReview({ assay, month }: { readonly assay: string; readonly month: string }): ReactElement {
  return (
    <a
      href={`${serverUrl}/api/v1/reports/monthly?${new URLSearchParams({ assay, month })}`}
      target="_blank"
      rel="noreferrer"
    >
      {month}
    </a>
  );
}

/** The month that lies so many after that of a time, in UTC: `2026-03`. */
function monthOf(time: number, ahead: number): string {
  const date = new Date(time);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead)).toISOString().slice(0, 7);
}

/** A name with its value, in the line. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function LastControl({ line }: { readonly line: AssayOverview }): ReactElement {
  const { lastControl, controlIntervalDays, grounds } = line;
  const interval = controlIntervalDays === null ? null : <small>due every {controlIntervalDays} d</small>;
  if (lastControl === null) {
    return (
      <>
        – <small>none judged yet</small> {interval}
      </>
    );
  }
  const isOverdue = grounds.some(({ about }) => about === "control overdue");
  const { daysSince, run, by } = lastControl;
  return (
    <>
      <strong>{daysSince === 0 ? "today" : `${daysSince} d ago`}</strong> <RunLink run={run} />
      {by === "comparison" ? <small>compared with truth</small> : null}
      {isOverdue ? <StateBadge state="overdue" tone="warning" /> : null} {interval}
    </>
  );
}
