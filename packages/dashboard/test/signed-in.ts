import { PASSWORD, type TestDashboard } from "./dashboard.ts";

/** Somebody who uses the API as the dashboard does, without a browser. */
export interface SignedIn {
  /** Posts to an address below `/api/v1`; the answer. Throws what the server says when it refuses. */
  post(path: string, body: object): Promise<Record<string, unknown> & { id: string }>;
}

/** Signs a person of the dashboard in. */
export async function signedIn({ address }: TestDashboard, name: string): Promise<SignedIn> {
  const request = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${address}/api/v1${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const session = await request("/session", { name, password: PASSWORD });
  const cookie = session.headers.getSetCookie().map((one) => one.split(";")[0]);
  const { csrfToken } = (await session.json()) as { csrfToken: string };
  const headers = { cookie: cookie.join("; "), "x-csrf-token": csrfToken };
  return {
    async post(path, body) {
      const answer = await request(path, body, headers);
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as Record<string, unknown> & { id: string };
    },
  };
}
