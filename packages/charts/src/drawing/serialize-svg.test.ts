import fc from "fast-check";
import { DOMParser } from "linkedom";
import { expect, test } from "vitest";
import { serializeSvg } from "./serialize-svg.ts";
import { svgElement } from "./svg-element.ts";

test("one element a line, attributes in their order, geometry in two decimals", () => {
  const path = svgElement("path", { d: "M0.123456,-7.1e-7L10,2.005", "stroke-opacity": 0.123456 });
  const svg = svgElement("svg", { width: 10 }, [svgElement("g", { class: "a" }, [path])]);
  expect(serializeSvg(svg)).toBe(`<svg xmlns="http://www.w3.org/2000/svg" width="10">
  <g class="a">
    <path d="M0.12,0L10,2" stroke-opacity="0.123456"/>
  </g>
</svg>
`);
});

test("text survives as text, without what XML forbids", () => {
  const text = (content: string): string => serializeSvg(svgElement("svg", {}, [svgElement("text", {}, content)]));
  expect(text("a\u0000b\ud800c")).toContain("<text>a\ufffdb\ufffdc</text>");
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."<>&\"' a]-;é\u00a0日") }), (content) => {
      const document = new DOMParser().parseFromString(text(content), "image/svg+xml");
      expect(document.querySelector("text")?.textContent ?? "").toBe(content);
    }),
  );
});

test("attributes cannot be broken out of", () => {
  expect(serializeSvg(svgElement("svg", { class: `"><script>` }))).toContain('class="&quot;&gt;&lt;script&gt;"');
});
