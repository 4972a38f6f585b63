import type { ReactElement, ReactNode } from "react";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Panel } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { useVerdicts, type Verdict } from "./run-records.ts";
import { byGravity, limitsOf, rulesOf, stateCounts, subjectText } from "./verdict-words.ts";

const MOST_WHOLE = 12;

const COLUMNS: readonly Column<Verdict>[] = [
  {
    id: "state",
    title: "State",
    width: 9,
    cell: ({ state, reason }) => (
      <>
        <StateBadge state={state} />
        {reason === null ? null : <small className="verdict-reason">{reason}</small>}
      </>
    ),
  },
  { id: "about", title: "About", width: 11, cell: subjectText },
  { id: "rules", title: "Rule, scope", width: 10, cell: (verdict) => lines(rulesOf(verdict)) },
  { id: "limits", title: "Held against", width: 12, cell: (verdict) => lines(limitsOf(verdict)) },
  { id: "sentence", title: "Conclusion", cell: ({ sentence }) => sentence },
];

function lines(texts: readonly string[]): ReactNode {
  return texts.length === 0 ? "–" : texts.map((text) => <div key={text}>{text}</div>);
}

/** Every verdict on the run, the gravest first; what could not be evaluated is among them. */
export function VerdictPanel({ runId }: { readonly runId: string }): ReactElement {
  const verdicts = useVerdicts(runId);
  return (
    <Panel title="Verdicts">
      <QueryView<readonly Verdict[]> query={verdicts}>
        {(found) =>
          found.length === 0 ? (
            <p className="muted">
              Nothing of this run was judged. Results that are recorded with an assay are, and control measurements as
              soon as there is a baseline.
            </p>
          ) : (
            <>
              <p className="state-counts">
                {stateCounts(found).map(({ state, count }) => (
                  <span key={state}>
                    {count} <StateBadge state={state} />
                  </span>
                ))}
                {verdicts.hasMore ? <span className="muted">and more, which are being read</span> : null}
              </p>
              <DataTable
                label="Table of verdicts"
                columns={COLUMNS}
                rows={byGravity(found)}
                rowId={({ id }) => id}
                minWidth={58}
                {...(found.length > MOST_WHOLE ? { height: 36 } : {})}
              />
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}
