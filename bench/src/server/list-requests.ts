import { chartedControl, recordId } from "./fill-records.ts";

/** A request whose answer has as many rows in a small database as in a large one. */
export interface ListRequest {
  readonly name: string;
  readonly path: string;
}

/** Lists with the filters that people use, and the chart of a control; the first is what everybody opens first. */
export const listRequests: readonly ListRequest[] = [
  { name: "runs", path: "/runs?limit=20" },
  { name: "runs of an assay", path: `/runs?limit=20&assayId=${recordId("assay", 1)}` },
  { name: "runs by status, oldest first", path: "/runs?limit=20&status=succeeded&sort=performedAt" },
  { name: "comparisons", path: "/concordance?limit=20" },
  { name: "comparisons of an assay", path: `/concordance?limit=20&assayId=${recordId("assay", 1)}` },
  { name: "strata of a comparison", path: `/concordance/${recordId("comparison", 50)}/strata?limit=50` },
  { name: "measurements", path: "/measurements?limit=50" },
  {
    name: "measurements of an analyte",
    path: `/measurements?limit=50&materialId=${recordId("material", 2)}&analyte=analyte%201`,
  },
  { name: "measurements of a run", path: `/measurements?limit=50&runId=${recordId("run", 50)}` },
  { name: "verdicts of a run", path: `/verdicts?limit=50&runId=${recordId("run", 50)}` },
  { name: "verdicts out of control", path: "/verdicts?limit=20&state=out%20of%20control" },
  { name: "alerts", path: "/alerts?limit=20" },
  { name: "open alerts of an assay", path: "/alerts?limit=20&status=open&assay=assay%201" },
  { name: "audit trail", path: "/audit?limit=50" },
  { name: "events", path: "/events/log?limit=50&after=10" },
  { name: "timeline of a run", path: `/runs/${recordId("run", 50)}/timeline?limit=50` },
  {
    name: "Levey-Jennings chart, 100 points",
    path: `/charts/levey-jennings?limit=100&material=${encodeURIComponent(chartedControl.material)}&materialLot=A&analyte=${encodeURIComponent(chartedControl.analyte)}`,
  },
];
