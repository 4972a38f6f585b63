import type { TestCaller } from "../test-server.ts";
import type { Operation } from "./operations.ts";

/** Values of a parameter that lead to records: `path.id`, `query.runId`, `body.runId`. */
export type ExampleValues = Readonly<Record<string, readonly (string | number | readonly string[])[]>>;

const API = "/api/v1";
/** Records of these are in no list of their own: the list that has them. */
const LIST_OF: Readonly<Record<string, string>> = {
  [`${API}/artifacts/{id}`]: `${API}/runs/run%201/artifacts`,
  [`${API}/concordance/{id}/discordant-variants/{variant}`]: `${API}/concordance/discordant-variants?presentIn={id}`,
};
/** What parameters and fields of these names name, wherever they are. */
const NAMED_BY: Readonly<Record<string, string>> = {
  alertId: "/alerts",
  assayId: "/assays",
  assignedTo: "/principals",
  instrumentId: "/instruments",
  mailSubscriptionId: "/mail-subscriptions",
  materialId: "/materials",
  pipelineVersionId: "/pipeline-versions",
  reagentLotId: "/reagent-lots",
  runId: "/runs",
  truthSetId: "/truth-sets",
  webhookId: "/webhooks",
};

/** Parameters that take several ids, by the path that has them, and the list of these. */
const SEVERAL: Readonly<Record<string, readonly [parameter: string, list: string]>> = {
  [`${API}/concordance/intersections`]: ["query.comparisonId", `${API}/concordance`],
  [`${API}/concordance/discordant-variants`]: ["query.presentIn", `${API}/concordance`],
};

/** Finds the records that an address or a field may name by the lists that the API has of them. */
export class ExampleRecords {
  readonly #caller: TestCaller;
  readonly #lists: ReadonlySet<string>;

  constructor(operations: readonly Operation[], caller: TestCaller) {
    this.#caller = caller;
    this.#lists = new Set(operations.filter(({ method }) => method === "GET").map(({ path }) => path));
  }

  /** Values of what is in braces in a path, and of what its parameters take several of. A record that only people may list, and the caller itself, are not among them. */
  async ofPath(path: string): Promise<ExampleValues> {
    const values: Record<string, readonly (string | number)[]> = {};
    for (const [place, { name, list }] of parametersOf(path).entries()) {
      // The first of each parameter before it has what the list shows.
      const known = Object.values(values)
        .slice(0, place)
        .map(([first]) => String(first ?? ""));
      const isList = this.#lists.has(list) || Object.values(LIST_OF).includes(list);
      values[`path.${name}`] = isList ? await this.#valuesIn(list, name, known) : [];
    }
    const [parameter, list] = SEVERAL[path] ?? [];
    if (parameter === undefined || list === undefined) return values;
    return { ...values, [parameter]: (await this.#valuesIn(list, "id", [])).map((id) => [String(id)]) };
  }

  /** Values of fields and parameters that name a record. */
  async ofNames(): Promise<ExampleValues> {
    const entries = Object.entries(NAMED_BY).map(async ([name, list]) => {
      const values = await this.#valuesIn(API + list, "id", []);
      return [`query.${name}`, `body.${name}`].map((parameter) => [parameter, values] as const);
    });
    return { ...Object.fromEntries((await Promise.all(entries)).flat()), "query.assay": ["germline"] };
  }

  async #valuesIn(list: string, name: string, known: readonly string[]): Promise<(string | number)[]> {
    const left = [...known];
    const path = list.slice(API.length).replaceAll(/\{[^}]+\}/g, () => encodeURIComponent(left.shift() ?? ""));
    const answer = await this.#caller.get(path);
    if (answer.statusCode !== 200) return [];
    const { items } = answer.json() as { readonly items: readonly Record<string, unknown>[] };
    const others = items.filter(({ id, principalId }) => ![id, principalId].includes(this.#caller.principalId));
    return others.map((item) => (item[name] ?? item.id) as string | number);
  }
}

function parametersOf(path: string): { name: string; list: string }[] {
  return [...path.matchAll(/\/\{([^}]+)\}/g)].map(({ 1: name = "", index }) => {
    const upTo = path.slice(0, index);
    return { name, list: LIST_OF[`${upTo}/{${name}}`] ?? upTo };
  });
}
