import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import type { ItemOf } from "../../../api/answers.ts";
import { api } from "../../../api/api.ts";
import { useMay } from "../../../api/session.ts";
import { pageOptions, usePages } from "../../../api/use-pages.ts";
import { Button } from "../../../ui/button.tsx";
import type { Column } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ANY, SelectField } from "../../../ui/select-field.tsx";
import { definitionStatuses } from "../definitions/definition.ts";
import { definitionColumns } from "../definitions/definition-columns.tsx";
import { RecordLink } from "../parts/record-address.tsx";
import { RecordList } from "../parts/record-list.tsx";
import { SectionHead } from "../parts/section-head.tsx";
import { StatusFilter, useStatus } from "../parts/status-filter.tsx";
import { settingsRoute } from "../route.ts";
import { ProposeThreshold } from "./propose-threshold.tsx";
import { ThresholdDetail } from "./threshold-detail.tsx";
import { placeOf } from "./threshold-words.ts";

type Threshold = ItemOf<"/api/v1/thresholds">;

const COLUMNS: readonly Column<Threshold>[] = [
  {
    id: "score",
    title: "Threshold",
    cell: (threshold) => <RecordLink id={threshold.id}>{placeOf(threshold)}</RecordLink>,
  },
  { id: "assay", title: "Assay", cell: ({ assay }) => `${assay.name} v${assay.version}` },
  { id: "stage", title: "Stage", cell: ({ stage }) => stage },
  { id: "version", title: "Version", isNumber: true, cell: ({ version }) => version },
  { id: "minimum", title: "At least", isNumber: true, cell: ({ minimum }) => minimum },
  {
    id: "observations",
    title: "Of records",
    isNumber: true,
    cell: ({ observations }) => observations ?? <span title="No number is on record">–</span>,
  },
  ...definitionColumns,
];

/** Thresholds: the least score that is acceptable, by assay. */
export function ThresholdsSection(): ReactElement {
  const { record } = settingsRoute.useSearch();
  return record === undefined ? <ThresholdList /> : <ThresholdDetail id={record} />;
}

function ThresholdList(): ReactElement {
  const may = useMay("ingest");
  const { assay } = settingsRoute.useSearch();
  const status = useStatus(definitionStatuses);
  const [isProposing, setProposing] = useState(false);
  const query = {
    limit: 200,
    ...(status === undefined ? {} : { status }),
    ...(assay === undefined ? {} : { assayId: assay }),
  };
  const pages = usePages<Threshold>(
    api.useInfiniteQuery("get", "/api/v1/thresholds", { params: { query } }, pageOptions),
  );
  const propose = may ? (
    <Button variant="primary" onPress={() => setProposing(true)}>
      Propose a threshold
    </Button>
  ) : null;
  return (
    <>
      <SectionHead actions={propose}>
        The least score that is acceptable. Routine thresholds judge each run; release thresholds judge a pipeline
        version once, by its interval. A second person signs before one holds.
      </SectionHead>
      <div className="filters">
        <StatusFilter words={definitionStatuses} />
        <AssayFilter />
      </div>
      <RecordList
        label="Thresholds"
        pages={pages}
        columns={COLUMNS}
        rowId={({ id }) => id}
        minWidth={54}
        empty={
          status === undefined && assay === undefined ? (
            <EmptyState title="There is no threshold yet">
              <p>Approve an assay, whose thresholds come into force with it, or propose one by itself.</p>
            </EmptyState>
          ) : (
            <EmptyState title="No threshold is like this">
              <p>Choose all to see the others.</p>
            </EmptyState>
          )
        }
      />
      {isProposing ? <ProposeThreshold onClose={() => setProposing(false)} /> : null}
    </>
  );
}

function AssayFilter(): ReactElement {
  const navigate = useNavigate({ from: settingsRoute.fullPath });
  const { assay } = settingsRoute.useSearch();
  const { data } = useQuery(api.queryOptions("get", "/api/v1/assays", { params: { query: { limit: 500 } } }));
  const assays = (data?.items ?? []).map(({ id, name, version }) => ({ id, label: `${name} v${version}` }));
  return (
    <SelectField
      label="Assay"
      options={[{ id: ANY, label: "All" }, ...assays]}
      value={assay ?? ANY}
      onChange={(id) =>
        void navigate({ search: ({ assay: _, ...others }) => (id === ANY ? others : { ...others, assay: id }) })
      }
    />
  );
}
