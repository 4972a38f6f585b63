import type { ReactElement, ReactNode } from "react";
import { api } from "../../api/api.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Panel } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { ProcessName } from "./process-name.tsx";
import type { ProcessUsages } from "./run-records.ts";
import { costText, memoryText, outcomesOf, timeText } from "./usage-text.ts";

type Row = ProcessUsages["total"] & { readonly process: string | null };

/** What each step needed and what it cost, and the whole run last. */
export function ProcessPanel({ runId }: { readonly runId: string }): ReactElement | null {
  const usages = api.useQuery("get", "/api/v1/runs/{run}/processes", { params: { path: { run: runId } } });
  if (usages.data?.processes.length === 0) return null;
  return (
    <Panel title="Processes">
      <QueryView<ProcessUsages> query={usages}>
        {({ processes, total, prices }) => (
          <>
            <DataTable
              label="Table of processes"
              columns={columnsOf(prices)}
              rows={[...processes, { process: null, ...total }]}
              rowId={({ process }) => process ?? ""}
              minWidth={54}
            />
            <p className="muted">
              Time is that of all tasks together; memory is of the task that came nearest to what it asked for.
            </p>
            <CostNote prices={prices} />
          </>
        )}
      </QueryView>
    </Panel>
  );
}

function columnsOf(prices: ProcessUsages["prices"]): readonly Column<Row>[] {
  return [
    {
      id: "process",
      title: "Process",
      cell: ({ process }) => (process === null ? <strong>The whole run</strong> : <ProcessName process={process} />),
    },
    { id: "tasks", title: "Tasks", width: 6, cell: (row) => detailed(row.tasks.total, outcomesOf(row)) },
    {
      id: "wall",
      title: "Time",
      isNumber: true,
      width: 6.5,
      cell: ({ wallTime }) => timeText(wallTime.sum),
    },
    { id: "longest", title: "Longest", isNumber: true, width: 6, cell: ({ wallTime }) => timeText(wallTime.longest) },
    { id: "cpu", title: "CPU time", isNumber: true, width: 6.5, cell: ({ cpuTime }) => timeText(cpuTime.sum) },
    {
      id: "memory",
      title: "Peak memory",
      width: 10,
      cell: (row) => {
        const { share, of } = memoryText(row);
        return detailed(share, of === "" ? [] : [of]);
      },
    },
    ...(prices === null
      ? []
      : [
          {
            id: "cost",
            title: "Cost",
            isNumber: true,
            width: 7,
            cell: (row: Row) => costText(row, prices.currency),
          },
        ]),
  ];
}

function detailed(first: ReactNode, details: readonly string[]): ReactNode {
  return (
    <>
      {first}
      {details.map((detail) => (
        <small key={detail} className="cell-detail">
          {" "}
          {detail}
        </small>
      ))}
    </>
  );
}

function CostNote({ prices }: { readonly prices: ProcessUsages["prices"] }): ReactElement {
  if (prices === null) {
    return (
      <p className="muted">
        No cost is shown, since no prices are set:{" "}
        <code>touchstone serve --cpu-hour-price … --gb-hour-price … --currency …</code>
      </p>
    );
  }
  const { cpuHour, gigabyteHour, currency } = prices;
  return (
    <p className="muted">
      Cost: CPUs and memory that tasks asked for, for as long as they ran, at {cpuHour} {currency} a CPU-hour and{" "}
      {gigabyteHour} {currency} a GB-hour; every attempt counts, and what was taken from the cache costs nothing anew.
      It is no bill.
    </p>
  );
}
