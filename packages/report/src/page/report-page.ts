import { createHash } from "node:crypto";
import { type Html, html, trusted } from "./html.ts";
import { signatureBlock } from "./signature-block.ts";
import { STYLE } from "./style.ts";

/** What every report has. */
export interface ReportPage {
  /** "Comparison with a truth set". */
  readonly kind: string;
  readonly title: string;
  /** What a reader looks for first, in the head of the page. */
  readonly facts: Html;
  readonly sections: readonly ReportSection[];
}

/** A part of a report under its heading. */
export interface ReportSection {
  readonly title: string;
  readonly content: Html | readonly Html[];
}

/** Nothing but the one style sheet of a report takes effect: no script, no picture, no request. Also for the header. */
export const REPORT_CONTENT_SECURITY_POLICY: string = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'`;

/** The report as a self-contained HTML document that ends with the signature block. */
export function reportPage({ kind, title, facts, sections }: ReportPage): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${REPORT_CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${kind}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<header>
<p class="kind">${kind}</p>
<h1>${title}</h1>
${facts}
</header>
<main>
${[...sections, signatureBlock()].map(section)}</main>
</body>
</html>
`.text;
}

function section({ title, content }: ReportSection): Html {
  return html`<section>
<h2>${title}</h2>
${content}
</section>
`;
}
