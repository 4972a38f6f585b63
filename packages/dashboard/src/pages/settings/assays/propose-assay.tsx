import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api, client } from "../../../api/api.ts";
import { refresh } from "../../../api/refresh.ts";
import { QueryView } from "../../../ui/query-view.tsx";
import { ProposeDefinition } from "../definitions/propose-definition.tsx";
import { BackToList, useShowRecord } from "../parts/record-address.tsx";
import { settingsRoute } from "../route.ts";

/** Proposes an assay, or the next version of the one that the address names. */
export function ProposeAssay(): ReactElement {
  const { from } = settingsRoute.useSearch();
  return (
    <>
      <BackToList>All assays</BackToList>
      {from === undefined ? <AssayForm initialText="" /> : <NextVersion of={from} />}
    </>
  );
}

function NextVersion({ of }: { readonly of: string }): ReactElement {
  const query = useQuery(api.queryOptions("get", "/api/v1/assays/{id}", { params: { path: { id: of } } }));
  return (
    <QueryView query={query}>
      {({ source, document }) => <AssayForm initialText={source ?? JSON.stringify(document, null, 2)} />}
    </QueryView>
  );
}

function AssayForm({ initialText }: { readonly initialText: string }): ReactElement {
  const show = useShowRecord();
  const propose = async (definition: string) => {
    const { data } = await client.POST("/api/v1/assays", { body: { definition } });
    await refresh("/api/v1/assays");
    if (data !== undefined) show(data.id);
  };
  return (
    <ProposeDefinition
      title={initialText === "" ? "Propose an assay" : "Propose the next version"}
      hint={
        initialText === "" ? (
          <>
            or write it here; <code>touchstone assay example</code> prints one to start from.
          </>
        ) : (
          "or change what is here, and raise the version by one."
        )
      }
      initialText={initialText}
      onPropose={propose}
      onCancel={() => show(null)}
    />
  );
}
