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
import { SecretDialog } from "../parts/secret-dialog.tsx";
import { SectionHead } from "../parts/section-head.tsx";
import { settingsRoute } from "../route.ts";
import { WebhookDetail } from "./webhook-detail.tsx";
import { AddWebhook } from "./webhook-forms.tsx";

type Webhook = ItemOf<"/api/v1/webhooks">;

const COLUMNS: readonly Column<Webhook>[] = [
  { id: "url", title: "Receiver", cell: ({ id, url }) => <RecordLink id={id}>{url}</RecordLink> },
  { id: "description", title: "Description", cell: ({ description }) => description ?? "–" },
  { id: "topics", title: "Told of", cell: ({ topics }) => topics.join(", ") },
  { id: "created", title: "Added (UTC)", cell: ({ createdAt }) => <Day at={createdAt} /> },
  { id: "state", title: "State", cell: ({ disabledAt }) => <EnabledBadge disabledAt={disabledAt} /> },
];

/** Programs that are told what happens. */
export function WebhooksSection(): ReactElement {
  const { record } = settingsRoute.useSearch();
  return record === undefined ? <WebhookList /> : <WebhookDetail id={record} />;
}

function WebhookList(): ReactElement {
  const [isAdding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const query = { limit: 200 };
  const pages = usePages<Webhook>(api.useInfiniteQuery("get", "/api/v1/webhooks", { params: { query } }, pageOptions));
  return (
    <>
      <SectionHead
        actions={
          <Button variant="primary" onPress={() => setAdding(true)}>
            Add a webhook
          </Button>
        }
      >
        Programs that are told what happens, by signed messages to an address of theirs. What fails is tried ten times
        in about 27 hours.
      </SectionHead>
      <RecordList
        label="Webhooks"
        pages={pages}
        columns={COLUMNS}
        rowId={({ id }) => id}
        minWidth={46}
        empty={
          <EmptyState title="No program is told anything yet">
            <p>Add the laboratory's information system or a chat, and choose what it is told of.</p>
          </EmptyState>
        }
      />
      {isAdding ? <AddWebhook onClose={() => setAdding(false)} onCreated={setSecret} /> : null}
      {secret === null ? null : (
        <SecretDialog
          title="Secret of the new webhook"
          secret={secret}
          hint="The receiver checks with it that messages come from here."
          onClose={() => setSecret(null)}
        />
      )}
    </>
  );
}
