import type { ReactElement } from "react";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Panel } from "../../ui/page.tsx";
import type { Run } from "../runs/run-words.ts";
import { ProcessName } from "./process-name.tsx";

type ToolVersion = NonNullable<Run["toolVersions"]>[number];

const MOST_WHOLE = 12;

const COLUMNS: readonly Column<ToolVersion>[] = [
  { id: "process", title: "Process", cell: ({ process }) => <ProcessName process={process} /> },
  { id: "tool", title: "Program", cell: ({ tool }) => tool },
  { id: "version", title: "Version", cell: ({ version }) => <code>{version}</code> },
];

/** What a reader has to know first of a run's programs: that one was not what the pipeline names. */
export function SubstitutionNotice({ run: { substitutions } }: { readonly run: Run }): ReactElement | null {
  if (substitutions === null || substitutions.length === 0) return null;
  return (
    <div className="notice" data-kind="warning" role="note" aria-label="Substituted programs">
      <ul className="reasons">
        {substitutions.map(({ standsFor, used, sentence, note }) => (
          <li key={`${standsFor} ${used}`}>
            <strong>▲ {sentence}</strong>
            {note === null ? null : ` ${note}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The programs that each process was carried out with. */
export function ProgramPanel({ run: { toolVersions, substitutions } }: { readonly run: Run }): ReactElement {
  return (
    <Panel title="Programs">
      {toolVersions === null ? (
        <p className="muted">
          Not recorded. <code>touchstone run</code> records them when a run ends.
        </p>
      ) : (
        <>
          {substitutions?.length === 0 ? <p>No program stood in for another.</p> : null}
          {toolVersions.length === 0 ? (
            <p className="muted">No process reported a program.</p>
          ) : (
            <DataTable
              label="Table of programs"
              columns={COLUMNS}
              rows={toolVersions}
              rowId={({ process, tool, version }) => [process, tool, version].join(" ")}
              {...(toolVersions.length > MOST_WHOLE ? { height: 30 } : {})}
            />
          )}
        </>
      )}
    </Panel>
  );
}
