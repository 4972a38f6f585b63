import type { ReactElement } from "react";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/page.tsx";
import { RunLink } from "../../ui/record-link.tsx";
import { Fact } from "./assay-line.tsx";
import { AlertsFact, AwaitingFact, LotsFact } from "./open-facts.tsx";
import { draftsAwaiting, type Overview, runsAwaiting } from "./overview.ts";

/** What belongs to no assay in force: it has no state, and is not hidden. Nothing where there is none of it. */
export function OtherRecords(props: {
  readonly others: Overview["others"];
  readonly now: number;
}): ReactElement | null {
  const { others, now } = props;
  const { alerts, nonConformances, awaiting, lots, lastRun } = others;
  const isEmpty =
    alerts.count +
      nonConformances.open +
      runsAwaiting(others) +
      draftsAwaiting(others) +
      awaiting.notJudged +
      lots.length ===
      0 && lastRun === null;
  if (isEmpty) return null;
  return (
    <Panel title="Of no assay in force" className="assay-line">
      <p className="assay-reason">
        Nothing says by which limits these are judged. Name an assay that is approved with each run, or approve the
        draft.
      </p>
      <dl className="assay-facts">
        <Fact name="Last run">
          {lastRun === null ? (
            "none"
          ) : (
            <>
              <RunLink run={lastRun} />{" "}
              <small>
                <Moment at={lastRun.performedAt} />
              </small>
            </>
          )}
        </Fact>
        <Fact name="Alerts">
          <AlertsFact parts={others} now={now} />
        </Fact>
        <Fact name="Awaiting a signature">
          <AwaitingFact parts={others} />
        </Fact>
        <Fact name="Lots that expire">
          <LotsFact lots={lots} />
        </Fact>
      </dl>
    </Panel>
  );
}
