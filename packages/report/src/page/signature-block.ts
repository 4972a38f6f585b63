import { html } from "./html.ts";
import type { ReportSection } from "./report-page.ts";
import { table } from "./table.ts";

const ROLES = ["Prepared by", "Reviewed by", "Approved by"];

/** Lines to be signed on paper; a report is no signed record by itself. */
export function signatureBlock(): ReportSection {
  const blank = { cell: () => html`` };
  return {
    title: "Signatures",
    content: table({
      caption: "For the printed report",
      className: "signatures",
      rows: ROLES,
      columns: [
        { title: "Role", cell: (role) => role, isHeading: true },
        { title: "Name", ...blank },
        { title: "Signature", ...blank },
        { title: "Date", ...blank },
      ],
    }),
  };
}
