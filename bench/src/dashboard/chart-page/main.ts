// In the browser: draws a chart as the dashboard does, and says how long it was from the data to the picture.
import { leveyJenningsChart } from "@touchstone/charts";
import { chartData } from "./chart-data.ts";

/** What is used of the browser; the program is compiled without its types. */
interface Browser {
  readonly document: {
    getElementById(id: string): { replaceChildren(...nodes: readonly unknown[]): void };
    adoptNode(node: unknown): unknown;
  };
  readonly DOMParser: new () => { parseFromString(text: string, type: string): { readonly documentElement: unknown } };
  readonly requestAnimationFrame: (callback: () => void) => void;
  timeChart: (count: number, xAxis: "run" | "date") => Promise<number>;
}

const browser = globalThis as unknown as Browser;

browser.timeChart = async (count, xAxis) => {
  const place = browser.document.getElementById("place");
  place.replaceChildren();
  await nextPicture();
  const data = chartData(count, xAxis);
  const started = performance.now();
  const drawing = new browser.DOMParser().parseFromString(leveyJenningsChart(data), "image/svg+xml").documentElement;
  place.replaceChildren(browser.document.adoptNode(drawing));
  await nextPicture();
  return performance.now() - started;
};

/** Ends after the next frame was drawn. */
function nextPicture(): Promise<void> {
  return new Promise((resolve) => {
    browser.requestAnimationFrame(() => {
      // A task of its own comes after the frame.
      setTimeout(resolve);
    });
  });
}
