import { Link } from "@tanstack/react-router";
import { type ReactElement, useMemo, useState } from "react";
import { useMay } from "../../api/session.ts";
import { Button } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/page.tsx";
import { RunLink } from "../../ui/record-link.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { type Chart, type ChartPoint, deviationText, pointState } from "./control-data.ts";
import { CorrectiveActionDialog } from "./corrective-action-dialog.tsx";
import { ExclusionDialog } from "./exclusion-dialog.tsx";

/** A rule at a point; a point without one says why it is here. */
interface Flag {
  readonly id: string;
  readonly point: ChartPoint;
  readonly rule: string;
  readonly scope: string;
  readonly window: string;
}

/** What somebody is about to do about a point. */
interface Doing {
  readonly what: "exclude" | "include" | "correct";
  readonly point: ChartPoint;
}

const HEIGHT = 30;
const MOST_WHOLE = 8;

/** Every point that is not simply in control: by which rule, in what scope, over which runs, and what was done about it. */
export function FlaggedPoints({ chart }: { readonly chart: Chart }): ReactElement {
  const [doing, setDoing] = useState<Doing | null>(null);
  const flags = useMemo(() => chart.points.toReversed().flatMap(flagsOf), [chart]);
  const maySign = useMay("sign");
  const mayReview = useMay("ingest");
  const columns: readonly Column<Flag>[] = [
    { id: "state", title: "Verdict", width: 10, cell: ({ point }) => <StateBadge state={pointState(point)} /> },
    { id: "rule", title: "Rule and scope", width: 10, cell: ({ rule, scope }) => `${rule} ${scope}` },
    { id: "window", title: "Window", cell: ({ window }) => window },
    { id: "run", title: "Run", cell: ({ point }) => <RunLink run={point.run} /> },
    { id: "time", title: "Time (UTC)", width: 9.5, cell: ({ point }) => <Moment at={point.time} /> },
    { id: "z", title: "z (SD)", width: 5, isNumber: true, cell: ({ point }) => deviationText(point.score) },
    {
      id: "do",
      title: "What to do",
      width: 15,
      cell: ({ point }) => (
        <span className="point-actions">
          {point.alertId === null ? null : (
            <Link to="/alerts/$alert" params={{ alert: point.alertId }}>
              alert
            </Link>
          )}
          {maySign && point.excluded === null ? (
            <Button onPress={() => setDoing({ what: "exclude", point })}>Exclude</Button>
          ) : null}
          {maySign && typeof point.excluded?.exclusionId === "string" ? (
            <Button onPress={() => setDoing({ what: "include", point })}>Include again</Button>
          ) : null}
          {mayReview ? <Button onPress={() => setDoing({ what: "correct", point })}>Correct</Button> : null}
        </span>
      ),
    },
  ];
  return (
    <Panel title={`Flagged points (${new Set(flags.map(({ point }) => point.measurementId)).size})`}>
      {flags.length === 0 ? (
        <EmptyState title="No rule fired, and nothing is excluded or without a verdict">
          <p>Of the {chart.points.length} measurements shown.</p>
        </EmptyState>
      ) : (
        <DataTable
          label="Flagged points"
          columns={columns}
          rows={flags}
          rowId={({ id }) => id}
          minWidth={64}
          {...(flags.length > MOST_WHOLE ? { height: HEIGHT } : {})}
        />
      )}
      {doing?.what === "exclude" || doing?.what === "include" ? (
        <ExclusionDialog point={doing.point} isWithdrawal={doing.what === "include"} onClose={() => setDoing(null)} />
      ) : null}
      {doing?.what === "correct" ? (
        <CorrectiveActionDialog chart={chart} point={doing.point} onClose={() => setDoing(null)} />
      ) : null}
    </Panel>
  );
}

function flagsOf(point: ChartPoint): Flag[] {
  const { measurementId: id, violations, state, reason, excluded, isBaseline } = point;
  const flags = violations.map(({ rule, scope, window }, index): Flag => {
    const [first, last] = [window[0]?.run ?? point.run.name, window.at(-1)?.run ?? point.run.name];
    return { id: `${id} ${index}`, point, rule, scope, window: first === last ? first : `${first} to ${last}` };
  });
  if (flags.length > 0) return flags;
  if (excluded !== null) return [{ id, point, rule: "–", scope: "", window: `${excluded.reason} (${excluded.by})` }];
  return state === "not evaluable" && !isBaseline ? [{ id, point, rule: "–", scope: "", window: reason ?? "–" }] : [];
}
