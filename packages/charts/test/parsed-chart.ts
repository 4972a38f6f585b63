import { DOMParser } from "linkedom";
import { expect } from "vitest";

/** The little of a DOM element that the tests ask for. */
export interface ChartElement {
  readonly localName: string;
  readonly children: readonly ChartElement[];
  readonly textContent: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): ChartElement | null;
  querySelectorAll(selector: string): readonly ChartElement[];
}

/** The chart as a tree, after the checks that every chart must pass. */
export function parseChart(svg: string): ChartElement {
  expectSound(svg);
  return new DOMParser().parseFromString(svg, "image/svg+xml").documentElement as unknown as ChartElement;
}

/** Well formed, self-contained, accessible, and without a number that is none. */
export function expectSound(svg: string): void {
  expect(svg.slice(0, svg.indexOf("\n"))).toMatch(
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="-8 0 680 \d+" width="170mm"/,
  );
  expect(matches(svg, /.*(\bNaN\b|\bInfinity\b|\bnull\b|="[^"]*undefined|⚠).*/g)).toEqual([]);
  expect(matches(svg, /.*(<script|<style|<image|<foreignObject|href=|url\(|var\(|<[^>]*\son\w+=).*/gi)).toEqual([]);
  const id = svg.match(/aria-labelledby="(\S+)-title \1-description"/)?.[1];
  expect(id).toBeDefined();
  expect(
    matches(svg, new RegExp(`<title id="${id}-title">[^<]+</title>|<desc id="${id}-description">[^<]+</desc>`, "g")),
  ).toHaveLength(2);
  expect(svg.includes('role="img"')).toBe(true);
  expectBalanced(svg);
}

/** What matches rather than whether: a failure shows the line, not the whole chart. */
function matches(text: string, pattern: RegExp): string[] {
  return text.match(pattern) ?? [];
}

/** Every tag closed in order, no bare ampersand or angle bracket, no character that XML 1.0 forbids. */
function expectBalanced(svg: string): void {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?:\s[\w:-]+="[^"<]*")*)\s*(\/?)>/gi,
    (_, close, name, _attributes, self) => {
      if (close === "/") expect(open.pop()).toBe(name);
      else if (self !== "/") open.push(name);
      return "";
    },
  );
  expect(open).toEqual([]);
  expect(matches(rest, /.*[<>].*/g)).toEqual([]);
  expect(matches(svg, /&(?!amp;|lt;|gt;|quot;).*/g)).toEqual([]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
  expect(matches(svg, /.*[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu)).toEqual([]);
}

/** All texts of the chart, in the order drawn. */
export function textsOf(chart: ChartElement): string[] {
  return chart.querySelectorAll("text").map(({ textContent }) => textContent);
}

/** Number in an attribute. */
export function numberIn(element: ChartElement, attribute: string): number {
  const value = element.getAttribute(attribute);
  expect(value).not.toBeNull();
  return Number(value);
}

/** Where the ticks of an axis stand, by the number that they show; from two of them follows the scale. */
export function axisScale(chart: ChartElement, axis: "x" | "y", nth = 0): (value: number) => number {
  const labels = chart.querySelectorAll(`[aria-label="${axis}-axis tick label"]`)[nth];
  const ticks = labels.querySelectorAll("text").map((tick) => {
    const [x, y] = placeOf(tick);
    return { value: Number(tick.textContent.replace("−", "-")), place: axis === "x" ? x : y };
  });
  const first = ticks[0];
  const last = ticks.at(-1)!;
  return (value) => first.place + ((value - first.value) / (last.value - first.value)) * (last.place - first.place);
}

/** Translation of an element. */
export function placeOf(element: ChartElement): [x: number, y: number] {
  const [, x, y] = element.getAttribute("transform")!.match(/^translate\((-?[\d.]+),(-?[\d.]+)\)/)!;
  return [Number(x), Number(y)];
}
