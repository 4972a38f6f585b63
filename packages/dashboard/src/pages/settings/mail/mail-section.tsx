import { type ReactElement, useState } from "react";
import type { ItemOf } from "../../../api/answers.ts";
import { api } from "../../../api/api.ts";
import { pageOptions, usePages } from "../../../api/use-pages.ts";
import { Button } from "../../../ui/button.tsx";
import type { Column } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Day } from "../../../ui/moment.tsx";
import { EnabledBadge } from "../parts/enabled-badge.tsx";
import { RecordLink } from "../parts/record-address.tsx";
import { RecordList } from "../parts/record-list.tsx";
import { SectionHead } from "../parts/section-head.tsx";
import { settingsRoute } from "../route.ts";
import { SubscriptionDetail } from "./subscription-detail.tsx";
import { AddSubscription } from "./subscription-forms.tsx";

type Subscription = ItemOf<"/api/v1/mail-subscriptions">;

const COLUMNS: readonly Column<Subscription>[] = [
  { id: "address", title: "Address", cell: ({ id, address }) => <RecordLink id={id}>{address}</RecordLink> },
  { id: "kinds", title: "Kinds of alerts", cell: ({ kinds }) => kinds.join(", ") },
  { id: "level", title: "From level", isNumber: true, cell: ({ leastLevel }) => leastLevel },
  { id: "created", title: "Added (UTC)", cell: ({ createdAt }) => <Day at={createdAt} /> },
  { id: "state", title: "State", cell: ({ disabledAt }) => <EnabledBadge disabledAt={disabledAt} /> },
];

/** People who are written to about alerts. */
export function MailSection(): ReactElement {
  const { record } = settingsRoute.useSearch();
  return record === undefined ? <SubscriptionList /> : <SubscriptionDetail id={record} />;
}

function SubscriptionList(): ReactElement {
  const [isAdding, setAdding] = useState(false);
  const query = { limit: 200 };
  const pages = usePages<Subscription>(
    api.useInfiniteQuery("get", "/api/v1/mail-subscriptions", { params: { query } }, pageOptions),
  );
  return (
    <>
      <SectionHead
        actions={
          <Button variant="primary" onPress={() => setAdding(true)}>
            Add an address
          </Button>
        }
      >
        People who are written to when alerts are raised or reach a higher level because nobody acknowledged them.
      </SectionHead>
      <RecordList
        label="Mail subscriptions"
        pages={pages}
        columns={COLUMNS}
        rowId={({ id }) => id}
        minWidth={48}
        empty={
          <EmptyState title="Nobody is written to about alerts yet">
            <p>
              Add the address of whoever has to know first. The server needs a mail server: see its settings for e-mail.
            </p>
          </EmptyState>
        }
      />
      {isAdding ? <AddSubscription onClose={() => setAdding(false)} /> : null}
    </>
  );
}
