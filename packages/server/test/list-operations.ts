/** A parameter in the address of a list, after the question mark. */
export interface ListParameter {
  readonly name: string;
  readonly isRequired: boolean;
  readonly schema: ParameterSchema;
}

/** What the OpenAPI document says of its values. */
export interface ParameterSchema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly ParameterSchema[];
  readonly items?: ParameterSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
}

/** A read of the API that answers with a page of many records. */
export interface ListOperation {
  readonly operationId: string;
  /** With its parameters in braces. */
  readonly path: string;
  readonly parameters: readonly ListParameter[];
}

interface Document {
  readonly paths: Readonly<Record<string, { readonly get?: DocumentOperation }>>;
}

interface DocumentOperation {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
    readonly schema: ParameterSchema;
  }[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, DocumentContent>> }>>;
}

interface DocumentContent {
  readonly schema?: { readonly properties?: Readonly<Record<string, unknown>> };
}

/** Every list of an OpenAPI document: what takes a limit, or answers with items and the cursor of the next ones. */
export function listOperationsOf(document: object): ListOperation[] {
  return Object.entries((document as Document).paths).flatMap(([path, { get }]) => {
    if (get === undefined) return [];
    const inQuery = (get.parameters ?? []).filter((parameter) => parameter.in === "query");
    const parameters = inQuery.map(({ name, required, schema }) => ({ name, isRequired: required === true, schema }));
    const isList = parameters.some(({ name }) => name === "limit") || answersWithPage(get);
    return isList ? [{ operationId: get.operationId, path, parameters }] : [];
  });
}

function answersWithPage({ responses }: DocumentOperation): boolean {
  const properties = responses["200"]?.content?.["application/json"]?.schema?.properties ?? {};
  return "items" in properties && "next" in properties;
}
