import { formatNumber } from "@touchstone/charts";
import { type ReactElement, useState } from "react";
import { api, client } from "../../api/api.ts";
import { queryClient } from "../../api/query-client.ts";
import { useCaller, useMay } from "../../api/session.ts";
import { Button } from "../../ui/button.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Day } from "../../ui/moment.tsx";
import { Facts, Panel } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { type Signature, SignatureDialog } from "../../ui/signature-dialog.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { type Baseline, type Chart, type SeriesLimits, type SeriesQuery, versionText } from "./control-data.ts";
import { ProposeBaseline } from "./propose-baseline.tsx";

type Limits = Chart["limits"][number];

const COLUMNS: readonly Column<Limits>[] = [
  { id: "baseline", title: "Baseline", cell: ({ baseline }) => versionText(baseline) },
  { id: "status", title: "Status", width: 8, cell: ({ status }) => <StateBadge state={status} /> },
  { id: "lot", title: "Lot", width: 7, cell: ({ materialLot }) => materialLot ?? "–" },
  { id: "from", title: "Judges from", width: 8, cell: ({ from }) => <Day at={from} /> },
  { id: "to", title: "until", width: 8, cell: ({ to }) => (to === null ? "now" : <Day at={to} />) },
  { id: "n", title: "Points", width: 5, isNumber: true, cell: ({ n }) => n },
  { id: "mean", title: "Mean", width: 7, isNumber: true, cell: ({ mean }) => numberText(mean) },
  { id: "sd", title: "SD", width: 7, isNumber: true, cell: ({ sd }) => numberText(sd) },
  { id: "scale", title: "Scale", width: 6, cell: ({ scale }) => scale },
  { id: "lacks", title: "Lacks", cell: ({ provisional, reason }) => reason ?? (provisional.join(", ") || "–") },
];

/** What the limits come from: baselines in force, and those that await approval. */
export function BaselinesPanel(props: { readonly chart: Chart; readonly series: SeriesQuery }): ReactElement {
  const { chart, series } = props;
  const [isProposing, setProposing] = useState(false);
  const mayPropose = useMay("ingest");
  return (
    <Panel
      title="Baselines"
      actions={mayPropose ? <Button onPress={() => setProposing(true)}>Propose a baseline</Button> : undefined}
    >
      {chart.limits.length === 0 ? (
        <EmptyState title="No approved baseline judges this series">
          <p>Propose one of measurements of a quiet time, 20 on 20 days or more; another person approves it.</p>
        </EmptyState>
      ) : (
        <DataTable
          label="Baselines that judge"
          columns={COLUMNS}
          rows={chart.limits}
          rowId={({ baseline, from }) => `${baseline.id} ${from}`}
          minWidth={62}
        />
      )}
      {chart.drafts.map(({ id }) => (
        <Draft key={id} id={id} chart={chart} />
      ))}
      {isProposing ? <ProposeBaseline chart={chart} series={series} onClose={() => setProposing(false)} /> : null}
    </Panel>
  );
}

/** A baseline that judges nothing yet, with what to look at before signing it. */
function Draft({ id, chart }: { readonly id: string; readonly chart: Chart }): ReactElement {
  const answer = api.useQuery("get", "/api/v1/baselines/{id}", { params: { path: { id } } });
  return <QueryView query={answer}>{(baseline) => <DraftFacts baseline={baseline} chart={chart} />}</QueryView>;
}

function DraftFacts({ baseline, chart }: { readonly baseline: Baseline; readonly chart: Chart }): ReactElement {
  const [isSigning, setSigning] = useState(false);
  const { principalId } = useCaller();
  const maySign = useMay("sign");
  const isOwn = baseline.proposedBy === principalId;
  const hasSigned = baseline.approvals.some((approval) => approval.principalId === principalId);
  const series = baseline.limits.filter((one) => {
    return one.material === chart.material && one.analyte === chart.analyte && one.level === chart.level;
  });
  const approve = async (signature: Signature) => {
    await client.POST("/api/v1/baselines/{id}/approve", { params: { path: { id: baseline.id } }, body: signature });
    await queryClient.invalidateQueries();
  };
  return (
    <section className="draft" aria-label={`Draft ${versionText(baseline)}`}>
      <header className="panel-header">
        <h3>
          {versionText(baseline)} <StateBadge state="draft" />
        </h3>
        {maySign && !isOwn && !hasSigned ? (
          <Button variant="primary" onPress={() => setSigning(true)}>
            Approve
          </Button>
        ) : null}
      </header>
      {series.map((one) => (
        <Facts key={one.materialLot ?? ""} facts={factsOf(one)} />
      ))}
      <Facts
        facts={[
          ["Judges from", <Day key="from" at={baseline.effectiveFrom} />],
          ["Series in all", baseline.series],
          ["Signatures", `${baseline.approvals.length} of ${baseline.neededApprovals}`],
        ]}
      />
      <p className="muted">{waitingText({ isOwn, hasSigned, maySign })}</p>
      <SignatureDialog
        title={`Approve ${versionText(baseline)}`}
        action="Sign and approve"
        meaning="reviewed and approved"
        isOpen={isSigning}
        onClose={() => setSigning(false)}
        onSign={approve}
      >
        <p>
          It judges what is measured from then on. Verdicts that were made before stay. Its {baseline.series}{" "}
          {baseline.series === 1 ? "series is" : "series are"} signed together, with what is excluded.
        </p>
      </SignatureDialog>
    </section>
  );
}

function waitingText(who: { readonly isOwn: boolean; readonly hasSigned: boolean; readonly maySign: boolean }): string {
  if (who.isOwn) return "You proposed it: somebody else has to approve it.";
  if (who.hasSigned) return "You signed it: another person has to sign as well.";
  return who.maySign ? "Look at the numbers before you sign." : "A reviewer or director has to approve it.";
}

function factsOf(series: SeriesLimits): [string, string][] {
  const { materialLot, n, runs, days, mean, meanInterval, sd, sdInterval, scale, excluded, provisional, reason } =
    series;
  return [
    ["Lot", materialLot ?? "–"],
    ["Points", `${n} of ${runs} runs on ${days} days`],
    ["Mean (95% interval)", `${numberText(mean)} ${intervalText(meanInterval)}`],
    ["SD (95% interval)", `${numberText(sd)} ${intervalText(sdInterval)}`],
    ["Scale", scale],
    ["Lacks", reason ?? (provisional.join(", ") || "–")],
    ["Excluded", excluded.map(({ run, reason: why, by }) => `${run}: ${why} (${by})`).join("; ") || "none"],
  ];
}

function numberText(value: number | null): string {
  return value === null ? "–" : formatNumber(value);
}

function intervalText(interval: readonly number[] | null): string {
  if (interval === null) return "";
  return `(${interval.map((bound) => formatNumber(bound)).join(" to ")})`;
}
