import type { ReactElement } from "react";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { Facts, Panel } from "../../../ui/page.tsx";
import { CitedNumber } from "../definitions/citation.tsx";
import { PoliciesPanel, RulesTable } from "../rule-sets/rules-table.tsx";
import { placeOf } from "../thresholds/threshold-words.ts";
import type { AssayDocument } from "./assay-document.ts";

type Material = AssayDocument["materials"][number];
type Threshold = AssayDocument["thresholds"][number];
type Analyte = AssayDocument["analytes"][number];

const THRESHOLDS: readonly Column<Threshold>[] = [
  { id: "score", title: "Score", cell: ({ score, variantType }) => placeOf({ score, variantType, stratum: "*" }) },
  { id: "minimum", title: "At least", cell: ({ minimum }) => <CitedNumber number={minimum} missing="" /> },
  {
    id: "observations",
    title: "Judged from",
    cell: ({ observations }) => <CitedNumber number={observations} unit="records" missing="No number is given" />,
  },
  {
    id: "trend",
    title: "A decline counts",
    cell: ({ trendHorizonDays }) => (
      <CitedNumber number={trendHorizonDays} unit="days ahead" missing="No trend is watched" />
    ),
  },
];

const ANALYTES: readonly Column<Analyte>[] = [
  { id: "analyte", title: "Analyte", cell: ({ analyte }) => analyte },
  { id: "kind", title: "Kind", cell: ({ kind }) => kind },
  { id: "scale", title: "Scale", cell: ({ scale }) => scale ?? "raw" },
  { id: "materials", title: "Controls", cell: ({ materials }) => materials.join(", ") },
  {
    id: "depth",
    title: "Depth at least",
    cell: ({ depth }) => <CitedNumber number={depth} unit="reads" missing="No depth is asked for" />,
  },
  {
    id: "interval",
    title: "Measured every",
    cell: ({ controlIntervalDays }) => (
      <CitedNumber number={controlIntervalDays} unit="days" missing="No interval is watched" />
    ),
  },
];

const MATERIALS: readonly Column<Material>[] = [
  { id: "name", title: "Material", cell: ({ name }) => name },
  { id: "lot", title: "Lot", cell: ({ lot }) => lot ?? "any" },
  { id: "use", title: "Used as", cell: ({ use }) => use },
  { id: "description", title: "Description", cell: ({ description }) => description ?? "–" },
];

/** What an assay watches and by which limits, each number with its source. */
export function AssayContent({ document }: { readonly document: AssayDocument }): ReactElement {
  const { materials, thresholds, analytes, baseline, ruleSet, reproducibility } = document;
  return (
    <>
      <Panel title="Thresholds of scores">
        {thresholds.length === 0 ? (
          <p>No score is judged.</p>
        ) : (
          <DataTable
            label="Least scores"
            columns={THRESHOLDS}
            rows={thresholds}
            rowId={({ score, variantType }) => `${score} ${variantType}`}
            minWidth={44}
          />
        )}
      </Panel>
      <Panel title="Analytes">
        {analytes.length === 0 ? (
          <p>No measurement is watched.</p>
        ) : (
          <DataTable
            label="Analytes with their limits"
            columns={ANALYTES}
            rows={analytes}
            rowId={({ analyte }) => analyte}
            minWidth={46}
          />
        )}
      </Panel>
      <Panel title={`Rules: ${ruleSet.name}, version ${ruleSet.version}`}>
        <RulesTable rules={ruleSet.rules} />
        <p>
          <small>{ruleSet.citation ?? "Without a citation"}</small>
        </p>
      </Panel>
      <PoliciesPanel policies={ruleSet.policies} />
      <Panel title="Baseline and replicates">
        <Facts
          facts={[
            ["Baseline", <CitedNumber key="points" number={baseline.points} unit="points at least" missing="" />],
            ["Replicates", <CitedNumber key="replicates" number={reproducibility.replicates} missing="" />],
            ["Median CV at most", <CitedNumber key="cv" number={reproducibility.cvLimit} missing="" />],
          ]}
        />
      </Panel>
      <Panel title="Materials">
        <DataTable
          label="Materials of the assay"
          columns={MATERIALS}
          rows={materials}
          rowId={({ name }) => name}
          minWidth={40}
        />
      </Panel>
    </>
  );
}
