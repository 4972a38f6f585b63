import { ClientError } from "@touchstone/client";

/**
 * What the server said of single fields, for the `validationErrors` of a form: by the field's place in the request, as
 * `name` or `assay/version`.
 */
export function fieldErrorsOf(error: unknown): Record<string, string> {
  if (!(error instanceof ClientError)) return {};
  const fields = error.details.fields ?? [];
  return Object.fromEntries(fields.map(({ pointer, message }) => [pointer.replace(/^\/(body\/)?/, ""), message]));
}
