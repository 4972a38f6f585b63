import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactElement, useMemo } from "react";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Facts, Panel } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import type { Run } from "../runs/run-words.ts";
import { type ComparedRow, type ComparedRun, type ComparedSection, compareRuns } from "./compare-runs.ts";
import { runComparisonRoute } from "./route.ts";
import { useComparedRun } from "./use-compared-run.ts";
import "./compared-runs.css";

const MOST_WHOLE = 20;

const COLUMNS: readonly Column<ComparedRow>[] = [
  { id: "label", title: "What", width: 15, cell: ({ label }) => label },
  { id: "first", title: "First run", width: 17, cell: ({ first }) => first ?? "–" },
  { id: "second", title: "Second run", width: 17, cell: ({ second }) => second ?? "–" },
  {
    id: "differs",
    title: "Difference",
    width: 9,
    cell: ({ differs, change }) =>
      differs ? (
        <span className="differs">
          ≠ differs {change === null ? null : <span className="change">{signedText(change)}</span>}
        </span>
      ) : (
        <span className="muted">= same</span>
      ),
  },
];

/** What two runs have, thing by thing. */
export function ComparedRuns({ first, second }: { readonly first: Run; readonly second: Run }): ReactElement {
  const one = useComparedRun(first);
  const other = useComparedRun(second);
  return (
    <>
      <Panel title="Runs">
        <Facts
          facts={[
            ["First run", <Named key="first" run={first} />],
            ["Second run", <Named key="second" run={second} />],
          ]}
        />
        <OnlyDifferences />
      </Panel>
      <QueryView<ComparedRun> query={one}>
        {(found) => (
          <QueryView<ComparedRun> query={other}>
            {(otherFound) => <Sections first={found} second={otherFound} />}
          </QueryView>
        )}
      </QueryView>
    </>
  );
}

function Named({ run: { id, name, performedAt } }: { readonly run: Run }): ReactElement {
  return (
    <>
      <Link to="/runs/$run" params={{ run: id }}>
        {name}
      </Link>
      , performed <Moment at={performedAt} /> UTC
    </>
  );
}

function OnlyDifferences(): ReactElement {
  const { only } = runComparisonRoute.useSearch();
  const navigate = useNavigate({ from: runComparisonRoute.fullPath });
  const show = (isOnly: boolean) =>
    void navigate({
      search: ({ only: _, ...runs }) => (isOnly ? { ...runs, only: "differences" as const } : runs),
      replace: true,
    });
  return (
    <label className="only-differences">
      <input type="checkbox" checked={only === "differences"} onChange={(event) => show(event.currentTarget.checked)} />
      Only what differs
    </label>
  );
}

function Sections({ first, second }: { readonly first: ComparedRun; readonly second: ComparedRun }): ReactElement {
  const { only } = runComparisonRoute.useSearch();
  const sections = useMemo(() => compareRuns(first, second), [first, second]);
  return (
    <>
      {sections.map((section) => (
        <Section key={section.title} section={section} isOnlyDifferences={only === "differences"} />
      ))}
    </>
  );
}

function Section(props: { readonly section: ComparedSection; readonly isOnlyDifferences: boolean }): ReactElement {
  const { section, isOnlyDifferences } = props;
  const { title, rows } = section;
  const differing = rows.filter(({ differs }) => differs);
  const shown = isOnlyDifferences ? differing : rows;
  return (
    <Panel title={title}>
      {rows.length === 0 ? (
        <p className="muted">Neither run has any.</p>
      ) : (
        <p>{differing.length === 0 ? "= nothing differs" : `≠ ${differing.length} of ${rows.length} differ`}</p>
      )}
      {shown.length === 0 ? null : (
        <DataTable
          label={`Table of ${title.toLowerCase()}`}
          columns={COLUMNS}
          rows={shown}
          rowId={({ label }) => label}
          minWidth={48}
          {...(shown.length > MOST_WHOLE ? { height: 40 } : {})}
        />
      )}
    </Panel>
  );
}

/** A change of a score with its sign, `−0.0200`; of a smaller one its size, `+6.2e-6`. */
function signedText(change: number): string {
  const size = Math.abs(change);
  return `${change < 0 ? "−" : "+"}${size < 0.0001 ? size.toExponential(1) : size.toFixed(4)}`;
}
