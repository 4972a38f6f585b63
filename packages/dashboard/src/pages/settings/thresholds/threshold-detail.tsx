import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api, client } from "../../../api/api.ts";
import { refresh } from "../../../api/refresh.ts";
import { Facts, Panel } from "../../../ui/page.tsx";
import { QueryView } from "../../../ui/query-view.tsx";
import { ApprovalFacts } from "../definitions/approval-facts.tsx";
import { DefinitionActions } from "../definitions/definition-actions.tsx";
import { DefinitionBadge } from "../definitions/definition-badge.tsx";
import { BackToList } from "../parts/record-address.tsx";
import { placeOf } from "./threshold-words.ts";

const STAGES = {
  routine: "routine: each run is judged by its estimate",
  release: "release: a pipeline version is judged once, by its interval",
} as const;

/** One threshold with the signature under it. */
export function ThresholdDetail({ id }: { readonly id: string }): ReactElement {
  const path = { params: { path: { id } } };
  const query = useQuery(api.queryOptions("get", "/api/v1/thresholds/{id}", path));
  return (
    <>
      <BackToList>All thresholds</BackToList>
      <QueryView query={query}>
        {(threshold) => {
          const { assay, version, status, stratum, observations, trendHorizonDays } = threshold;
          const place = placeOf(threshold);
          return (
            <Panel title={`${place}, version ${version}`} actions={<DefinitionBadge status={status} />}>
              <Facts
                facts={[
                  ["Assay", `${assay.name} v${assay.version}`],
                  ["At least", threshold.minimum],
                  ["Judged from", observations === null ? "– no number is on record" : `${observations} records on`],
                  ["Stratum", stratum === "*" ? "all that was compared" : stratum],
                  ["Stage", STAGES[threshold.stage]],
                  [
                    "A decline counts",
                    trendHorizonDays === null ? "– no trend is watched" : `${trendHorizonDays} days ahead`,
                  ],
                  ["Citation", threshold.citation ?? "–"],
                ]}
              />
              <ApprovalFacts definition={threshold} />
              <DefinitionActions
                definition={threshold}
                what={`version ${version} of the threshold for ${place} of ${assay.name}`}
                consequence={`At least ${threshold.minimum} is asked of what is taken in from now on, in place of the threshold that holds now.`}
                onApprove={async (body) => {
                  await client.POST("/api/v1/thresholds/{id}/approve", { ...path, body });
                  await refresh("/api/v1/thresholds");
                }}
                onRetire={async (reason) => {
                  await client.POST("/api/v1/thresholds/{id}/retire", { ...path, body: { reason } });
                  await refresh("/api/v1/thresholds");
                }}
              />
            </Panel>
          );
        }}
      </QueryView>
    </>
  );
}
