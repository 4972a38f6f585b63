import { type ReactElement, useState } from "react";
import type { ItemOf } from "../../../api/answers.ts";
import { api, client } from "../../../api/api.ts";
import { refresh } from "../../../api/refresh.ts";
import { pageOptions, usePages } from "../../../api/use-pages.ts";
import { Button } from "../../../ui/button.tsx";
import type { Column } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorNotice } from "../../../ui/error-notice.tsx";
import { Moment } from "../../../ui/moment.tsx";
import { Panel } from "../../../ui/page.tsx";
import { StateBadge, type Tone } from "../../../ui/state-badge.tsx";
import { RecordList } from "./record-list.tsx";
import { StatusFilter, useStatus } from "./status-filter.tsx";

type Delivery = ItemOf<"/api/v1/deliveries">;

const STATUSES = ["pending", "delivered", "dead"] as const;
const TONES: Readonly<Record<Delivery["status"], Tone>> = {
  pending: "neutral",
  delivered: "in-control",
  dead: "out-of-control",
};

/** What was sent to a webhook or by e-mail, what became of it, and why it failed. */
export function Deliveries(props: {
  readonly of: { readonly webhookId: string } | { readonly mailSubscriptionId: string };
}): ReactElement {
  const status = useStatus(STATUSES);
  const [error, setError] = useState<unknown>(null);
  const query = { ...props.of, limit: 100, ...(status === undefined ? {} : { status }) };
  const pages = usePages<Delivery>(
    api.useInfiniteQuery("get", "/api/v1/deliveries", { params: { query } }, pageOptions),
  );
  const redeliver = async (id: string) => {
    setError(null);
    try {
      await client.POST("/api/v1/deliveries/{id}/redelivery", { params: { path: { id } } });
      await refresh("/api/v1/deliveries");
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <Panel title="Deliveries" actions={<Button onPress={() => refresh("/api/v1/deliveries")}>Look again</Button>}>
      <div className="filters">
        <StatusFilter words={STATUSES} />
      </div>
      {error === null ? null : <ErrorNotice error={error} />}
      <RecordList
        label="Messages"
        pages={pages}
        columns={columnsOf(redeliver)}
        rowId={({ id }) => id}
        minWidth={46}
        empty={
          <EmptyState title={status === undefined ? "Nothing was sent yet" : `No message is ${status}`}>
            <p>A message is sent as soon as something happens that it is told of.</p>
          </EmptyState>
        }
      />
    </Panel>
  );
}

function columnsOf(redeliver: (id: string) => Promise<void>): readonly Column<Delivery>[] {
  return [
    { id: "event", title: "Event", cell: ({ event }) => `${event.number} ${event.topic}` },
    { id: "created", title: "Written (UTC)", cell: ({ createdAt }) => <Moment at={createdAt} /> },
    { id: "status", title: "Status", cell: ({ status }) => <StateBadge state={status} tone={TONES[status]} /> },
    { id: "attempts", title: "Attempts", isNumber: true, cell: ({ attempts }) => attempts },
    { id: "next", title: "Next attempt (UTC)", cell: ({ nextAttemptAt }) => <Moment at={nextAttemptAt} /> },
    { id: "failure", title: "Failure", cell: ({ failure }) => failure ?? "–" },
    {
      id: "actions",
      title: "Actions",
      cell: ({ id, status, event }) =>
        status === "dead" ? (
          <div className="row-actions">
            <Button aria-label={`Try again: event ${event.number}`} onPress={() => redeliver(id)}>
              Try again
            </Button>
          </div>
        ) : null,
    },
  ];
}
