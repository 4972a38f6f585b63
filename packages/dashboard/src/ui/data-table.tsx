import { type ColumnDef, type RowData, tableFeatures, useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactElement, type ReactNode, useEffect, useRef } from "react";
import "./data-table.css";

const features = tableFeatures({});
/** Pixels of a row before it is measured. */
const ROW_HEIGHT = 40;
/** So many rows from the end the next page is asked for. */
const AHEAD = 40;

/** A column of a table. */
export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand to the right. */
  readonly isNumber?: boolean;
  /** Width in rem; the others share what is left. */
  readonly width?: number;
}

/** What a table shows. */
export interface DataTableProps<Row> {
  /** What the rows are, for those who cannot see them. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** Whether there are more rows to be had by `onMore`. */
  readonly hasMore?: boolean;
  readonly onMore?: () => void;
  /** Height of the table's window in rem; without it the table is as high as its rows. */
  readonly height?: number;
  /** The least width in rem before the table scrolls sideways. */
  readonly minWidth?: number;
}

/** A table of any number of rows: those in view are drawn, and more are asked for when their end comes near. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>): ReactElement {
  const { label, columns, rows, rowId, hasMore = false, onMore, height, minWidth = 40 } = props;
  const window = useRef<HTMLDivElement>(null);
  const table = useTable({
    features,
    columns: columns as unknown as ColumnDef<typeof features, Row>[],
    data: rows as Row[],
    getRowId: rowId,
  });
  const modelRows = table.getRowModel().rows;
  const virtual = useVirtualizer({
    count: modelRows.length,
    getScrollElement: () => window.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    enabled: height !== undefined,
  });
  const items = height === undefined ? null : virtual.getVirtualItems();
  const drawn = items === null ? modelRows : items.map(({ index }) => modelRows[index]!);
  const lastDrawn = items === null ? modelRows.length : (items.at(-1)?.index ?? 0);
  useEffect(() => {
    if (hasMore && height !== undefined && lastDrawn >= modelRows.length - AHEAD) onMore?.();
  }, [hasMore, height, lastDrawn, modelRows.length, onMore]);
  const before = items?.[0]?.start ?? 0;
  const after = items === null ? 0 : virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    <section ref={window} className="data-table" aria-label={label} tabIndex={0} style={{ maxHeight: rem(height) }}>
      <table style={{ minWidth: rem(minWidth) }} aria-rowcount={hasMore ? -1 : modelRows.length + 1}>
        <thead>
          <tr>
            {columns.map(({ id, title, isNumber, width }) => (
              <th
                key={id}
                scope="col"
                className={isNumber === true ? "number" : undefined}
                style={{ width: rem(width) }}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={before} columns={columns.length} />
          {drawn.map((row) => (
            <tr
              key={row.id}
              aria-rowindex={row.index + 2}
              data-index={row.index}
              ref={items === null ? undefined : virtual.measureElement}
            >
              {columns.map(({ id, cell, isNumber }) => (
                <td key={id} className={isNumber === true ? "number" : undefined}>
                  {cell(row.original)}
                </td>
              ))}
            </tr>
          ))}
          <Gap height={after} columns={columns.length} />
        </tbody>
      </table>
    </section>
  );
}

/** In the place of rows that are not in view. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }): ReactElement | null {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus.
    <tr aria-hidden="true" className="gap">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

function rem(length: number | undefined): string | undefined {
  return length === undefined ? undefined : `${length}rem`;
}
