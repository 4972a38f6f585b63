import type { ReactElement } from "react";
import type { ItemOf } from "../../../api/answers.ts";
import { api } from "../../../api/api.ts";
import { useMay } from "../../../api/session.ts";
import { pageOptions, usePages } from "../../../api/use-pages.ts";
import { Button } from "../../../ui/button.tsx";
import type { Column } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { definitionStatuses } from "../definitions/definition.ts";
import { definitionColumns } from "../definitions/definition-columns.tsx";
import { NEW, RecordLink, useShowRecord } from "../parts/record-address.tsx";
import { RecordList } from "../parts/record-list.tsx";
import { SectionHead } from "../parts/section-head.tsx";
import { StatusFilter, useStatus } from "../parts/status-filter.tsx";
import { settingsRoute } from "../route.ts";
import { AssayDetail } from "./assay-detail.tsx";
import { ProposeAssay } from "./propose-assay.tsx";

type Assay = ItemOf<"/api/v1/assays">;

const COLUMNS: readonly Column<Assay>[] = [
  { id: "name", title: "Assay", cell: ({ id, name }) => <RecordLink id={id}>{name}</RecordLink> },
  { id: "version", title: "Version", isNumber: true, cell: ({ version }) => version },
  { id: "description", title: "Description", cell: ({ description }) => description ?? "–" },
  ...definitionColumns,
];

/** Assays: what is watched, and by which limits. */
export function AssaysSection(): ReactElement {
  const { record } = settingsRoute.useSearch();
  if (record === NEW) return <ProposeAssay />;
  return record === undefined ? <AssayList /> : <AssayDetail id={record} />;
}

function AssayList(): ReactElement {
  const may = useMay("ingest");
  const show = useShowRecord();
  const status = useStatus(definitionStatuses);
  const query = { limit: 200, ...(status === undefined ? {} : { status }) };
  const pages = usePages<Assay>(api.useInfiniteQuery("get", "/api/v1/assays", { params: { query } }, pageOptions));
  const propose = may ? (
    <Button variant="primary" onPress={() => show(NEW)}>
      Propose an assay
    </Button>
  ) : null;
  return (
    <>
      <SectionHead actions={propose}>
        What is watched and by which limits. A draft judges nothing until a second person signs it; then the version
        before is retired.
      </SectionHead>
      <div className="filters">
        <StatusFilter words={definitionStatuses} />
      </div>
      <RecordList
        label="Assays"
        pages={pages}
        columns={COLUMNS}
        rowId={({ id }) => id}
        minWidth={48}
        empty={
          status === undefined ? (
            <EmptyState title="No assay is defined yet">
              <p>
                Propose one as YAML or JSON. <code>touchstone assay example</code> prints a definition to start from.
              </p>
            </EmptyState>
          ) : (
            <EmptyState title={`No assay is ${status}`}>
              <p>Choose all to see the others.</p>
            </EmptyState>
          )
        }
      />
    </>
  );
}
