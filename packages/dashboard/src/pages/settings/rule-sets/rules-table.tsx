import type { ReactElement } from "react";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { Panel } from "../../../ui/page.tsx";
import { type PoliciesDocument, policyRows, type RuleEntry } from "./rule-set-document.ts";

type Rule = Exclude<RuleEntry, string>;

const RULE_COLUMNS: readonly Column<Rule>[] = [
  { id: "rule", title: "Rule", cell: ({ rule }) => rule },
  { id: "scopes", title: "Scope", cell: ({ scopes }) => scopes?.join(", ") ?? "the rule's own" },
  {
    id: "severity",
    title: "When it fires",
    cell: ({ rule, severity }) => severity ?? (rule === "1-2s" ? "warning" : "rejection"),
  },
  {
    id: "form",
    title: "Form",
    cell: ({ rule, rangeForm }) => (rule === "R-4s" ? (rangeForm ?? "two-sided 2s") : "–"),
  },
];

const POLICY_COLUMNS: readonly Column<{ readonly name: string; readonly decision: string }>[] = [
  { id: "name", title: "Policy", cell: ({ name }) => name },
  { id: "decision", title: "Decided", cell: ({ decision }) => decision },
];

/** Control rules with their scopes. */
export function RulesTable({ rules }: { readonly rules: readonly RuleEntry[] }): ReactElement {
  const rows = rules.map((entry) => (typeof entry === "string" ? { rule: entry } : entry));
  return (
    <DataTable label="Control rules" columns={RULE_COLUMNS} rows={rows} rowId={({ rule }) => rule} minWidth={36} />
  );
}

/** What is decided beside the rules. */
export function PoliciesPanel({ policies }: { readonly policies: PoliciesDocument | undefined }): ReactElement {
  const rows = policyRows(policies ?? {});
  return (
    <Panel title="Policies">
      {rows.length === 0 ? (
        <p>None is written: the defaults hold.</p>
      ) : (
        <DataTable
          label="Decisions beside the rules"
          columns={POLICY_COLUMNS}
          rows={rows}
          rowId={({ name }) => name}
          minWidth={36}
        />
      )}
    </Panel>
  );
}
