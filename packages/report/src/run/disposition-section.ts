import { type Html, html } from "../page/html.ts";
import { facts, notes } from "../page/parts.ts";
import type { ReportSection } from "../page/report-page.ts";
import { table } from "../page/table.ts";
import { moment } from "../page/values.ts";
import type { RunDecision, RunDisposition } from "./run-input.ts";

/** Whether the results may leave the house, why, and who signed it. */
export function dispositionSection({ disposition, reasons, proposal, ...given }: RunDisposition): ReportSection {
  const { decision, pending, proposalChangedSinceSigned } = given;
  return {
    title: "Disposition",
    content: [
      facts({
        Results: disposition,
        Proposed: proposal.disposition ?? "nothing yet",
        Signed: decision === null ? "by nobody" : decision.signatures.map(({ printedName }) => printedName).join(", "),
      }),
      ...(proposalChangedSinceSigned
        ? [notes(["What is proposed has changed since the disposition was signed."], "")]
        : []),
      html`<h3>Why</h3>\n`,
      list(reasons),
      ...(proposal.reasons.every((reason) => reasons.includes(reason))
        ? []
        : [html`<h3>Why it is proposed</h3>\n`, list(proposal.reasons)]),
      ...(decision === null ? [] : decisionParts("Decision in force", decision)),
      ...(pending === null ? [] : decisionParts("Decision that awaits a signature", pending)),
    ],
  };
}

function list(sentences: readonly string[]): Html {
  if (sentences.length === 0) return html`<p>No reason is given.</p>\n`;
  return html`<ul>${sentences.map((sentence) => html`<li>${sentence}</li>\n`)}</ul>\n`;
}

function decisionParts(title: string, decision: RunDecision): Html[] {
  const { number, status, disposition, proposed, isOverride, reason, recordSha256, decidedAt, signatures } = decision;
  return [
    html`<h3>${title}</h3>\n`,
    facts({
      Decision: `${disposition}, number ${number}, ${status}`,
      Proposed: `${proposed}${isOverride ? "; decided otherwise" : ""}`,
      Reason: reason ?? "–",
      "Decided at": moment(decidedAt),
      "SHA-256 of the record": html`<code>${recordSha256}</code>`,
    }),
    table({
      caption: `Signatures of decision ${number}`,
      none: "Not signed.",
      rows: signatures,
      columns: [
        { title: "Signed by", cell: ({ printedName }) => printedName, isHeading: true },
        { title: "Meaning", cell: ({ meaning }) => meaning },
        { title: "Proved by", cell: ({ method }) => method },
        { title: "At", cell: ({ signedAt }) => moment(signedAt) },
        { title: "SHA-256 of what was signed", cell: (signature) => html`<code>${signature.recordSha256}</code>` },
      ],
    }),
  ];
}
