import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

/** A provider that people sign in with, on loopback. */
export interface RealProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /**
   * Goes where a browser is sent, signs in there unless it is remembered, and agrees.
   *
   * @param cookies of the browser, by which the provider remembers who signed in; none unless given.
   * @returns the address that the provider leads back to.
   */
  signIn(url: URL, login: string, cookies?: Map<string, string>): Promise<URL>;
  close(): Promise<void>;
}

/** Starts `oidc-provider`, whose pages take any name. */
export async function startRealProvider(redirectUri: string): Promise<RealProvider> {
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const client = { client_id: "touchstone", client_secret: "a secret of the test", redirect_uris: [redirectUri] };
  const provider = new Provider(issuer, {
    clients: [client],
    cookies: { keys: ["a key of the test"] },
  });
  http.on("request", provider.callback());
  return {
    issuer,
    clientId: client.client_id,
    clientSecret: client.client_secret,
    signIn: (url, login, cookies = new Map()) => walk(url, redirectUri, login, cookies),
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}

/** A browser: follows redirections, keeps cookies, fills in the forms. */
async function walk(start: URL, end: string, login: string, cookies: Map<string, string>): Promise<URL> {
  let url = start;
  let form: URLSearchParams | null = null;
  for (let step = 0; step < 20; step++) {
    if (url.href.startsWith(end)) return url;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer: Response = await fetch(url, {
      redirect: "manual",
      headers: { cookie },
      ...(form === null ? {} : { method: "POST", body: form }),
    });
    for (const set of answer.headers.getSetCookie()) keep(cookies, set);
    const page = await answer.text();
    const location = answer.headers.get("location");
    form = null;
    if (location !== null) {
      url = new URL(location, url);
      continue;
    }
    if (answer.status !== 200) throw new Error(`${url}: ${answer.status} ${page}`);
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? "";
    form = new URLSearchParams({ prompt, ...(prompt === "login" ? { login, password: "any" } : {}) });
  }
  throw new Error("the provider leads nowhere");
}

function keep(cookies: Map<string, string>, set: string): void {
  const [pair = ""] = set.split(";");
  const [name = "", value = ""] = pair.split("=");
  if (value === "") cookies.delete(name);
  else cookies.set(name, value);
}
