import { join } from "node:path";
import { type ParameterSchema, readPipelineSchema } from "@touchstone/runner";

/** Pipelines whose parameters have a page. */
export const documentedPipelines = ["germline", "benchmark"] as const;

/** Text of docs/reference/PIPELINE-parameters.md, made from the schema of its parameters. */
export function parametersDocument(pipeline: string): string {
  const file = `pipelines/${pipeline}/nextflow_schema.json`;
  const { title, description, groups } = readPipelineSchema(join(import.meta.dirname, "..", file));
  return `${[
    `# ${title}`,
    `Made from \`${file}\` by \`npm run parameters-doc\`; edit the schema, not this page.`,
    description,
    ...groups.flatMap((group) => [
      `## ${group.title}`,
      group.description,
      ...Object.entries(group.properties).map(([name, parameter]) =>
        parameterText(name, parameter, group.required.includes(name)),
      ),
    ]),
  ].join("\n\n")}\n`;
}

function parameterText(name: string, parameter: ParameterSchema, isRequired: boolean): string {
  const { title = "", description = "" } = parameter;
  const facts = [typeText(parameter), isRequired ? "needed" : defaultText(parameter.default)].join(" · ");
  const fields = fieldsOf(parameter).map(
    ([field, schema]) => `- \`${field}\`: ${schema.title ?? ""} (${typeText(schema)})`,
  );
  return [`### ${name}`, `${title}. ${description}`, facts, ...(fields.length === 0 ? [] : [fields.join("\n")])].join(
    "\n\n",
  );
}

function typeText({ type, enum: values, format, pattern, minimum, maximum, items }: ParameterSchema): string {
  if (values !== undefined) return values.map((value) => `\`${value}\``).join(", ");
  const types = [type ?? []].flat().filter((one) => one !== "null");
  const words = types.map((one) => {
    if (format === "file-path") return "file";
    if (format === "directory-path") return "folder";
    if (one === "array") return `list of ${items === undefined ? "anything" : typeText(items)}`;
    return { string: "text", integer: "whole number", boolean: "true or false", object: "object" }[one] ?? one;
  });
  const bounds = [
    ...(minimum === undefined ? [] : [`from ${minimum}`]),
    ...(maximum === undefined ? [] : [`to ${maximum}`]),
    ...(pattern === undefined ? [] : [`matches \`${pattern}\``]),
  ];
  return [words.join(" or "), ...bounds].join(" ");
}

function defaultText(value: unknown): string {
  const isNothing =
    value === undefined || value === null || JSON.stringify(value) === "[]" || JSON.stringify(value) === "{}";
  return isNothing
    ? "none unless given"
    : `\`${typeof value === "string" ? value : JSON.stringify(value)}\` unless given`;
}

/** Fields of an object, of the items of a list, or of each object by name. */
function fieldsOf({ properties, items, additionalProperties }: ParameterSchema): [string, ParameterSchema][] {
  const others = typeof additionalProperties === "object" ? additionalProperties.properties : undefined;
  return Object.entries(properties ?? items?.properties ?? others ?? {});
}
