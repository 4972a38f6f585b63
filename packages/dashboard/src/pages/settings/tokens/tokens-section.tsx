import { type ReactElement, useState } from "react";
import type { ItemOf } from "../../../api/answers.ts";
import { api, client } from "../../../api/api.ts";
import { refresh } from "../../../api/refresh.ts";
import { useMay } from "../../../api/session.ts";
import { pageOptions, usePages } from "../../../api/use-pages.ts";
import { Button } from "../../../ui/button.tsx";
import type { Column } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { Day, Moment } from "../../../ui/moment.tsx";
import { PrincipalName } from "../parts/principal-name.tsx";
import { RecordList } from "../parts/record-list.tsx";
import { SecretDialog } from "../parts/secret-dialog.tsx";
import { SectionHead } from "../parts/section-head.tsx";
import { CreateToken } from "./create-token.tsx";
import { TokenBadge, tokenStateOf } from "./token-state.tsx";

const PATH = "/api/v1/tokens";

type Token = ItemOf<typeof PATH>;

/** Tokens, by which programs show who they are: one's own, and everybody's to an admin. */
export function TokensSection(): ReactElement {
  const seesAll = useMay("admin");
  const [isCreating, setCreating] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [revoking, setRevoking] = useState<Token | null>(null);
  const query = { limit: 200 };
  const pages = usePages<Token>(api.useInfiniteQuery("get", PATH, { params: { query } }, pageOptions));
  return (
    <>
      <SectionHead
        actions={
          <Button variant="primary" onPress={() => setCreating(true)}>
            Create a token
          </Button>
        }
      >
        Programs show a token with each request. A token never signs, and may never do more than whom it belongs to.
      </SectionHead>
      <RecordList
        label="Tokens"
        pages={pages}
        columns={columnsOf(seesAll, setRevoking)}
        rowId={({ id }) => id}
        minWidth={seesAll ? 56 : 48}
        empty={
          <EmptyState title="There are no tokens yet">
            <p>Create one for each program, with the scopes that it needs and no more.</p>
          </EmptyState>
        }
      />
      {isCreating ? <CreateToken onClose={() => setCreating(false)} onCreated={setSecret} /> : null}
      {secret === null ? null : (
        <SecretDialog
          title="The new token"
          secret={secret}
          hint="Give it to the program that it is for, as TOUCHSTONE_TOKEN or in the header Authorization: Bearer."
          onClose={() => setSecret(null)}
        />
      )}
      {revoking === null ? null : <RevokeToken token={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}

function columnsOf(seesAll: boolean, revoke: (token: Token) => void): readonly Column<Token>[] {
  const owner: Column<Token> = {
    id: "owner",
    title: "Belongs to",
    cell: ({ principalId }) => <PrincipalName id={principalId} />,
  };
  return [
    { id: "name", title: "Token", cell: ({ name }) => name },
    ...(seesAll ? [owner] : []),
    { id: "prefix", title: "Begins with", cell: ({ prefix }) => <code className="unbroken">{prefix}…</code> },
    { id: "scopes", title: "Scopes", cell: ({ scopes }) => scopes.join(", ") },
    {
      id: "used",
      title: "Last used (UTC)",
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? "never" : <Moment at={lastUsedAt} />),
    },
    { id: "expires", title: "Expires (UTC)", cell: ({ expiresAt }) => <Day at={expiresAt} /> },
    { id: "state", title: "State", cell: (token) => <TokenBadge token={token} /> },
    {
      id: "actions",
      title: "Actions",
      cell: (token) =>
        tokenStateOf(token) === "revoked" ? null : (
          <div className="row-actions">
            <Button variant="danger" aria-label={`Revoke ${token.name}`} onPress={() => revoke(token)}>
              Revoke
            </Button>
          </div>
        ),
    },
  ];
}

function RevokeToken({ token, onClose }: { readonly token: Token; readonly onClose: () => void }): ReactElement {
  const revoke = async () => {
    await client.DELETE(`${PATH}/{id}`, { params: { path: { id: token.id } } });
    await refresh(PATH);
  };
  return (
    <FormDialog title={`Revoke ${token.name}`} action="Revoke" isOpen onClose={onClose} onSubmit={revoke}>
      <p>
        Programs that show <code>{token.prefix}…</code> are refused at once and for good.
      </p>
    </FormDialog>
  );
}
