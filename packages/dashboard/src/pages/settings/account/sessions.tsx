import { type ReactElement, useState } from "react";
import type { ItemOf } from "../../../api/answers.ts";
import { api, client } from "../../../api/api.ts";
import { refresh } from "../../../api/refresh.ts";
import { leaveToSignIn } from "../../../api/server-url.ts";
import { pageOptions, usePages } from "../../../api/use-pages.ts";
import { Button } from "../../../ui/button.tsx";
import type { Column } from "../../../ui/data-table.tsx";
import { ErrorNotice } from "../../../ui/error-notice.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { Moment } from "../../../ui/moment.tsx";
import { Panel } from "../../../ui/page.tsx";
import { StateBadge } from "../../../ui/state-badge.tsx";
import { RecordList } from "../parts/record-list.tsx";

const PATH = "/api/v1/sessions";

type Session = ItemOf<typeof PATH>;

/** Where one is signed in, and the way out of each place. */
export function Sessions(): ReactElement {
  const [isEndingAll, setEndingAll] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const query = { limit: 50 };
  const pages = usePages<Session>(api.useInfiniteQuery("get", PATH, { params: { query } }, pageOptions));
  const end = async (id: string) => {
    setError(null);
    try {
      await client.DELETE(`${PATH}/{id}`, { params: { path: { id } } });
      await refresh(PATH);
    } catch (problem) {
      setError(problem);
    }
  };
  const endAll = async () => {
    await client.DELETE(PATH, {});
    leaveToSignIn();
  };
  return (
    <Panel
      title="My sessions"
      actions={
        <Button variant="danger" onPress={() => setEndingAll(true)}>
          Sign out everywhere
        </Button>
      }
    >
      <RecordList
        label="Sessions in use"
        pages={pages}
        columns={columnsOf(end)}
        rowId={({ id }) => id}
        minWidth={46}
        empty={<p>You have no session.</p>}
      />
      {error === null ? null : <ErrorNotice error={error} />}
      {isEndingAll ? (
        <FormDialog
          title="Sign out everywhere"
          action="Sign out everywhere"
          isOpen
          onClose={() => setEndingAll(false)}
          onSubmit={endAll}
        >
          <p>All your sessions end, this one too. Your tokens stay valid.</p>
        </FormDialog>
      ) : null}
    </Panel>
  );
}

function columnsOf(end: (id: string) => Promise<void>): readonly Column<Session>[] {
  return [
    { id: "since", title: "Signed in (UTC)", cell: ({ createdAt }) => <Moment at={createdAt} /> },
    { id: "used", title: "Last used (UTC)", cell: ({ lastUsedAt }) => <Moment at={lastUsedAt} /> },
    { id: "ends", title: "Ends at the latest (UTC)", cell: ({ expiresAt }) => <Moment at={expiresAt} /> },
    { id: "method", title: "By", cell: ({ method }) => (method === "oidc" ? "provider" : "password") },
    {
      id: "actions",
      title: "Actions",
      width: 9,
      cell: ({ id, createdAt, isCurrent }) =>
        isCurrent ? (
          <StateBadge state="this one" tone="in-control" />
        ) : (
          <div className="row-actions">
            <Button aria-label={`End the session of ${createdAt.slice(0, 16)}`} onPress={() => end(id)}>
              End
            </Button>
          </div>
        ),
    },
  ];
}
