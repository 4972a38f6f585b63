/** The fields of a form that were filled in, without spaces around; what was left empty is not sent. */
export function given<Name extends string>(fields: Readonly<Record<Name, string>>): Partial<Record<Name, string>> {
  const entries = Object.entries<string>(fields)
    .map(([name, text]) => [name, text.trim()] as const)
    .filter(([, text]) => text !== "");
  return Object.fromEntries(entries) as Partial<Record<Name, string>>;
}
