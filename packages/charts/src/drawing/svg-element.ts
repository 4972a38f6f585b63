import { parseHTML } from "linkedom";

/** What this package uses of a DOM element; the program is compiled without the browser's types. */
export interface SvgElement {
  readonly nodeType: number;
  readonly localName: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly childNodes: Iterable<SvgElement>;
  textContent: string | null;
  setAttribute(name: string, value: string): void;
  append(...children: readonly SvgElement[]): void;
}

interface SvgDocument {
  createElementNS(namespace: string, name: string): SvgElement;
}

/** Namespace of SVG. */
export const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

/** The document that owns every element; nothing is ever attached to it. */
export const svgDocument: SvgDocument = parseHTML("<!doctype html><html><body></body></html>")
  .document as unknown as SvgDocument;

/** A new element with attributes and either children or text. */
export function svgElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: string | readonly SvgElement[] = [],
): SvgElement {
  const element = svgDocument.createElementNS(SVG_NAMESPACE, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  if (typeof content === "string") element.textContent = content;
  else element.append(...content);
  return element;
}
