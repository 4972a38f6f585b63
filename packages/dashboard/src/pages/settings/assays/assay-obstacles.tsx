import type { ReactElement } from "react";
import type { AnswerOf } from "../../../api/answers.ts";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { Panel } from "../../../ui/page.tsx";
import { problemOfMessage } from "../definitions/definition-problem.ts";

type Obstacle = AnswerOf<"/api/v1/assays/{id}">["obstacles"][number];

const COLUMNS: readonly Column<Obstacle>[] = [
  {
    id: "line",
    title: "Line",
    isNumber: true,
    width: 4,
    cell: ({ message }) => problemOfMessage(message)?.line ?? "–",
  },
  { id: "pointer", title: "Field", cell: ({ pointer }) => <code>{pointer === "" ? "/" : pointer}</code> },
  {
    id: "message",
    title: "What has to be mended",
    cell: ({ message }) => problemOfMessage(message)?.message ?? message,
  },
];

/** What keeps a draft from being approved. */
export function AssayObstacles({ obstacles }: { readonly obstacles: readonly Obstacle[] }): ReactElement {
  return (
    <Panel title="▲ It cannot be approved as it is">
      <DataTable
        label="What has to be mended"
        columns={COLUMNS}
        rows={obstacles}
        rowId={({ pointer, message }) => pointer + message}
        minWidth={36}
      />
    </Panel>
  );
}
