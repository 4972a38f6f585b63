import type { ReactElement } from "react";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Panel } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { type RunImage, runImages } from "./run-images.ts";
import { type Task, useTasks } from "./run-records.ts";

const COLUMNS: readonly Column<RunImage>[] = [
  { id: "name", title: "Image", cell: ({ name }) => name },
  {
    id: "digest",
    title: "Digest",
    cell: ({ digest }) =>
      digest === null ? "– (named by a tag, which may be another image tomorrow)" : <code>{digest}</code>,
  },
  { id: "processes", title: "Processes", cell: ({ processes }) => processes.join(", ") },
  { id: "tasks", title: "Tasks", isNumber: true, width: 5, cell: ({ tasks }) => tasks },
];

/** The container images that the run's tasks ran in. */
export function ImagePanel({ runId }: { readonly runId: string }): ReactElement {
  const tasks = useTasks(runId);
  return (
    <Panel title="Container images">
      <QueryView<readonly Task[]> query={tasks}>
        {(found) => {
          const images = runImages(found);
          if (images.length === 0)
            return <p className="muted">No image was reported: tasks ran without, or there were none.</p>;
          return (
            <DataTable
              label="Table of container images"
              columns={COLUMNS}
              rows={images}
              rowId={({ reference }) => reference}
            />
          );
        }}
      </QueryView>
    </Panel>
  );
}
