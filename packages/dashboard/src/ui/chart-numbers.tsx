import type { RowData } from "@tanstack/react-table";
import { type ReactElement, useState } from "react";
import { DataTable, type DataTableProps } from "./data-table.tsx";
import "./chart-numbers.css";

/** So many rows are shown without a window to scroll in. */
const MOST_WHOLE = 12;
const WINDOW = 28;

/** The numbers that a chart shows, as a table that is opened where they are wanted. */
export function ChartNumbers<Row extends RowData>(props: DataTableProps<Row>): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const { rows } = props;
  return (
    <details className="chart-numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        Numbers of this chart ({rows.length} {rows.length === 1 ? "row" : "rows"})
      </summary>
      {isOpen ? <DataTable {...props} {...(rows.length > MOST_WHOLE ? { height: WINDOW } : {})} /> : null}
    </details>
  );
}
