import type { ReactElement } from "react";
import { serverUrl } from "../../api/server-url.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Panel } from "../../ui/page.tsx";
import { bytesText } from "../../ui/quantities.ts";
import { QueryView } from "../../ui/query-view.tsx";
import { isKept, nameOfArtifact } from "./artifact-name.ts";
import { type Artifact, useArtifacts } from "./run-records.ts";

const MOST_WHOLE = 12;

const COLUMNS: readonly Column<Artifact>[] = [
  { id: "name", title: "File", cell: (artifact) => <span title={artifact.uri}>{nameOfArtifact(artifact)}</span> },
  { id: "kind", title: "Kind", width: 10, cell: ({ kind }) => kind },
  { id: "size", title: "Size", isNumber: true, width: 6, cell: ({ sizeBytes }) => bytesText(sizeBytes) },
  { id: "sha256", title: "SHA-256", cell: ({ sha256 }) => <code>{sha256}</code> },
  {
    id: "content",
    title: "Content",
    width: 9,
    cell: (artifact) =>
      isKept(artifact) ? (
        <a href={`${serverUrl}/api/v1/artifacts/${artifact.id}/content`} download>
          Download<span className="visually-hidden"> {nameOfArtifact(artifact)}</span>
        </a>
      ) : (
        "kept elsewhere"
      ),
  },
];

/** The run's files. */
export function ArtifactPanel({ runId }: { readonly runId: string }): ReactElement {
  const artifacts = useArtifacts(runId);
  return (
    <Panel title="Files">
      <QueryView<readonly Artifact[]> query={artifacts}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="muted">No file was registered for this run.</p>
          ) : (
            <DataTable
              label="Table of files"
              columns={COLUMNS}
              rows={rows}
              rowId={({ id }) => id}
              minWidth={58}
              {...(rows.length > MOST_WHOLE ? { height: 30 } : {})}
            />
          )
        }
      </QueryView>
    </Panel>
  );
}
