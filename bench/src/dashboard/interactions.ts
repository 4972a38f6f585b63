import type { BenchPage } from "./pages.ts";
import type { Interaction } from "./time-pages.ts";

/** What people do most, on the pages of `pagesOver`. */
export function interactionsOn(pages: Readonly<Record<string, BenchPage>>): readonly Interaction[] {
  return [
    {
      name: "runs: a filter's list is opened",
      on: pages.runs,
      act: (page) => page.getByRole("button", { name: /^all Status|Status/ }).click(),
    },
    { name: "runs: a run is ticked", on: pages.runs, act: (page) => page.getByRole("checkbox").first().press("Space") },
    {
      name: "control charts: a letter is typed into the search",
      on: pages.series,
      act: (page) => page.getByRole("textbox").first().press("a"),
    },
    {
      name: "overview: evidence is unfolded",
      on: pages.overview,
      act: (page) => page.getByText("Evidence").first().click(),
    },
    {
      name: "audit: the filters are applied",
      on: pages.audit,
      act: (page) => page.getByRole("textbox", { name: "Who" }).press("Enter"),
    },
  ];
}
