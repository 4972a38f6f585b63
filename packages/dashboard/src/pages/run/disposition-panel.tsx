import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { useMay } from "../../api/session.ts";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import type { Disposition } from "./run-records.ts";

/** Whether the run's results may leave the house, why, and who signed it. */
export function DispositionPanel({ runId }: { readonly runId: string }): ReactElement {
  const maySign = useMay("sign");
  const disposition = api.useQuery("get", "/api/v1/runs/{run}/disposition", { params: { path: { run: runId } } });
  const sign = (
    <Link className="button" to="/dispositions" search={{ sign: runId }}>
      Sign
    </Link>
  );
  return (
    <Panel title="Disposition" actions={maySign ? sign : null}>
      <QueryView<Disposition> query={disposition}>{(found) => <Outcome found={found} />}</QueryView>
    </Panel>
  );
}

function Outcome({ found }: { readonly found: Disposition }): ReactElement {
  const { disposition, isReleased, reasons, proposal, proposalChangedSinceSigned, decision, pending } = found;
  const proposed = proposal.disposition;
  return (
    <>
      <p>
        <StateBadge state={disposition} /> {isReleased ? "The results may leave the house." : "The results stay here."}
      </p>
      <ul className="reasons">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {proposalChangedSinceSigned ? (
        <div className="notice" data-kind="warning">
          <p>▲ Policy now proposes something else than when this was signed: look at it again.</p>
        </div>
      ) : null}
      {proposed === null ? (
        <p className="muted">Nothing is proposed: nothing was judged yet.</p>
      ) : (
        <p>
          Proposed by policy: <StateBadge state={proposed} />
          {decision === null || proposal.reasons.every((reason) => reasons.includes(reason))
            ? null
            : ` ${proposal.reasons.join(" ")}`}
        </p>
      )}
      {decision === null ? null : <Decision decision={decision} title="Signed" />}
      {pending === null ? null : <Decision decision={pending} title="Waits for a second signature" />}
    </>
  );
}

function Decision({
  decision: { disposition, isOverride, recordSha256, signatures },
  title,
}: {
  readonly decision: NonNullable<Disposition["decision"]>;
  readonly title: string;
}): ReactElement {
  return (
    <div>
      <h3>
        {title}: {disposition}
        {isOverride ? ", against what was proposed" : ""}
      </h3>
      <ul>
        {signatures.map(({ principalId, printedName, meaning, signedAt }) => (
          <li key={principalId}>
            <strong>{printedName}</strong>, <Moment at={signedAt} /> UTC: {meaning}
          </li>
        ))}
      </ul>
      <p className="muted">
        Record <code>{recordSha256}</code>
      </p>
    </div>
  );
}
