import { readFileSync } from "node:fs";

/** How a parameter is described. */
export interface ParameterSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  /** Of a folder: whether it has to be there. */
  readonly exists?: boolean;
  /** Of the parameter `input`: what its rows are; lanes of samples unless it says. */
  readonly sheet?: "lanes" | "comparisons";
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, ParameterSchema>>;
  readonly additionalProperties?: boolean | ParameterSchema;
  readonly items?: ParameterSchema;
  readonly $ref?: string;
}

/** Parameters that belong together. */
export interface ParameterGroup {
  readonly title: string;
  readonly description: string;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, ParameterSchema>>;
}

/** The parameters of a pipeline: nf-core's form of a JSON schema. */
export interface PipelineSchema {
  readonly title: string;
  readonly description: string;
  readonly groups: readonly ParameterGroup[];
  /** All parameters of all groups. */
  readonly parameters: Readonly<Record<string, ParameterSchema>>;
  /** The schema itself, for a validator. */
  readonly document: object;
}

interface SchemaDocument {
  readonly title?: string;
  readonly description?: string;
  readonly allOf?: readonly { readonly $ref?: string }[];
  readonly $defs?: Readonly<Record<string, ParameterSchema>>;
}

/** Reads `nextflow_schema.json` of a pipeline. */
export function readPipelineSchema(file: string): PipelineSchema {
  const document: SchemaDocument = JSON.parse(readFileSync(file, "utf8"));
  const groups = (document.allOf ?? []).flatMap(({ $ref }) => {
    const group = definition(document, $ref);
    return group === null ? [] : [groupOf(group, document)];
  });
  return {
    title: document.title ?? "",
    description: document.description ?? "",
    groups,
    parameters: Object.assign({}, ...groups.map(({ properties }) => properties)),
    document,
  };
}

/** With what a parameter refers to in place of the reference; what stands beside that wins. */
function groupOf(group: ParameterSchema, document: SchemaDocument): ParameterGroup {
  const properties = Object.entries(group.properties ?? {}).map(([name, parameter]) => {
    return [name, { ...definition(document, parameter.$ref), ...parameter }];
  });
  return {
    title: group.title ?? "",
    description: group.description ?? "",
    required: group.required ?? [],
    properties: Object.fromEntries(properties),
  };
}

function definition(document: SchemaDocument, reference: string | undefined): ParameterSchema | null {
  const name = /^#\/\$defs\/(.+)$/.exec(reference ?? "")?.[1];
  return (name === undefined ? undefined : document.$defs?.[name]) ?? null;
}
