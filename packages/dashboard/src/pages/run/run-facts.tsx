import type { ReactElement, ReactNode } from "react";
import { Moment } from "../../ui/moment.tsx";
import { Facts, Panel } from "../../ui/page.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { assayText, pipelineText, type Run } from "../runs/run-words.ts";

/** What the run is, where it comes from and when it took place. */
export function RunFacts({ run }: { readonly run: Run }): ReactElement {
  const { assay, pipelineVersion, instrument, samples, reagentLots } = run;
  const lots = reagentLots.map(({ reagent, lot }) => `${reagent} ${lot}`);
  return (
    <Panel title="Run">
      <Facts
        facts={[
          ["Status", <Status key="status" run={run} />],
          ["Performed (UTC)", <Moment key="performed" at={run.performedAt} />],
          ["Started (UTC)", <Moment key="started" at={run.startedAt} />],
          ["Finished (UTC)", <Moment key="finished" at={run.finishedAt} />],
          ["Assay", assayText(assay) ?? "– (not named)"],
          ["Pipeline version", pipelineText(pipelineVersion) ?? "– (not named)"],
          ["Commit", code(pipelineVersion?.revision ?? null, "not reported")],
          ["Instrument", instrument?.name ?? "– (not named)"],
          ["Samples", samples.length === 0 ? "– (none named)" : samples.join(", ")],
          ["Reagent lots", lots.length === 0 ? "– (none named)" : lots.join(", ")],
          ["Inputs (SHA-256)", code(run.inputsSha256, "not given")],
          ["Nextflow", code(run.nextflowId, "none recorded")],
          ["Id", code(run.id, "")],
        ]}
      />
    </Panel>
  );
}

function Status({ run: { status, failure, isImported } }: { readonly run: Run }): ReactNode {
  return (
    <>
      <StateBadge state={status} />
      {failure === null ? null : <p>{failure}</p>}
      {isImported ? <p className="muted">Imported, of the time before Touchstone: never judged.</p> : null}
    </>
  );
}

function code(text: string | null, whyNone: string): ReactNode {
  return text === null ? `– (${whyNone})` : <code>{text}</code>;
}
