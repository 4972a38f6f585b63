import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api, client } from "../../../api/api.ts";
import { refresh } from "../../../api/refresh.ts";
import { QueryView } from "../../../ui/query-view.tsx";
import { ProposeDefinition } from "../definitions/propose-definition.tsx";
import { BackToList, useShowRecord } from "../parts/record-address.tsx";
import { settingsRoute } from "../route.ts";

/** A rule set to start from: Westgard's multirule procedure, with every default left out. */
const START = `schema: touchstone/rule-set/1
name: our-rules
version: 1
rules: [1-2s, 1-3s, 2-2s, R-4s, 4-1s, 10-x]
policies:
  rejectedRuns: counted
`;

/** Proposes a rule set, or the next version of the one that the address names. */
export function ProposeRuleSet(): ReactElement {
  const { from } = settingsRoute.useSearch();
  return (
    <>
      <BackToList>All rule sets</BackToList>
      {from === undefined ? <RuleSetForm initialText={START} /> : <NextVersion of={from} />}
    </>
  );
}

function NextVersion({ of }: { readonly of: string }): ReactElement {
  const query = useQuery(api.queryOptions("get", "/api/v1/rule-sets/{id}", { params: { path: { id: of } } }));
  return (
    <QueryView query={query}>
      {({ document }) => <RuleSetForm initialText={JSON.stringify(document, null, 2)} />}
    </QueryView>
  );
}

function RuleSetForm({ initialText }: { readonly initialText: string }): ReactElement {
  const show = useShowRecord();
  const propose = async (definition: string) => {
    const { data } = await client.POST("/api/v1/rule-sets", { body: { definition } });
    await refresh("/api/v1/rule-sets");
    if (data !== undefined) show(data.id);
  };
  return (
    <ProposeDefinition
      title="Propose a rule set"
      hint="or change what is here; another content is another version."
      initialText={initialText}
      onPropose={propose}
      onCancel={() => show(null)}
    />
  );
}
