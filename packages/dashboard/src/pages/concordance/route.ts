import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { compact, oneOf, type RawSearch, textOf } from "../../app/search.ts";
import { shellRoute } from "../../app/shell-route.ts";
import { VARIANT_TYPES } from "./records.ts";

/** Scores by run of one assay, truth set and program. */
export const concordanceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/concordance",
  validateSearch: ({ assay, truthSet, program, type, stratum, sample }: RawSearch) =>
    compact({
      assay: textOf(assay),
      truthSet: textOf(truthSet),
      program: textOf(program),
      type: oneOf(type, VARIANT_TYPES),
      stratum: textOf(stratum),
      sample: textOf(sample),
    }),
  component: lazyRouteComponent(() => import("./concordance-page.tsx"), "ConcordancePage"),
});

/** What a comparison is held against, and which of its variants are listed: `with` and `in` are ids separated by commas. */
const comparisonSearch = ({ type, with: others, in: members, label }: RawSearch) =>
  compact({
    type: oneOf(type, VARIANT_TYPES),
    with: textOf(others),
    in: textOf(members),
    label: oneOf(label, ["FN", "FP"]),
  });

/** One comparison, held against others. */
export const comparisonRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/concordance/$comparison",
  validateSearch: comparisonSearch,
  component: lazyRouteComponent(() => import("./comparison-page.tsx"), "ComparisonPage"),
});

/** One variant on which the truth and the query of a comparison differ, and the list that it was chosen from. */
export const variantRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/concordance/$comparison/variants/$variant",
  validateSearch: comparisonSearch,
  component: lazyRouteComponent(() => import("./variant-page.tsx"), "VariantPage"),
});
