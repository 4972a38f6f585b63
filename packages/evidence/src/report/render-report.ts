import { type Html, html } from "@touchstone/report/html";
import type { EvidenceContent, EvidenceRecord, EvidenceSignature } from "../bundle/content.ts";
import { table } from "./table.ts";

type Columns = Readonly<Record<string, (record: EvidenceRecord) => unknown>>;

const DISPOSITIONS: Columns = {
  Number: ({ number }) => number,
  Disposition: ({ disposition }) => disposition,
  Proposed: ({ proposed }) => proposed,
  Status: ({ status }) => status,
  "Decided at": ({ decidedAt }) => decidedAt,
  Why: ({ reason }) => reason,
};

const VERDICTS: Columns = {
  State: ({ state }) => state,
  Says: ({ sentence }) => sentence,
  "Judged at": ({ judgedAt }) => judgedAt,
  Superseded: ({ supersededAt }) => supersededAt,
};

const STRATA: Columns = {
  Type: ({ variantType }) => variantType,
  Subtype: ({ subtype }) => subtype,
  Stratum: ({ stratum }) => stratum,
  Filter: ({ filter }) => filter,
  TP: ({ truthTp }) => truthTp,
  FN: ({ truthFn }) => truthFn,
  FP: ({ queryFp }) => queryFp,
  Recall: ({ recall }) => recall,
  Precision: ({ precision }) => precision,
  F1: ({ f1 }) => f1,
};

const MEASUREMENTS: Columns = {
  Analyte: ({ analyte }) => analyte,
  Level: ({ level }) => level,
  Replicate: ({ replicate }) => replicate,
  Value: ({ value }) => value,
  Depth: ({ depth }) => depth,
  "Measured at": ({ measuredAt }) => measuredAt,
  Superseded: ({ supersededAt }) => supersededAt,
};

const ALERTS: Columns = {
  Kind: ({ kind }) => kind,
  About: ({ subject }) => subject,
  Status: ({ status }) => status,
  "Opened at": ({ openedAt }) => openedAt,
  Resolution: ({ resolution }) => resolution,
};

const FILES: Columns = {
  Kind: ({ kind }) => kind,
  Address: ({ uri }) => uri,
  Bytes: ({ sizeBytes }) => sizeBytes,
  "SHA-256": ({ sha256 }) => html`<code>${sha256}</code>`,
};

const TOOLS: Columns = {
  Process: ({ process }) => process,
  Program: ({ tool }) => tool,
  Version: ({ version }) => version,
};

const SUBSTITUTIONS: Columns = {
  Program: ({ used }) => used,
  Version: ({ version }) => version,
  "Stood in for": ({ standsFor }) => standsFor,
  Note: ({ note }) => note,
};

const DEFINITIONS: Columns = {
  What: ({ what }) => what,
  Name: ({ name }) => name,
  Version: ({ version }) => version,
  Status: ({ status }) => status,
  "Approved at": ({ approvedAt }) => approvedAt,
};

