import { type ReactElement, type ReactNode, useEffect, useRef } from "react";
import "./chart-figure.css";

/**
 * A chart of `@touchstone/charts`. Its text is parsed as SVG and never as HTML, so that nothing in it is run; it has a
 * title and a description for those who cannot see it, and in the dark the page's ink.
 */
export function ChartFigure(props: {
  /** The SVG document. */
  readonly svg: string;
  readonly caption?: ReactNode;
}): ReactElement {
  const { svg, caption } = props;
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const drawing = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    // The drawing is one image with a title and a description; Plot's names of its parts say less, and are not allowed there.
    for (const part of drawing.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
    place.current?.setAttribute("aria-label", `Chart: ${drawing.querySelector("title")?.textContent}`);
    place.current?.replaceChildren(document.adoptNode(drawing));
  }, [svg]);
  return (
    <figure className="chart-figure">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a small screen it scrolls, which has to work by keyboard. */}
      <section ref={place} className="chart-drawing" tabIndex={0} aria-label="Chart" />
      {caption === undefined ? null : <figcaption>{caption}</figcaption>}
    </figure>
  );
}
