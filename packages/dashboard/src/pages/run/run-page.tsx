import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { Page } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import type { Run } from "../runs/run-words.ts";
import { runRoute } from "./route.ts";
import { RunFacts } from "./run-facts.tsx";

/** All that is known of one run. */
export function RunPage(): ReactElement {
  const { run: idOrName } = runRoute.useParams();
  const run = api.useQuery("get", "/api/v1/runs/{run}", { params: { path: { run: idOrName } } });
  return (
    <Page title={run.data?.name ?? "Run"}>
      <QueryView<Run> query={run}>{(found) => <RunFacts run={found} />}</QueryView>
    </Page>
  );
}
