/** Path of the server as the page says it in its `<base>`, without a slash at its end: empty, or as `/touchstone`. */
export const basePath: string = new URL(document.baseURI).pathname.replace(/\/$/, "");

/** Address of the server with its base path, without a slash at its end. */
export const serverUrl: string = location.origin + basePath;

/** Loads the page for signing in anew, so that nothing of what was read stays in memory, and then shows this one again. */
export function leaveToSignIn(returnTo?: string): void {
  const query = returnTo === undefined ? "" : `?${new URLSearchParams({ returnTo })}`;
  location.assign(`${serverUrl}/sign-in${query}`);
}

/** Where the reader is, without the base path. */
export function currentPath(): string {
  return location.pathname.slice(basePath.length) + location.search;
}
