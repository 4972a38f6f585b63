/** Stands in for linkedom, whose document charts draw into where there is no browser. */
export function parseHTML(): { readonly document: Document } {
  return { document: document.implementation.createHTMLDocument() };
}
