import { type Html, html, trusted } from "./html.ts";

/** Names and what they stand for. */
export function facts(entries: Readonly<Record<string, string | Html>>): Html {
  const rows = Object.entries(entries).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>\n`);
  return html`<dl class="facts">\n${rows}</dl>`;
}

/** A drawing of `@touchstone/charts`, which escapes what it is given. */
export function figure(label: string, svg: string): Html {
  // Groups without a role may have no label; readers hear the title and the description of the whole. Quotes of texts and
  // values are escaped, so that nothing else looks like the attribute.
  const drawing = trusted(svg.replaceAll(/ aria-label="[^"]*"/g, ""));
  return html`<figure tabindex="0" role="group" aria-label="${label}">\n${drawing}</figure>\n`;
}

/** What must not be missed, a sentence each; a sentence where there is nothing. */
export function notes(sentences: readonly string[], none: string): Html {
  if (sentences.length === 0) return html`<p>${none}</p>\n`;
  return html`<ul class="notes">${sentences.map((sentence) => html`<li>${sentence}</li>\n`)}</ul>\n`;
}

/** A paragraph. */
export function paragraph(content: string | Html): Html {
  return html`<p>${content}</p>\n`;
}

/** A publication. */
export interface Reference {
  readonly text: string;
  readonly doi: string;
}

/** Publications in the order in which the text numbers them. */
export function references(all: readonly Reference[]): Html {
  const items = all.map(({ text, doi }) => html`<li>${text} <a href="https://doi.org/${doi}">doi:${doi}</a></li>\n`);
  return html`<ol class="references">\n${items}</ol>\n`;
}
