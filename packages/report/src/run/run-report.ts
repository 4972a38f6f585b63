import { html } from "../page/html.ts";
import { facts } from "../page/parts.ts";
import { type ReportSection, reportPage } from "../page/report-page.ts";
import { table } from "../page/table.ts";
import { moment } from "../page/values.ts";
import { dispositionSection } from "./disposition-section.ts";
import {
  alertsSection,
  artifactsSection,
  auditSection,
  comparisonsSection,
  verdictsSection,
} from "./evidence-sections.ts";
import { programsSection, substitutedText } from "./programs-section.ts";
import type { RunInput, RunRecord } from "./run-input.ts";

/**
 * A run of the records as a self-contained HTML document: the same bytes for the same input. It says first whether the
 * results may leave the house; nothing is judged here.
 */
export function runReport(input: RunInput): string {
  const { run, disposition, touchstone } = input;
  return reportPage({
    kind: "Run",
    title: run.name,
    facts: facts({
      Results: `${disposition.disposition}${disposition.decision === null ? ", signed by nobody" : ""}`,
      Status: run.failure === null ? run.status : `${run.status}: ${run.failure}`,
      Performed: moment(run.performedAt),
      Assay: run.assay === null ? "none" : `${run.assay.name}, version ${run.assay.version}`,
      Programs: substitutedText(run),
      Samples: run.samples.length === 0 ? "none" : run.samples.join(", "),
      By: `Touchstone ${touchstone}`,
    }),
    sections: [
      dispositionSection(disposition),
      verdictsSection(input),
      comparisonsSection(input),
      alertsSection(input),
      programsSection(run),
      versionsSection(run),
      artifactsSection(input),
      auditSection(input),
    ],
  });
}

function versionsSection(run: RunRecord): ReportSection {
  const { pipelineVersion: pipeline } = run;
  return {
    title: "Versions and parameters",
    content: [
      facts({
        Id: html`<code>${run.id}</code>`,
        Pipeline: pipeline === null ? "not known" : `${pipeline.pipeline} ${pipeline.version}`,
        Revision: pipeline?.revision ?? "not known",
        Instrument: run.instrument?.name ?? "not known",
        "Reagent lots": run.reagentLots.map(({ reagent, lot }) => `${reagent} ${lot}`).join(", ") || "not known",
        Nextflow: run.nextflowId ?? "not run by Nextflow",
        Started: run.startedAt === null ? "not known" : moment(run.startedAt),
        Finished: run.finishedAt === null ? "not known" : moment(run.finishedAt),
        "SHA-256 of the inputs": run.inputsSha256 === null ? "not known" : html`<code>${run.inputsSha256}</code>`,
        ...(run.isImported ? { Imported: "recorded afterwards, from past results" } : {}),
      }),
      table({
        caption: "Parameters",
        none: "No parameters were recorded.",
        rows: parametersOf(run.parameters),
        columns: [
          { title: "Parameter", cell: ([name]) => name, isHeading: true },
          { title: "Value", cell: ([, value]) => html`<code>${value}</code>` },
        ],
      }),
    ],
  };
}

function parametersOf(parameters: unknown): (readonly [name: string, value: string])[] {
  if (parameters === null || typeof parameters !== "object") return [];
  return Object.entries(parameters).map(([name, value]) => {
    return [name, typeof value === "string" ? value : JSON.stringify(value)] as const;
  });
}
