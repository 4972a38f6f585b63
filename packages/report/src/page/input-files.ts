import { type Html, html } from "./html.ts";
import { table } from "./table.ts";
import { count } from "./values.ts";

/** A file that numbers come from. */
export interface InputFile {
  readonly role: string;
  readonly path: string;
  readonly sizeBytes: number | null;
  readonly sha256: string | null;
  /** Beside the path, as the sample that was read. */
  readonly note?: string;
}

/** The inputs with their SHA-256. */
export function inputFiles(files: readonly InputFile[], caption = "Inputs"): Html {
  return table({
    caption,
    none: "None.",
    rows: files,
    columns: [
      { title: "What", cell: ({ role }) => role, isHeading: true },
      {
        title: "File",
        cell: ({ path, note }) =>
          html`<code>${path}</code>${note === undefined ? "" : html`<br><small>${note}</small>`}`,
      },
      { title: "Bytes", cell: ({ sizeBytes }) => (sizeBytes === null ? "–" : count(sizeBytes)), isNumber: true },
      { title: "SHA-256", cell: ({ sha256 }) => (sha256 === null ? "–" : html`<code>${sha256}</code>`) },
    ],
  });
}
