import type { ExampleValues } from "./example-values.ts";

/** What Schemathesis is to do. */
export interface SchemathesisOptions {
  /** By which the caller shows who it is: a token, or headers. */
  readonly credentials: { readonly token: string } | { readonly headers: Readonly<Record<string, string>> };
  /** Ids of the operations that it asks. */
  readonly operationIds: readonly string[];
  readonly checks: readonly string[];
  /** Ids of operations that may refuse what their schema allows. */
  readonly refusing: readonly string[];
  /** Ids of operations that would lock the caller out, were they given an id that another operation answered with. */
  readonly lockingOut: readonly string[];
  /** Requests that are made up for an operation at most, beside those for the edges of its parameters. */
  readonly examples: number;
  readonly seed: number;
  /** Values of parameters of all operations. */
  readonly values: ExampleValues;
  /** Values of parameters of the operations at one path. */
  readonly valuesOfPath: ReadonlyMap<string, ExampleValues>;
}

/** How often a value is one that leads to a record; else it is made up. */
const PROBABILITY = 0.7;

/** The text of Schemathesis' configuration file (TOML, whose strings and arrays are written as those of JSON). */
export function configurationOf(options: SchemathesisOptions): string {
  const dictionaries = new Dictionaries();
  const ofAll = ["[parameters]", ...dictionaries.bind(options.values)];
  const ofPaths = [...options.valuesOfPath].flatMap(([path, values]) => {
    return ["[[operations]]", `include-path = ${text(path)}`, "[operations.parameters]", ...dictionaries.bind(values)];
  });
  return [...general(options), ...dictionaries.lines, ...ofAll, ...ofPaths, ...selection(options), ""].join("\n");
}

/** One worker: the generation of values is not safe with more. */
function general({ checks, examples, seed, credentials }: SchemathesisOptions): string[] {
  return [
    `seed = ${seed}`,
    "workers = 1",
    "continue-on-failure = true",
    'suppress-health-check = ["all"]',
    ...("headers" in credentials ? ["[headers]", ...pairs(credentials.headers)] : []),
    "[generation]",
    `max-examples = ${examples}`,
    'database = "none"',
    "no-shrink = true",
    "[checks]",
    "enabled = false",
    ...checks.map((check) => `${check}.enabled = true`),
    "[phases]",
    'coverage.unexpected-methods = ["DELETE", "TRACE"]',
    "stateful.enabled = false",
    ...("token" in credentials ? ["[auth.openapi.token]", `bearer = ${text(credentials.token)}`] : []),
  ];
}

function selection({ operationIds, refusing, lockingOut }: SchemathesisOptions): string[] {
  return [
    ...["[[operations]]", `exclude-operation-id = ${text(operationIds)}`, "enabled = false"],
    ...["[[operations]]", `include-operation-id = ${text(refusing)}`],
    "checks.positive_data_acceptance.enabled = false",
    ...["[[operations]]", `include-operation-id = ${text(lockingOut)}`],
    ...["examples", "coverage", "fuzzing"].map((phase) => `phases.${phase}.extra-data-sources.responses = false`),
  ];
}

/** Gives parameters values by name; a dictionary holds no lists. */
class Dictionaries {
  readonly lines: string[] = [];

  bind(values: ExampleValues): string[] {
    return Object.entries(values)
      .filter(([, known]) => known.length > 0 && !known.some((value) => Array.isArray(value)))
      .map(([parameter, known]) => {
        const name = `values-${this.lines.length}`;
        this.lines.push(`[dictionaries.${name}]\nvalues = ${text(known)}`);
        return `${text(parameter)} = { dictionary = "${name}", probability = ${PROBABILITY} }`;
      });
  }
}

function pairs(values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).map(([name, value]) => `${text(name)} = ${text(value)}`);
}

function text(value: unknown): string {
  return JSON.stringify(value);
}
