import { parseHTML } from "linkedom";
import { expect } from "vitest";

/** What the tests use of a parsed page. */
export interface PageElement {
  readonly localName: string;
  readonly textContent: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** A page as a parser sees it. */
export function parsePage(page: string): PageElement {
  return (parseHTML(page).document as unknown as { documentElement: PageElement }).documentElement;
}

/** Elements that a report is made of; anything else would have come from data. */
const ELEMENTS = new Set(
  "html head meta title style body header main section h1 h2 h3 p dl dt dd div table caption thead tbody tr th td small data time ul ol li a code br figure svg g rect line path text tspan circle desc".split(
    " ",
  ),
);

/** Holds a page to what every report promises: no script, no handler, no request, nothing of the data interpreted. */
export function expectInert(page: string): PageElement {
  const root = parsePage(page);
  for (const element of root.querySelectorAll("*")) {
    expect(ELEMENTS, element.localName).toContain(element.localName);
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on|^(src|srcset|style|srcdoc|action|data|poster)$/i);
      if (/href$/.test(name)) expect(value).toMatch(/^https:\/\/doi\.org\//);
    }
  }
  expect(page).not.toMatch(/@import|url\(/);
  return root;
}

/** Texts and exact values of a table's cells, row by row; the table is found by its caption. */
export function tableRows(root: PageElement, caption: string): { text: string; values: number[] }[] {
  const table = [...root.querySelectorAll("table")].find(
    (one) => one.querySelector("caption")?.textContent === caption,
  );
  return [...(table?.querySelectorAll("tbody tr") ?? [])].map((row) => ({
    text: row.textContent,
    values: [...row.querySelectorAll("data")].map((value) => Number(value.getAttribute("value"))),
  }));
}

/** Each number on the page is as exact as its text says. */
export function expectTextsOfValues(root: PageElement): void {
  for (const element of root.querySelectorAll("data")) {
    const exact = Number(element.getAttribute("value"));
    const text = element.textContent.replaceAll("\u00a0", "").replace("−", "-");
    const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
    const digits = Math.abs(exact) > 1 ? Math.abs(exact) * 5e-4 : 0;
    expect(Math.abs(Number(text) - exact)).toBeLessThanOrEqual(Math.max(0.5 * 10 ** -decimals, digits) * 1.000001);
    // What is not 0 or 1 never reads so.
    if (exact > 0 && exact < 1) expect([0, 1]).not.toContain(Number(text));
  }
}
