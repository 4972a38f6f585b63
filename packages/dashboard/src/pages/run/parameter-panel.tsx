import type { ReactElement } from "react";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Panel } from "../../ui/page.tsx";
import { type ParameterRow, parameterRows } from "./parameter-rows.ts";

const MOST_WHOLE = 12;
const COLUMNS: readonly Column<ParameterRow>[] = [
  { id: "name", title: "Parameter", cell: ({ name }) => <code>{name}</code> },
  { id: "value", title: "Value", cell: ({ value }) => <code>{value}</code> },
];

/** What the pipeline was started with. */
export function ParameterPanel({ parameters }: { readonly parameters: unknown }): ReactElement {
  const rows = parameterRows(parameters);
  return (
    <Panel title="Parameters">
      {rows.length === 0 ? (
        <p className="muted">No parameters were reported.</p>
      ) : (
        <DataTable
          label="Table of parameters"
          columns={COLUMNS}
          rows={rows}
          rowId={({ name }) => name}
          minWidth={28}
          {...(rows.length > MOST_WHOLE ? { height: 30 } : {})}
        />
      )}
    </Panel>
  );
}
