import createFetchClient, { type Client } from "openapi-fetch";
import type { paths } from "./api-types.ts";
import { ClientError, type ClientErrorDetails } from "./error.ts";
import { type Fetch, patientFetch } from "./patient-fetch.ts";

/** The API of a server, each path with the types of its requests and answers. */
export type TouchstoneClient = Client<paths>;

/** Which server, and who asks. */
export interface ClientOptions {
  /** Address of the server with its base path: `https://host/touchstone`. */
  readonly url: string;
  /** Absent in a browser, where a session's cookie says who asks. */
  readonly token?: string;
  /** Of a session: the page's CSRF token. */
  readonly csrfToken?: () => string | null;
  /** How requests are sent; the platform's `fetch` unless given. */
  readonly fetch?: Fetch;
}

/**
 * A client of one server. Every answer that is no success is thrown, so that `data` is there whenever a call returns.
 *
 * @throws (from calls) ClientError with the code of the server's problem document, TS_SERVER_UNREACHABLE, or
 *   TS_SERVER_ANSWER_INVALID when what answers is no Touchstone server.
 */
export function createClient({ url, token, csrfToken, fetch }: ClientOptions): TouchstoneClient {
  const client = createFetchClient<paths>({
    baseUrl: url.replace(/\/+$/, ""),
    fetch: patientFetch(fetch),
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
  });
  client.use({
    onRequest({ request }) {
      const csrf = csrfToken?.() ?? null;
      if (csrf !== null) request.headers.set("x-csrf-token", csrf);
      return request;
    },
    async onResponse({ request, response }) {
      if (!response.ok && response.status !== 304) throw await refusal(request, response);
    },
  });
  return client;
}

interface Problem extends Pick<ClientErrorDetails, "hint" | "retryable" | "instance"> {
  readonly code: string;
  readonly detail: string;
  readonly errors?: ClientErrorDetails["fields"];
}

async function refusal(request: Request, response: Response): Promise<ClientError> {
  const { status } = response;
  const problem = await response.json().catch(() => null);
  if (!isProblem(problem)) {
    const message = `${new URL(request.url).origin} answered with status ${status} and no problem document`;
    return new ClientError("TS_SERVER_ANSWER_INVALID", message, { status });
  }
  const { code, detail, hint, retryable, instance, errors } = problem;
  return new ClientError(code, detail, {
    status,
    ...(hint === undefined ? {} : { hint }),
    ...(retryable === undefined ? {} : { retryable }),
    ...(instance === undefined ? {} : { instance }),
    ...(errors === undefined ? {} : { fields: errors }),
  });
}

function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "code" in value && "detail" in value;
}
