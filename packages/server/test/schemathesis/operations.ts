/** An operation of the OpenAPI document. */
export interface Operation {
  readonly operationId: string;
  /** In capital letters. */
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  /** What it asks of its caller. */
  readonly access: string;
  /** Whether it takes what no schema describes wholly: a body, or text, as a cursor of another answer or one with NUL. */
  readonly mayRefuse: boolean;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>;
}

interface DocumentOperation {
  readonly operationId: string;
  readonly "x-touchstone-access": string;
  readonly requestBody?: unknown;
  readonly parameters?: readonly { readonly schema: { readonly type?: string; readonly format?: string } }[];
}

/** Operations of an OpenAPI document. */
export function operationsOf(document: object): Operation[] {
  return Object.entries((document as Document).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, parameters = [], requestBody, ...rest }]) => ({
      operationId,
      method: method.toUpperCase(),
      path,
      access: rest["x-touchstone-access"],
      mayRefuse: requestBody !== undefined || parameters.some(isText),
    })),
  );
}

function isText({ schema: { type, format } }: { schema: { type?: string; format?: string } }): boolean {
  return type === "string" && format === undefined;
}
