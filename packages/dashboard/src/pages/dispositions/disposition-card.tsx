import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useMay } from "../../api/session.ts";
import { ageText, Moment } from "../../ui/moment.tsx";
import { RecordCard } from "../../ui/record-card.tsx";
import { RunLink } from "../../ui/record-link.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import type { Decision, QueuedDisposition } from "./dispositions.ts";
import { dispositionsRoute } from "./route.ts";

/** Reasons that are shown without being asked for. */
const SHOWN_REASONS = 3;

/** A run: what policy proposes for its results and why, what holds now and who signed, and the way to sign. */
export function DispositionCard({ row }: { readonly row: QueuedDisposition }): ReactElement {
  const { run, decision, pending, proposalChangedSinceSigned } = row;
  const maySign = useMay("sign");
  const { assay, performedAt, status, disposition, proposedDisposition, proposalReasons } = run;
  const sign = (
    <Link
      className="button"
      to={dispositionsRoute.fullPath}
      search={(search) => ({ ...search, sign: run.id })}
      aria-label={`Sign the disposition of ${run.name}`}
    >
      {pending === null ? "Sign …" : "Sign as second …"}
    </Link>
  );
  return (
    <RecordCard
      title={<RunLink run={run} />}
      meta={
        <>
          <span>{assay === null ? "no assay" : `${assay.name} v${assay.version}`}</span>
          <span>
            performed <Moment at={performedAt} /> UTC, {ageText(performedAt)} ago
          </span>
          {status === "succeeded" ? null : <StateBadge state={status} />}
        </>
      }
      {...(maySign ? { actions: sign } : {})}
    >
      <dl className="standing">
        <div>
          <dt>Proposed</dt>
          <dd>{proposedDisposition === null ? "–" : <StateBadge state={proposedDisposition} />}</dd>
        </div>
        <div>
          <dt>Now</dt>
          <dd>
            <StateBadge state={disposition} />{" "}
            {decision === null ? <small>nobody has signed</small> : <Signed decision={decision} />}
          </dd>
        </div>
        {pending === null ? null : (
          <div>
            <dt>Waits for a second person</dt>
            <dd>
              <StateBadge state={pending.disposition} /> <Signed decision={pending} />
            </dd>
          </div>
        )}
      </dl>
      {proposalChangedSinceSigned ? (
        <p>
          <StateBadge state="in question" tone="warning" /> The proposal has changed since this was signed.
        </p>
      ) : null}
      <Reasons reasons={proposalReasons} />
    </RecordCard>
  );
}

function Reasons({ reasons }: { readonly reasons: readonly string[] }): ReactElement {
  if (reasons.length === 0) return <p className="muted">Nothing of the run was judged.</p>;
  const rest = reasons.slice(SHOWN_REASONS);
  return (
    <>
      <ReasonList reasons={reasons.slice(0, SHOWN_REASONS)} />
      {rest.length === 0 ? null : (
        <details>
          <summary>
            {rest.length} more {rest.length === 1 ? "reason" : "reasons"}
          </summary>
          <ReasonList reasons={rest} />
        </details>
      )}
    </>
  );
}

/** Sentences, one below the other. */
export function ReasonList({ reasons }: { readonly reasons: readonly string[] }): ReactElement {
  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

/** The names and days under a decision, and its reason. */
function Signed({ decision }: { readonly decision: Decision }): ReactElement {
  return (
    <small>
      {decision.signatures.map(({ printedName, signedAt }) => `${printedName}, ${signedAt.slice(0, 10)}`).join("; ")}
      {decision.reason === null ? "" : `: ${decision.reason}`}
    </small>
  );
}
