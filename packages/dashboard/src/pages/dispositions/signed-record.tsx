import type { ReactElement } from "react";
import { Facts } from "../../ui/page.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { ReasonList } from "./disposition-card.tsx";
import type { DispositionSummary } from "./dispositions.ts";

/** What a signature stands for: the run, the proposal with its reasons, what holds now, and the version of the record. */
export function SignedRecord(props: { readonly summary: DispositionSummary; readonly sha256: string }): ReactElement {
  const { summary, sha256 } = props;
  const { run, proposal, disposition, decision } = summary;
  return (
    <>
      <Facts
        facts={[
          ["Run", <RunStatus key="run" run={run} />],
          [
            "Policy proposes",
            proposal.disposition === null ? (
              "nothing: nothing was judged"
            ) : (
              <StateBadge key="proposed" state={proposal.disposition} />
            ),
          ],
          [
            "Now",
            <>
              <StateBadge state={disposition} />{" "}
              {decision === null ? "nobody has signed" : decision.signatures.map((one) => one.printedName).join(", ")}
            </>,
          ],
          ["Version of the record", <code key="version">SHA-256 {sha256}</code>],
        ]}
      />
      {proposal.reasons.length === 0 ? null : (
        <div>
          <h3>Why</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
          <section className="reasons-window" tabIndex={0} aria-label="Why">
            <ReasonList reasons={proposal.reasons} />
          </section>
        </div>
      )}
    </>
  );
}

function RunStatus({ run }: { readonly run: DispositionSummary["run"] }): ReactElement {
  return (
    <>
      {run.name} <StateBadge state={run.status} />
    </>
  );
}
