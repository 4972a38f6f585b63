import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
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
import type { RuleSetDocument } from "./rule-set-document.ts";
import { PoliciesPanel, RulesTable } from "./rules-table.tsx";

/** One version of a rule set with its rules and policies. */
export function RuleSetDetail({ id }: { readonly id: string }): ReactElement {
  const mayPropose = useMay("ingest");
  const show = useShowRecord();
  const path = { params: { path: { id } } };
  const query = useQuery(api.queryOptions("get", "/api/v1/rule-sets/{id}", path));
  return (
    <>
      <BackToList>All rule sets</BackToList>
      <QueryView query={query}>
        {(ruleSet) => {
          const { name, version, status, isInForce } = ruleSet;
          const { rules, policies } = ruleSet.document as RuleSetDocument;
          return (
            <>
              <Panel title={`${name}, version ${version}`} actions={<DefinitionBadge status={status} />}>
                <p>
                  {isInForce
                    ? "✓ It judges runs now: those of assays that have no approved rule set of their own."
                    : "It judges no runs now."}
                </p>
                <ApprovalFacts definition={ruleSet} />
                <DefinitionActions
                  definition={ruleSet}
                  what={`version ${version} of ${name}`}
                  consequence="It judges what is measured from now on, in place of the rule set that holds now. Verdicts stay."
                  otherActions={
                    mayPropose ? <Button onPress={() => show(NEW, id)}>Propose the next version</Button> : null
                  }
                  onApprove={async (body) => {
                    await client.POST("/api/v1/rule-sets/{id}/approve", { ...path, body });
                    await refresh("/api/v1/rule-sets");
                  }}
                  onRetire={async (reason) => {
                    await client.POST("/api/v1/rule-sets/{id}/retire", { ...path, body: { reason } });
                    await refresh("/api/v1/rule-sets");
                  }}
                />
              </Panel>
              <Panel title="Rules">
                <RulesTable rules={rules} />
              </Panel>
              <PoliciesPanel policies={policies} />
            </>
          );
        }}
      </QueryView>
    </>
  );
}