/** The page for people: self-contained, without scripts, everything on it also in the JSON files beside it. */
export function renderReport(content: EvidenceContent): string {
  const { run } = content.run;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Evidence of run ${run.name}</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #1b1b1b; }
table { border-collapse: collapse; font-size: 13px; } th, td { border: 1px solid #999; padding: 2px 6px; text-align: left; }
td { overflow-wrap: anywhere; } dt { font-weight: 600; } dd { margin: 0 0 .4rem; } code { font-size: 12px; }
@media print { body { max-width: none; } }
</style>
</head>
<body>
<h1>Evidence of run ${run.name}</h1>
<p>Written by Touchstone ${content.touchstone}. <code>touchstone evidence verify</code> checks the bundle that this page is
from; the JSON files beside it hold all records in full.</p>
${summary(content)}
<h2>Dispositions and signatures</h2>
${table(content.dispositions, DISPOSITIONS)}
${signatures(content.signatures)}
<h2>Verdicts</h2>
${table(content.verdicts, VERDICTS)}
<h2>Comparisons with truth</h2>
${comparisons(content)}
<h2>Control measurements</h2>
${table(content.measurements.measurements, MEASUREMENTS)}
<h2>Judged by</h2>
${table(definitions(content), DEFINITIONS)}
<h2>Alerts</h2>
${table(content.alerts.alerts, ALERTS)}
<h2>Programs</h2>
${programs(run.toolVersions, TOOLS)}
<h3>Programs that stood in for others</h3>
${programs(run.substitutions, SUBSTITUTIONS)}
<h2>Files</h2>
${table(content.run.artifacts, FILES)}
<h2>Audit trail</h2>
${audit(content)}
</body>
</html>
`;
  return page.text;
}

function summary({ run: { run, assay, pipelineVersion, instrument, samples, reagentLots } }: EvidenceContent): Html {
  const facts = {
    Id: run.id,
    "Performed at": run.performedAt,
    Status: run.status,
    Disposition: run.disposition,
    "Reason of the disposition": run.dispositionReason,
    Proposed: run.proposedDisposition,
    Assay: assay === null ? null : `${assay.name} ${assay.version}`,
    Pipeline: pipelineVersion === null ? null : `${pipelineVersion.pipeline} ${pipelineVersion.version}`,
    Revision: pipelineVersion?.revision,
    Instrument: instrument?.name,
    Samples: samples.map(({ name }) => name).join(", "),
    "Reagent lots": reagentLots.map(({ reagent, lot }) => `${reagent} ${lot}`).join(", "),
    "SHA-256 of the inputs": run.inputsSha256,
  };
  return html`<dl>${Object.entries(facts).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>\n`)}</dl>`;
}

function programs(recorded: unknown, columns: Columns): Html {
  return Array.isArray(recorded) ? table(recorded, columns) : html`<p>Not recorded.</p>`;
}

function signatures(all: readonly EvidenceSignature[]): Html {
  return table(all, {
    "Signed by": ({ printedName }: EvidenceSignature) => printedName,
    Meaning: ({ meaning }: EvidenceSignature) => meaning,
    "At (UTC)": ({ signedAt }: EvidenceSignature) => signedAt,
    Record: ({ record }: EvidenceSignature) => `${record.kind} ${record.id}`,
    "SHA-256 of the record": ({ recordSha256 }: EvidenceSignature) => html`<code>${recordSha256}</code>`,
  });
}

function comparisons({ comparisons: { comparisons: all, truthSets, strata } }: EvidenceContent): Html[] {
  if (all.length === 0) return [html`<p>None.</p>`];
  return all.map((comparison) => {
    const truthSet = truthSets.find(({ id }) => id === comparison.truthSetId);
    const rows = strata.filter(({ comparisonId }) => comparisonId === comparison.id);
    const sample = comparison.sample == null ? "" : `, sample ${comparison.sample}`;
    const note = comparison.supersededAt === null ? "" : `, superseded at ${comparison.supersededAt}`;
    return html`<h3>${truthSet?.name} ${truthSet?.version}${sample}, ${comparison.format}${note}</h3>\n${table(rows, STRATA)}\n`;
  });
}

function definitions({ definitions: { baselines, ruleSets, thresholds } }: EvidenceContent): EvidenceRecord[] {
  return [
    ...baselines.map((one) => ({ ...one, what: "baseline" })),
    ...ruleSets.map((one) => ({ ...one, what: "rule set" })),
    ...thresholds.map((one) => ({
      ...one,
      what: "threshold",
      name: `${one.score} of ${one.variantType} in ${one.stratum}: at least ${one.minimum}`,
    })),
  ];
}

function audit({ audit: { rows, about } }: EvidenceContent): Html {
  const numbers = new Set(about);
  const shown = rows.filter(({ sequence }) => numbers.has(sequence));
  type Row = (typeof rows)[number];
  return table(shown, {
    Row: ({ sequence }: Row) => sequence,
    "At (UTC)": ({ time }: Row) => time,
    Who: ({ actor }: Row) => actor,
    What: ({ action }: Row) => action,
    Record: ({ subject }: Row) => `${subject.kind} ${subject.id}`,
    Why: ({ reason }: Row) => reason,
  });
}
