import { SVG_NAMESPACE, type SvgElement } from "./svg-element.ts";

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
const GEOMETRY = new Set("cx cy d dx dy height points r rx ry transform viewBox width x x1 x2 y y1 y2".split(" "));
const MAX_DECIMALS = 2;

/**
 * SVG text of an element: one element a line, so that a difference can be reviewed, and geometry rounded to two
 * decimals (0.0025 mm), so that the last bits of a platform's arithmetic do not show.
 */
export function serializeSvg(root: SvgElement): string {
  const lines: string[] = [];
  write(root, 0, lines);
  return `${lines.join("\n").replace("<svg ", `<svg xmlns="${SVG_NAMESPACE}" `)}\n`;
}

function write(element: SvgElement, depth: number, lines: string[]): void {
  const indent = "  ".repeat(depth);
  const open = `${indent}<${element.localName}${attributesOf(element)}`;
  const children = [...element.childNodes];
  const elements = children.filter((child) => child.nodeType === ELEMENT_NODE);
  if (children.length === 0) {
    lines.push(`${open}/>`);
  } else if (elements.length === 0 || children.some(isText)) {
    lines.push(`${open}>${children.map(inline).join("")}</${element.localName}>`);
  } else {
    lines.push(`${open}>`);
    for (const child of elements) write(child, depth + 1, lines);
    lines.push(`${indent}</${element.localName}>`);
  }
}

/** Text and its neighbours on one line: white space inside text counts. */
function inline(node: SvgElement): string {
  if (isText(node)) return escapeXml(node.textContent ?? "");
  if (node.nodeType !== ELEMENT_NODE) return "";
  return `<${node.localName}${attributesOf(node)}>${[...node.childNodes].map(inline).join("")}</${node.localName}>`;
}

function isText(node: SvgElement): boolean {
  return node.nodeType === TEXT_NODE;
}

function attributesOf(element: SvgElement): string {
  // linkedom lists the newest attribute first.
  return [...element.attributes]
    .reverse()
    .map(({ name, value }) => ` ${name}="${escapeXml(GEOMETRY.has(name) ? roundNumbers(value) : value)}"`)
    .join("");
}

function roundNumbers(text: string): string {
  return text.replace(/-?\d*\.\d+(?:e[-+]?\d+)?/g, (number) =>
    String(Number(Number(number).toFixed(MAX_DECIMALS)) || 0),
  );
}

/** Text as XML 1.0 can hold it: the characters that it forbids become U+FFFD. */
function escapeXml(text: string): string {
  return (
    text
      .replace(/\p{Surrogate}/gu, "\ufffd")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
  );
}
