import { Link } from "@tanstack/react-router";
import { type ReactElement, useMemo, useState } from "react";
import { api } from "../../api/api.ts";
import { pageOptions, usePages } from "../../api/use-pages.ts";
import { Clipped } from "../../ui/clipped.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Moment } from "../../ui/moment.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { CompareBar } from "./compare-bar.tsx";
import { NoRuns } from "./no-runs.tsx";
import { type RunSearch, useRunSearch } from "./route.ts";
import { assayText, pipelineText, type Run } from "./run-words.ts";
import "./runs.css";

const PAGE_SIZE = 200;

const COLUMNS: readonly Column<Run>[] = [
  {
    id: "disposition",
    title: "Disposition",
    width: 7.5,
    cell: ({ disposition }) => <StateBadge state={disposition} />,
  },
  { id: "status", title: "Status", width: 7.25, cell: ({ status }) => <StateBadge state={status} /> },
  { id: "performed", title: "Performed (UTC)", width: 8.75, cell: ({ performedAt }) => <Moment at={performedAt} /> },
  { id: "assay", title: "Assay", cell: ({ assay }) => <Clipped text={assayText(assay)} /> },
  {
    id: "pipeline",
    title: "Pipeline version",
    width: 10.25,
    cell: ({ pipelineVersion }) => <Clipped text={pipelineText(pipelineVersion)} />,
  },
  {
    id: "instrument",
    title: "Instrument",
    width: 6,
    cell: ({ instrument }) => <Clipped text={instrument?.name ?? null} />,
  },
];

/** The runs that the address asks for; more are read while one scrolls. Two can be chosen to compare. */
export function RunTable(): ReactElement {
  const search = useRunSearch();
  const runs = usePages<Run>(
    api.useInfiniteQuery("get", "/api/v1/runs", { params: { query: runQuery(search) } }, pageOptions),
  );
  const [chosen, setChosen] = useState<readonly Run[]>([]);
  const columns = useMemo(() => [nameColumn(chosen, setChosen), ...COLUMNS], [chosen]);
  return (
    <QueryView query={runs}>
      {(rows) =>
        rows.length === 0 ? (
          <NoRuns isFiltered={Object.keys(search).length > 0} />
        ) : (
          <div className="run-table">
            <CompareBar chosen={chosen} onClear={() => setChosen([])} />
            <DataTable
              label="Runs"
              columns={columns}
              rows={rows}
              rowId={({ id }) => id}
              hasMore={runs.hasMore}
              onMore={runs.readMore}
              height={42}
              minWidth={60}
            />
          </div>
        )
      }
    </QueryView>
  );
}

/** What the API is asked for. */
function runQuery(search: RunSearch) {
  const { status, disposition, assay, pipelineVersion, instrument, from, before, sort } = search;
  return {
    ...(status === undefined ? {} : { status }),
    ...(disposition === undefined ? {} : { disposition }),
    ...(assay === undefined ? {} : { assayId: assay }),
    ...(pipelineVersion === undefined ? {} : { pipelineVersionId: pipelineVersion }),
    ...(instrument === undefined ? {} : { instrumentId: instrument }),
    ...(from === undefined ? {} : { performedFrom: `${from}T00:00:00Z` }),
    ...(before === undefined ? {} : { performedBefore: `${before}T00:00:00Z` }),
    ...(sort === undefined ? {} : { sort }),
    limit: PAGE_SIZE,
  };
}

/** The run's name, which leads to it, and whether it is chosen to be compared. */
function nameColumn(chosen: readonly Run[], setChosen: (runs: readonly Run[]) => void): Column<Run> {
  const isChosen = ({ id }: Run) => chosen.some((one) => one.id === id);
  return {
    id: "name",
    title: "Run",
    width: 13.5,
    cell: (run) => (
      <div className="run-cell">
        <input
          type="checkbox"
          aria-label={`Compare ${run.name}`}
          checked={isChosen(run)}
          disabled={chosen.length === 2 && !isChosen(run)}
          onChange={() => setChosen(isChosen(run) ? chosen.filter(({ id }) => id !== run.id) : [...chosen, run])}
        />
        <Link className="clipped" to="/runs/$run" params={{ run: run.id }} title={run.name}>
          {run.name}
        </Link>
      </div>
    ),
  };
}
