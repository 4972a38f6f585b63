import { describeAlert } from "@touchstone/quality";
import type { AlertEvent } from "./alert-event.ts";

/** What people read. */
export interface AlertMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A message about an alert that was raised or has reached a higher level. */
export function alertMail(topic: string, recordId: string, alert: AlertEvent): AlertMail {
  const { level, sentence, assay } = alert;
  const what = describeAlert(alert);
  const isRaised = topic === "alert.raised";
  const subject = `[Touchstone] ${isRaised ? what : `level ${level}: ${what}`}`;
  const happened = isRaised ? `A new ${what}.` : `The ${what} has reached level ${level}.`;
  const facts = [
    ["Assay", assay ?? "none"],
    ["Level", String(level)],
    ["Alert", recordId],
  ] as const;
  const text = [happened, "", sentence, "", ...facts.map(([name, value]) => `${name}: ${value}`), ""].join("\n");
  const rows = facts.map(
    ([name, value]) => `<tr><th align="left">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  const html = `<!doctype html><html lang="en"><body><p>${escapeHtml(happened)}</p><p>${escapeHtml(sentence)}</p><table>${rows.join("")}</table></body></html>`;
  return { subject: subject.replace(/\s+/g, " "), text, html };
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? "");
}
