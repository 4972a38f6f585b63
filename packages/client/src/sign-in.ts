import { createClient, type TouchstoneClient } from "./create-client.ts";
import type { Fetch } from "./patient-fetch.ts";

/** Which server, and who signs in. */
export interface SignIn {
  /** Address of the server with its base path. */
  readonly url: string;
  readonly name: string;
  readonly password: string;
  /** How requests are sent; the platform's `fetch` unless given. */
  readonly fetch?: Fetch;
}

/**
 * A client of a person with a local account, who may sign. Its session is kept here, as a browser keeps its cookie.
 *
 * @throws ClientError TS_SIGN_IN_REFUSED for a wrong name or password.
 */
export async function signIn({ url, name, password, fetch: send = fetch }: SignIn): Promise<TouchstoneClient> {
  let cookie = "";
  let csrfToken: string | null = null;
  const withCookie: Fetch = async (request) => {
    if (cookie !== "") request.headers.set("cookie", cookie);
    const answer = await send(request);
    const [given] = answer.headers.getSetCookie();
    if (given !== undefined) cookie = given.split(";", 1)[0] ?? "";
    return answer;
  };
  const client = createClient({ url, csrfToken: () => csrfToken, fetch: withCookie });
  const { data } = await client.POST("/api/v1/session", { body: { name, password } });
  csrfToken = data?.csrfToken ?? null;
  return client;
}
