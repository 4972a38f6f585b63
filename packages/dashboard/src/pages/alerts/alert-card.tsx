import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { ageText, Moment } from "../../ui/moment.tsx";
import { RecordCard } from "../../ui/record-card.tsx";
import { RunLink } from "../../ui/record-link.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import type { Alert } from "./alerts.ts";

/** An alert in the queue; it can be chosen where `onChoose` is given. */
export function AlertCard(props: {
  readonly alert: Alert;
  readonly isChosen?: boolean;
  readonly onChoose?: (isChosen: boolean) => void;
}): ReactElement {
  const { alert, isChosen = false, onChoose } = props;
  const { id, subject, level, kind, run, openedAt, assignedTo, lastOccurrence, occurrenceCount, resolution } = alert;
  const choosing =
    onChoose === undefined ? undefined : (
      <input
        type="checkbox"
        aria-label={`Choose ${subject}`}
        checked={isChosen}
        onChange={(event) => onChoose(event.target.checked)}
      />
    );
  return (
    <RecordCard
      title={
        <Link to="/alerts/$alert" params={{ alert: id }}>
          {subject}
        </Link>
      }
      meta={
        <>
          {level === 0 ? null : <StateBadge state={`level ${level}`} tone="out-of-control" />}
          <span>{kind}</span>
          {run === null ? null : (
            <span>
              run <RunLink run={run} />
            </span>
          )}
          <span>
            opened <Moment at={openedAt} /> UTC, {ageText(openedAt)} ago
          </span>
          <span>{assignedTo === null ? "no owner" : `owner ${assignedTo.printedName}`}</span>
          {occurrenceCount === 1 ? null : <span>found {occurrenceCount} times</span>}
        </>
      }
      {...(choosing === undefined ? {} : { actions: choosing })}
    >
      <p>{lastOccurrence.sentence}</p>
      {resolution === null ? null : (
        <p>
          <StateBadge state="resolved" /> {resolution}
        </p>
      )}
    </RecordCard>
  );
}
