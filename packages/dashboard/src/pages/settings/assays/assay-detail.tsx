import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { AnswerOf } from "../../../api/answers.ts";
import { api, client } from "../../../api/api.ts";
import { refresh } from "../../../api/refresh.ts";
import { useMay } from "../../../api/session.ts";
import { Button } from "../../../ui/button.tsx";
import { Panel } from "../../../ui/page.tsx";
import { QueryView } from "../../../ui/query-view.tsx";
import { ApprovalFacts } from "../definitions/approval-facts.tsx";
import { DefinitionActions } from "../definitions/definition-actions.tsx";
import { DefinitionBadge } from "../definitions/definition-badge.tsx";
import { BackToList, NEW, useShowRecord } from "../parts/record-address.tsx";
import { AssayContent } from "./assay-content.tsx";
import type { AssayDocument } from "./assay-document.ts";
import { AssayObstacles } from "./assay-obstacles.tsx";

type Assay = AnswerOf<"/api/v1/assays/{id}">;

/** One version of an assay with all that it holds. */
export function AssayDetail({ id }: { readonly id: string }): ReactElement {
  const query = useQuery(api.queryOptions("get", "/api/v1/assays/{id}", { params: { path: { id } } }));
  return (
    <>
      <BackToList>All assays</BackToList>
      <QueryView query={query}>
        {(assay) => (
          <>
            <Head assay={assay} />
            {assay.obstacles.length === 0 ? null : <AssayObstacles obstacles={assay.obstacles} />}
            <AssayContent document={assay.document as AssayDocument} />
            <Panel title="As it was written">
              <details>
                <summary>
                  Definition, SHA-256 <code>{assay.contentSha256}</code>
                </summary>
                <pre className="definition-source">{assay.source ?? JSON.stringify(assay.document, null, 2)}</pre>
              </details>
            </Panel>
          </>
        )}
      </QueryView>
    </>
  );
}

function Head({ assay }: { readonly assay: Assay }): ReactElement {
  const { id, name, version, status, description, obstacles } = assay;
  const mayPropose = useMay("ingest");
  const show = useShowRecord();
  const path = { params: { path: { id } } };
  return (
    <Panel title={`${name}, version ${version}`} actions={<DefinitionBadge status={status} />}>
      {description === null ? null : <p>{description}</p>}
      <ApprovalFacts definition={assay} />
      <DefinitionActions
        definition={assay}
        what={`version ${version} of ${name}`}
        consequence="It comes into force with its thresholds, and the version before is retired. What was judged stays."
        isObstructed={obstacles.length > 0}
        otherActions={mayPropose ? <Button onPress={() => show(NEW, id)}>Propose the next version</Button> : null}
        onApprove={async (body) => {
          await client.POST("/api/v1/assays/{id}/approve", { ...path, body });
          await Promise.all([refresh("/api/v1/assays"), refresh("/api/v1/thresholds")]);
        }}
        onRetire={async (reason) => {
          await client.POST("/api/v1/assays/{id}/retire", { ...path, body: { reason } });
          await refresh("/api/v1/assays");
        }}
      />
    </Panel>
  );
}
