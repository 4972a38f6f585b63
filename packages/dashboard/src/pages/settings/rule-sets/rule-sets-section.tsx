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
import { ProposeRuleSet } from "./propose-rule-set.tsx";
import { RuleSetDetail } from "./rule-set-detail.tsx";

type RuleSet = ItemOf<"/api/v1/rule-sets">;

const COLUMNS: readonly Column<RuleSet>[] = [
  { id: "name", title: "Rule set", cell: ({ id, name }) => <RecordLink id={id}>{name}</RecordLink> },
  { id: "version", title: "Version", isNumber: true, cell: ({ version }) => version },
  { id: "inForce", title: "Judges now", cell: ({ isInForce }) => (isInForce ? "✓ yes" : "no") },
  ...definitionColumns,
];

/** Rule sets: which control rules judge a run, and by which policies. */
export function RuleSetsSection(): ReactElement {
  const { record } = settingsRoute.useSearch();
  if (record === NEW) return <ProposeRuleSet />;
  return record === undefined ? <RuleSetList /> : <RuleSetDetail id={record} />;
}

function RuleSetList(): ReactElement {
  const may = useMay("ingest");
  const show = useShowRecord();
  const status = useStatus(definitionStatuses);
  const query = { limit: 200, ...(status === undefined ? {} : { status }) };
  const pages = usePages<RuleSet>(api.useInfiniteQuery("get", "/api/v1/rule-sets", { params: { query } }, pageOptions));
  const propose = may ? (
    <Button variant="primary" onPress={() => show(NEW)}>
      Propose a rule set
    </Button>
  ) : null;
  return (
    <>
      <SectionHead actions={propose}>
        Control rules and policies for measurements. One rule set judges all runs of assays that have no approved one of
        their own.
      </SectionHead>
      <div className="filters">
        <StatusFilter words={definitionStatuses} />
      </div>
      <RecordList
        label="Rule sets"
        pages={pages}
        columns={COLUMNS}
        rowId={({ id }) => id}
        minWidth={46}
        empty={
          status === undefined ? (
            <EmptyState title="No rule set is on record yet">
              <p>Westgard's multirule procedure holds until another rule set is proposed and approved.</p>
            </EmptyState>
          ) : (
            <EmptyState title={`No rule set is ${status}`}>
              <p>Choose all to see the others.</p>
            </EmptyState>
          )
        }
      />
    </>
  );
}
