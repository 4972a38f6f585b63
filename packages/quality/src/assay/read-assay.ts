import { type AssayDocument, AssaySchema } from "@touchstone/model";
import { StatisticsError } from "@touchstone/statistics";
import { suitsKind } from "../baseline/scale.ts";
import { contentHash } from "../content-hash.ts";
import { type Definition, readDefinition } from "../definition/read-definition.ts";
import { isFraction, namesScore, refuseRulesOnScore } from "../measurements/measurement.ts";
import { createRuleSet, type RuleSet } from "../rule-set/rule-set.ts";
import type { Assay } from "./assay.ts";

/**
 * Reads an assay definition from YAML or JSON.
 *
 * @param file the name that errors give the text.
 * @throws QualityError naming file, line, column and field: TS_RULE_ON_SCORE for a threshold without its number of
 *   observations, control rules on a score or a score among the analytes; TS_DEFINITION_INVALID for anything else.
 */
export function readAssay(text: string, file: string): Assay {
  return assayOf(readDefinition(text, file, AssaySchema));
}

/** The assay of a definition that holds to its schema. @throws QualityError as `readAssay`. */
export function assayOf(definition: Definition<AssayDocument>): Assay {
  const document = definition.value;
  requireCountedThresholds(definition);
  requireMeasurements(definition);
  requireDistinct(
    definition,
    "materials",
    document.materials.map(({ name }) => name),
  );
  requireDistinct(
    definition,
    "analytes",
    document.analytes.map(({ analyte }) => analyte),
  );
  const named = document.thresholds.map(({ score, variantType }) => `${score} of ${variantType}`);
  requireDistinct(definition, "thresholds", named);
  if (document.thresholds.length + document.analytes.length === 0) {
    throw definition.error(["thresholds"], "an assay without thresholds and analytes watches nothing");
  }
  return { document, ruleSet: ruleSetOf(definition), contentSha256: contentHash(document) };
}

function requireCountedThresholds(definition: Definition<AssayDocument>): void {
  for (const [index, { score, variantType, observations, rules }] of definition.value.thresholds.entries()) {
    const path = ["thresholds", index];
    if (rules !== undefined) {
      const { message, details } = definition.error([...path, "rules"], "");
      refuseRulesOnScore(`${score} of ${variantType}`, message, details);
    }
    if (observations !== undefined) continue;
    throw definition.error(
      path,
      `the threshold for ${score} of ${variantType} names no number of observations: 29 of 29 and 2900 of 2900 are both ` +
        "1, and only one of them shows that 0.95 is reached; add observations, the fewest that may be judged",
      "TS_RULE_ON_SCORE",
    );
  }
}

function requireMeasurements(definition: Definition<AssayDocument>): void {
  const { analytes, materials } = definition.value;
  const known = materials.map(({ name }) => name);
  for (const [index, { analyte, kind, scale = "raw", materials: used, depth }] of analytes.entries()) {
    const path = ["analytes", index];
    if (namesScore(analyte)) {
      const { message, details } = definition.error([...path, "analyte"], "");
      refuseRulesOnScore(analyte, message, details);
    }
    if (!suitsKind(scale, kind)) throw definition.error([...path, "scale"], `the ${scale} scale is for fractions`);
    if (depth !== undefined && !isFraction(kind)) throw definition.error([...path, "depth"], `a ${kind} has no depth`);
    for (const [place, material] of used.entries()) {
      if (known.includes(material)) continue;
      throw definition.error(
        [...path, "materials", place],
        `${material} is none of the materials: ${known.join(", ")}`,
      );
    }
  }
}

function requireDistinct(definition: Definition<AssayDocument>, field: string, names: readonly string[]): void {
  const index = names.findIndex((name, place) => names.indexOf(name) < place);
  if (index >= 0) throw definition.error([field, index], `${names[index]} is there twice`);
}

function ruleSetOf(definition: Definition<AssayDocument>): RuleSet {
  const { citation: _, ...ruleSet } = definition.value.ruleSet;
  try {
    return createRuleSet({ schema: "touchstone/rule-set/1", ...ruleSet });
  } catch (error) {
    if (!(error instanceof StatisticsError)) throw error;
    throw definition.error(["ruleSet", "rules", error.details.index ?? 0], error.message);
  }
}
