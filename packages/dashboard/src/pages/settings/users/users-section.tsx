import { type ReactElement, useState } from "react";
import { api } from "../../../api/api.ts";
import { useMay } from "../../../api/session.ts";
import { pageOptions, usePages } from "../../../api/use-pages.ts";
import { Button } from "../../../ui/button.tsx";
import type { Column } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { EnabledBadge } from "../parts/enabled-badge.tsx";
import { RecordLink } from "../parts/record-address.tsx";
import { RecordList } from "../parts/record-list.tsx";
import { SectionHead } from "../parts/section-head.tsx";
import { settingsRoute } from "../route.ts";
import { AddUser } from "./add-user.tsx";
import { type Principal, SIGN_IN_WORDS } from "./principal.ts";
import { UserDetail } from "./user-detail.tsx";

const COLUMNS: readonly Column<Principal>[] = [
  { id: "name", title: "Name", cell: ({ id, name }) => <RecordLink id={id}>{name}</RecordLink> },
  { id: "printedName", title: "Printed name", cell: ({ printedName }) => printedName },
  { id: "kind", title: "Kind", cell: ({ kind }) => (kind === "person" ? "person" : "program") },
  { id: "roles", title: "Roles", cell: ({ roles }) => (roles.length === 0 ? "–" : roles.join(", ")) },
  { id: "signsInWith", title: "Signs in with", cell: ({ signsInWith }) => SIGN_IN_WORDS[signsInWith] },
  { id: "state", title: "State", cell: ({ disabledAt }) => <EnabledBadge disabledAt={disabledAt} /> },
];

/** People and programs: who may do what. */
export function UsersSection(): ReactElement {
  const { record } = settingsRoute.useSearch();
  return record === undefined ? <UserList /> : <UserDetail id={record} />;
}

function UserList(): ReactElement {
  const may = useMay("admin");
  const [isAdding, setAdding] = useState(false);
  const query = { limit: 200 };
  const pages = usePages<Principal>(
    api.useInfiniteQuery("get", "/api/v1/principals", { params: { query } }, pageOptions),
  );
  const addButton = may ? (
    <Button variant="primary" onPress={() => setAdding(true)}>
      Add a user
    </Button>
  ) : null;
  return (
    <>
      <SectionHead actions={addButton}>
        People sign in and may sign records; programs show a token. What somebody may do follows from their roles, what
        a program may do from the scopes of its tokens.
      </SectionHead>
      <RecordList
        label="Users"
        pages={pages}
        columns={COLUMNS}
        rowId={({ id }) => id}
        minWidth={52}
        empty={
          <EmptyState title="Nobody is on record yet">
            <p>Add the people of the laboratory.</p>
          </EmptyState>
        }
      />
      {isAdding ? <AddUser onClose={() => setAdding(false)} /> : null}
    </>
  );
}
