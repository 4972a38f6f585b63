import type { ReactElement } from "react";
import "./state-badge.css";

/** How serious a state is; decides colour and symbol, never the word. */
export type Tone = "in-control" | "warning" | "out-of-control" | "not-evaluable" | "neutral";

/** The symbol of each. */
export const toneSymbols: Readonly<Record<Tone, string>> = {
  "in-control": "✓",
  warning: "▲",
  "out-of-control": "✕",
  "not-evaluable": "?",
  neutral: "•",
};

/** Tones of the words that verdicts, dispositions, alerts, runs and definitions use. */
const TONES: Readonly<Record<string, Tone>> = {
  "in control": "in-control",
  warning: "warning",
  "out of control": "out-of-control",
  "not evaluable": "not-evaluable",
  released: "in-control",
  held: "warning",
  rejected: "out-of-control",
  repeat: "warning",
  passed: "in-control",
  failed: "out-of-control",
  succeeded: "in-control",
  completed: "in-control",
  running: "neutral",
  approved: "in-control",
  open: "warning",
  acknowledged: "neutral",
  resolved: "in-control",
};

/** A state as symbol, word and colour; of a word that is not known here, the symbol is a plain one. */
export function StateBadge({ state, tone }: { readonly state: string; readonly tone?: Tone }): ReactElement {
  const shown = tone ?? TONES[state] ?? "neutral";
  return (
    <span className="state-badge" data-tone={shown}>
      <span aria-hidden="true">{toneSymbols[shown]}</span>
      {state}
    </span>
  );
}
