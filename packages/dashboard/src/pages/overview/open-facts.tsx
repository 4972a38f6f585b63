import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { ageText } from "../../ui/moment.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { counted, type OpenParts } from "./overview.ts";

/** Alerts that are not resolved, the oldest, whose they are, and open non-conformances. */
export function AlertsFact(props: {
  readonly parts: Pick<OpenParts, "alerts" | "nonConformances">;
  /** Name; undefined: of no assay in force. */
  readonly assay?: string;
  readonly now: number;
}): ReactElement {
  const { assay, now, parts } = props;
  const { alerts, nonConformances } = parts;
  const { count, acknowledged, oldestOpenedAt, levels, owners } = alerts;
  const escalated = levels.filter(({ level }) => level > 0).reduce((sum, one) => sum + one.count, 0);
  return (
    <>
      {count === 0 ? (
        "none"
      ) : (
        <>
          <Link to="/alerts" search={assay === undefined ? {} : { assay }}>
            {counted(count, "alert")}
          </Link>{" "}
          <small>
            {acknowledged} acknowledged
            {oldestOpenedAt === null ? "" : ` · oldest ${ageText(oldestOpenedAt, now)}`} ·{" "}
            {owners.map(({ person, count: of }) => `${person?.printedName ?? "no owner"} ${of}`).join(", ")}
          </small>
          {escalated === 0 ? null : <StateBadge state={`${escalated} escalated`} tone="out-of-control" />}
        </>
      )}
      {nonConformances.open === 0 ? null : (
        <small>
          {counted(nonConformances.open, "open non-conformance")}
          {nonConformances.oldestOpenedAt === null ? "" : ` · oldest ${ageText(nonConformances.oldestOpenedAt, now)}`}
        </small>
      )}
    </>
  );
}

/** Runs and definitions that wait for somebody's name. */
export function AwaitingFact(props: {
  readonly parts: Pick<OpenParts, "awaiting">;
  readonly assay?: string;
}): ReactElement {
  const { assay, parts } = props;
  const { proposals, secondSignatures, questionedReleases, notJudged, ...definitions } = parts.awaiting;
  const ofAssay = assay === undefined ? {} : { assay };
  const runs = [
    [proposals.released, "to release", { proposed: "released" as const }],
    [proposals.held, "to hold", { proposed: "held" as const }],
    [proposals.repeat, "to repeat", { proposed: "repeat" as const }],
    [proposals.rejected, "to reject", { proposed: "rejected" as const }],
    [secondSignatures, "for a second signature", { queue: "second signature" as const }],
    [questionedReleases, "released, in question", { queue: "questioned" as const }],
    [notJudged, "finished, not judged", { queue: "not judged" as const }],
  ] as const;
  const drafts = [
    [definitions.assays, "assay draft", "assays"],
    [definitions.thresholds, "threshold draft", "thresholds"],
    [definitions.ruleSets, "rule set draft", "rule-sets"],
  ] as const;
  const waiting = runs.filter(([count]) => count > 0);
  const unsigned = drafts.filter(([count]) => count > 0);
  if (waiting.length + unsigned.length + definitions.baselines === 0) return <>nothing</>;
  return (
    <ul className="counts">
      {waiting.map(([count, what, search]) => (
        <li key={what}>
          <Link to="/dispositions" search={{ ...ofAssay, ...search }}>
            {counted(count, "run")} {what}
          </Link>
        </li>
      ))}
      {definitions.baselines === 0 ? null : (
        <li>
          <Link to="/control-charts" search={{}}>
            {counted(definitions.baselines, "baseline draft")}
          </Link>
        </li>
      )}
      {unsigned.map(([count, what, section]) => (
        <li key={what}>
          <Link to="/settings/$section" params={{ section }} search={{ status: "draft" }}>
            {counted(count, what)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Lots that expire soon or did of late. */
export function LotsFact({ lots }: { readonly lots: OpenParts["lots"] }): ReactElement {
  if (lots.length === 0) return <>none soon</>;
  return (
    <ul className="counts">
      {lots.map(({ use, name, lot, expiresOn, daysLeft }) => (
        <li key={`${use} ${name} ${lot}`}>
          {name}
          {lot === null ? "" : ` ${lot}`}{" "}
          {daysLeft < 0 ? (
            <StateBadge state={`expired ${expiresOn}`} tone="out-of-control" />
          ) : (
            <small title={expiresOn}>{daysLeft === 0 ? "today" : `in ${daysLeft} d`}</small>
          )}
        </li>
      ))}
    </ul>
  );
}
