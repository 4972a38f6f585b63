import { type ComponentType, type ReactElement, useState } from "react";
import { useMay } from "../../../api/session.ts";
import type { Pages } from "../../../api/use-pages.ts";
import { Button } from "../../../ui/button.tsx";
import type { Column } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { RecordList } from "./record-list.tsx";
import { RetireRecord } from "./retire-record.tsx";
import { SectionHead } from "./section-head.tsx";
import { StatusFilter, useStatus } from "./status-filter.tsx";
import { UseBadge } from "./use-badge.tsx";

const STATUSES = ["in use", "retired"] as const;

/** What a laboratory has in use for a time. */
interface StockRecord {
  readonly id: string;
  readonly retiredAt: string | null;
}

/** A section for one kind of it. */
export interface StockSectionProps<Row extends StockRecord> {
  /** One of them, with its article: `a reagent lot`. */
  readonly one: string;
  /** All of them: `Reagent lots`. */
  readonly all: string;
  readonly lead: string;
  /** What to do where there is none yet. */
  readonly emptyHint: string;
  readonly columns: readonly Column<Row>[];
  readonly pages: Pages<Row>;
  /** A row in words: `polymerase lot 42`. */
  readonly nameOf: (row: Row) => string;
  readonly Add: ComponentType<{ onClose: () => void }>;
  readonly Change: ComponentType<{ row: Row; onClose: () => void }>;
  readonly onRetire: (row: Row, retired: boolean) => Promise<unknown>;
  readonly minWidth: number;
}

/** What the list of such a section is asked with, by the status in the address. */
export function useStockQuery(): { readonly limit: number; readonly retired?: boolean } {
  const status = useStatus(STATUSES);
  return { limit: 200, ...(status === undefined ? {} : { retired: status === "retired" }) };
}

/** Materials, reagent lots or instruments: listed, added, changed, taken out of use and back. */
export function StockSection<Row extends StockRecord>(props: StockSectionProps<Row>): ReactElement {
  const { one, all, lead, columns, pages, nameOf, Add, Change, onRetire, minWidth } = props;
  const may = useMay("ingest");
  const [isAdding, setAdding] = useState(false);
  const [changing, setChanging] = useState<Row | null>(null);
  const [retiring, setRetiring] = useState<Row | null>(null);
  const addButton = may ? (
    <Button variant="primary" onPress={() => setAdding(true)}>
      Add {one}
    </Button>
  ) : null;
  const state: Column<Row> = { id: "state", title: "State", cell: (row) => <UseBadge retiredAt={row.retiredAt} /> };
  const actions: Column<Row> = {
    id: "actions",
    title: "Actions",
    cell: (row) => (
      <Actions
        what={nameOf(row)}
        isRetired={row.retiredAt !== null}
        onChange={() => setChanging(row)}
        onRetire={() => setRetiring(row)}
      />
    ),
  };
  return (
    <>
      <SectionHead actions={addButton}>{lead}</SectionHead>
      <div className="filters">
        <StatusFilter words={STATUSES} />
      </div>
      <RecordList
        label={all}
        pages={pages}
        columns={may ? [...columns, state, actions] : [...columns, state]}
        rowId={({ id }) => id}
        minWidth={minWidth}
        empty={<NothingThere {...props} />}
      />
      {isAdding ? <Add onClose={() => setAdding(false)} /> : null}
      {changing === null ? null : <Change row={changing} onClose={() => setChanging(null)} />}
      {retiring === null ? null : (
        <RetireRecord
          what={nameOf(retiring)}
          isRetired={retiring.retiredAt !== null}
          onClose={() => setRetiring(null)}
          onChange={(retired) => onRetire(retiring, retired)}
        />
      )}
    </>
  );
}

function Actions(props: {
  readonly what: string;
  readonly isRetired: boolean;
  readonly onChange: () => void;
  readonly onRetire: () => void;
}): ReactElement {
  const { what, isRetired, onChange, onRetire } = props;
  const retire = isRetired ? "Take back" : "Retire";
  return (
    <div className="row-actions">
      <Button aria-label={`Change ${what}`} onPress={onChange}>
        Change
      </Button>
      <Button aria-label={`${retire} ${what}`} onPress={onRetire}>
        {retire}
      </Button>
    </div>
  );
}

function NothingThere({ all, emptyHint }: { readonly all: string; readonly emptyHint: string }): ReactElement {
  const status = useStatus(STATUSES);
  const what = all.toLowerCase();
  return status === undefined ? (
    <EmptyState title={`There are no ${what} on record yet`}>
      <p>{emptyHint}</p>
    </EmptyState>
  ) : (
    <EmptyState title={`There are no ${what} that are ${status}`}>
      <p>Choose all to see the others.</p>
    </EmptyState>
  );
}
