import { formatCount, formatFraction } from "@touchstone/charts";
import type { ReactElement } from "react";
import { serverUrl } from "../../api/server-url.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Panel } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { type Comparison, type Score, useComparisons } from "./run-records.ts";
import { intervalText } from "./score-text.ts";

const COLUMNS: readonly Column<Score>[] = [
  { id: "type", title: "Type", width: 7, cell: ({ variantType }) => variantType },
  {
    id: "recall",
    title: "Recall (95% interval)",
    isNumber: true,
    cell: ({ recall, recallLow, recallHigh }) => intervalText(recall, recallLow, recallHigh),
  },
  {
    id: "precision",
    title: "Precision (95% interval)",
    isNumber: true,
    cell: ({ precision, precisionLow, precisionHigh }) => intervalText(precision, precisionLow, precisionHigh),
  },
  { id: "f1", title: "F1", isNumber: true, width: 6, cell: ({ f1 }) => (f1 === null ? "–" : formatFraction(f1)) },
  { id: "tp", title: "TP (truth)", isNumber: true, width: 8, cell: ({ truthTp }) => countText(truthTp) },
  { id: "fn", title: "FN", isNumber: true, width: 6, cell: ({ truthFn }) => countText(truthFn) },
  { id: "fp", title: "FP", isNumber: true, width: 6, cell: ({ queryFp }) => countText(queryFp) },
];

/** How the run's calls agree with truth sets. */
export function ComparisonPanel({ runId }: { readonly runId: string }): ReactElement {
  const comparisons = useComparisons(runId);
  return (
    <Panel title="Comparisons with truth sets">
      <QueryView<readonly Comparison[]> query={comparisons}>
        {(found) =>
          found.length === 0 ? (
            <p className="muted">
              The run was not compared with a truth set. <code>touchstone compare --record RUN</code> does it.
            </p>
          ) : (
            found.map((comparison) => <ComparisonScores key={comparison.id} comparison={comparison} />)
          )
        }
      </QueryView>
    </Panel>
  );
}

function ComparisonScores({ comparison }: { readonly comparison: Comparison }): ReactElement {
  const { id, sample, truthSet, format, state, scores } = comparison;
  const title = `${sample === null ? "" : `${sample.name} against `}${truthSet.name} ${truthSet.version}`;
  return (
    <div className="comparison">
      <div className="panel-header">
        <h3>
          {title} <small>by {format}</small> <StateBadge state={state ?? "not judged"} />
        </h3>
        <a href={`${serverUrl}/api/v1/concordance/${id}/report`} target="_blank" rel="noreferrer">
          Report of the comparison
        </a>
      </div>
      {scores.length === 0 ? (
        <p className="muted">It has no scores of all that was compared.</p>
      ) : (
        <DataTable
          label={`Scores ${sample === null ? "against" : "of"} ${title}`}
          columns={COLUMNS}
          rows={scores}
          rowId={({ variantType }) => variantType}
          minWidth={54}
        />
      )}
    </div>
  );
}

function countText(count: number | null): string {
  return count === null ? "–" : formatCount(count);
}
