const OWN_OBJECTS = "touchstone:objects/";

/** Whether Touchstone itself keeps the file's content. */
export function isKept({ uri }: { readonly uri: string }): boolean {
  return uri.startsWith(OWN_OBJECTS);
}

/** A file by its name where Touchstone keeps it, and by its address where it is elsewhere. */
export function nameOfArtifact({ uri }: { readonly uri: string }): string {
  if (!isKept({ uri })) return uri;
  const name = uri.split("/").at(-1) ?? uri;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
