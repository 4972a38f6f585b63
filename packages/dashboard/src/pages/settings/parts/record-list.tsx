import type { ReactElement, ReactNode } from "react";
import type { Pages } from "../../../api/use-pages.ts";
import { Button } from "../../../ui/button.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { QueryView } from "../../../ui/query-view.tsx";

/** A list of the settings: its table, a button for what was not read yet, or what to do where it is empty. */
export function RecordList<Row extends object>(props: {
  readonly label: string;
  readonly pages: Pages<Row>;
  readonly columns: readonly Column<Row>[];
  readonly rowId: (row: Row) => string;
  readonly empty: ReactNode;
  readonly minWidth?: number;
}): ReactElement {
  const { label, pages, columns, rowId, empty, minWidth = 44 } = props;
  return (
    <QueryView query={pages}>
      {(rows) =>
        rows.length === 0 ? (
          empty
        ) : (
          <>
            <DataTable
              label={label}
              columns={columns}
              rows={rows}
              rowId={rowId}
              hasMore={pages.hasMore}
              minWidth={minWidth}
            />
            {pages.hasMore ? (
              <div>
                <Button onPress={pages.readMore}>Show more</Button>
              </div>
            ) : null}
          </>
        )
      }
    </QueryView>
  );
}
