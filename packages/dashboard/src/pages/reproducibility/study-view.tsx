import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { serverUrl } from "../../api/server-url.ts";
import { Moment } from "../../ui/moment.tsx";
import { Facts, Panel } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { RunLink } from "../../ui/record-link.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { AgreementPanel } from "./agreement-panel.tsx";
import { DifferencesPanel } from "./differences-panel.tsx";
import { percentText, type StudyRecord } from "./study-data.ts";
import { VariantsPanel } from "./variants-panel.tsx";
import { VariationPanel } from "./variation-panel.tsx";

/** One study: its verdict, its charts, and the variants that differ most. */
export function StudyView({ id }: { readonly id: string }): ReactElement {
  const path = { path: { id } };
  const study = api.useQuery("get", "/api/v1/reproducibility/{id}", { params: path });
  const sample = api.useQuery("get", "/api/v1/reproducibility/{id}/sample", { params: path });
  return (
    <QueryView query={study}>
      {(record) => (
        <>
          <Summary study={record} />
          <AgreementPanel study={record} />
          <QueryView query={sample}>
            {(variants) => (
              <>
                <DifferencesPanel study={record} sample={variants} />
                <VariationPanel study={record} sample={variants} />
                <VariantsPanel study={record} sample={variants} />
              </>
            )}
          </QueryView>
        </>
      )}
    </QueryView>
  );
}

function Summary({ study }: { readonly study: StudyRecord }): ReactElement {
  const { verdict, runs, variants, medianCv, correctedMedianCv, floorMedianCv, performedAt, run, sample, assay } =
    study;
  return (
    <Panel
      title={study.name}
      actions={
        <a href={`${serverUrl}/api/v1/reproducibility/${study.id}/report`} target="_blank" rel="noreferrer">
          Report to print
        </a>
      }
    >
      {verdict === null ? null : (
        <p>
          <StateBadge state={verdict.state} /> {verdict.sentence}
        </p>
      )}
      <Facts
        facts={[
          ["Replicates", runs.map((one) => one.name).join(", ")],
          ["Variants", variants.toLocaleString("en")],
          ["Median CV between runs", percentText(medianCv)],
          ["corrected for so few runs", percentText(correctedMedianCv)],
          ["of counting reads alone", percentText(floorMedianCv)],
          ["Recorded with", <RunLink key="run" run={run} />],
          ["Sample", sample?.name ?? "–"],
          ["Assay", assay === null ? "–" : `${assay.name} v${assay.version}`],
          ["Finished (UTC)", <Moment key="at" at={performedAt} />],
        ]}
      />
      {study.supersededAt === null ? null : (
        <p className="muted">
          Another study took its place.{" "}
          <Link to="/reproducibility" search={{}}>
            Show the latest
          </Link>
        </p>
      )}
    </Panel>
  );
}
