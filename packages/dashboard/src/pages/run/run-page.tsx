import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { serverUrl } from "../../api/server-url.ts";
import { useMay } from "../../api/session.ts";
import { Page } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import type { Run } from "../runs/run-words.ts";
import { ArtifactPanel } from "./artifact-panel.tsx";
import { ComparisonPanel } from "./comparison-panel.tsx";
import { DispositionPanel } from "./disposition-panel.tsx";
import { ImagePanel } from "./image-panel.tsx";
import { NonConformancePanel } from "./non-conformance-panel.tsx";
import { ParameterPanel } from "./parameter-panel.tsx";
import { ProcessPanel } from "./process-panel.tsx";
import { ProgramPanel, SubstitutionNotice } from "./program-panel.tsx";
import { runRoute } from "./route.ts";
import { RunFacts } from "./run-facts.tsx";
import { TaskPanel } from "./task-panel.tsx";
import { TimelinePanel } from "./timeline-panel.tsx";
import { VerdictPanel } from "./verdict-panel.tsx";
import "./run-page.css";

/** All that is known of one run: may its results leave the house, why, and what that rests on. */
export function RunPage(): ReactElement {
  const { run: idOrName } = runRoute.useParams();
  const run = api.useQuery("get", "/api/v1/runs/{run}", { params: { path: { run: idOrName } } });
  return (
    <Page title={run.data?.name ?? "Run"} actions={run.data === undefined ? null : <Documents run={run.data} />}>
      <QueryView<Run> query={run}>{(found) => <RunPanels run={found} />}</QueryView>
    </Page>
  );
}

function RunPanels({ run }: { readonly run: Run }): ReactElement {
  const { id, status, parameters } = run;
  return (
    <>
      <SubstitutionNotice run={run} />
      <div className="run-head">
        <DispositionPanel runId={id} />
        <RunFacts run={run} />
      </div>
      <VerdictPanel runId={id} />
      <ComparisonPanel runId={id} />
      <NonConformancePanel runId={id} />
      <TaskPanel runId={id} isRunning={status === "running"} />
      <ProcessPanel runId={id} />
      <ProgramPanel run={run} />
      <ImagePanel runId={id} />
      <ParameterPanel parameters={parameters} />
      <ArtifactPanel runId={id} />
      <TimelinePanel runId={id} />
    </>
  );
}

/** The run, and the validation of its pipeline version for its assay, as files for others. */
function Documents({ run }: { readonly run: Run }): ReactElement {
  const mayAudit = useMay("audit");
  const { id, assay, pipelineVersion } = run;
  const address = `${serverUrl}/api/v1/runs/${id}`;
  return (
    <>
      <a className="button" href={`${address}/report`} target="_blank" rel="noreferrer">
        Report
      </a>
      {assay === null || pipelineVersion === null ? null : (
        <a
          className="button"
          href={`${serverUrl}/api/v1/reports/validation?${new URLSearchParams({ assay: assay.name, pipelineVersionId: pipelineVersion.id })}`}
          target="_blank"
          rel="noreferrer"
        >
          Validation of {pipelineVersion.pipeline} {pipelineVersion.version}
        </a>
      )}
      {mayAudit ? (
        <a className="button" href={`${address}/evidence`} download>
          Evidence bundle
        </a>
      ) : null}
    </>
  );
}
