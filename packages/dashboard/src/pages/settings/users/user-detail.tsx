import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { useMay } from "../../../api/session.ts";
import { Moment } from "../../../ui/moment.tsx";
import { Facts, Panel } from "../../../ui/page.tsx";
import { QueryView } from "../../../ui/query-view.tsx";
import { EnabledBadge } from "../parts/enabled-badge.tsx";
import { BackToList } from "../parts/record-address.tsx";
import { SIGN_IN_WORDS } from "./principal.ts";
import { UserActions } from "./user-actions.tsx";

/** One person or program, and what an admin may change of them. */
export function UserDetail({ id }: { readonly id: string }): ReactElement {
  const may = useMay("admin");
  const query = useQuery(api.queryOptions("get", "/api/v1/principals/{id}", { params: { path: { id } } }));
  return (
    <>
      <BackToList>All users</BackToList>
      <QueryView query={query}>
        {(principal) => (
          <Panel title={principal.printedName} actions={<EnabledBadge disabledAt={principal.disabledAt} />}>
            <Facts
              facts={[
                ["Name", principal.name],
                ["Kind", principal.kind === "person" ? "person" : "program"],
                ["Roles", principal.roles.length === 0 ? "–" : principal.roles.join(", ")],
                ["E-mail", principal.email ?? "–"],
                ["Signs in with", SIGN_IN_WORDS[principal.signsInWith]],
                ["Added (UTC)", <Moment key="added" at={principal.createdAt} />],
                ["Disabled (UTC)", <Moment key="disabled" at={principal.disabledAt} />],
              ]}
            />
            {may ? <UserActions principal={principal} /> : null}
          </Panel>
        )}
      </QueryView>
    </>
  );
}
