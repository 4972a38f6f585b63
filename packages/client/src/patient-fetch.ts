import { ClientError } from "./error.ts";

/** Statuses that mean: later. */
const LATER = new Set([429, 502, 503, 504]);
const ATTEMPTS = 4;
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 10_000;

/** How requests are sent. */
export type Fetch = (request: Request) => Promise<Response>;

/**
 * Sends a request again when the server cannot be reached or says later, provided that a second one does no harm: reading,
 * or writing with an Idempotency-Key. Waits as long as Retry-After says, ten seconds at most.
 *
 * @throws ClientError TS_SERVER_UNREACHABLE.
 */
export function patientFetch(send: Fetch = fetch): Fetch {
  return async (request) => {
    const attempts = mayRepeat(request) ? ATTEMPTS : 1;
    for (let attempt = 1; ; attempt++) {
      const answer = await attemptOnce(send, request, attempt < attempts);
      if (answer !== null) return answer;
      await pause(FIRST_PAUSE * 4 ** (attempt - 1), request.signal);
    }
  };
}

/** @returns null when the request may be sent again and should be. */
async function attemptOnce(send: Fetch, request: Request, isRepeatable: boolean): Promise<Response | null> {
  let answer: Response;
  try {
    answer = await send(request.clone());
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    if (isRepeatable) return null;
    const { origin } = new URL(request.url);
    throw new ClientError("TS_SERVER_UNREACHABLE", `${origin} cannot be reached (${reasonOf(cause)})`, {}, cause);
  }
  if (!isRepeatable || !LATER.has(answer.status)) return answer;
  const wait = Number(answer.headers.get("retry-after") ?? "0") * 1000;
  if (wait > LONGEST_PAUSE) return answer;
  await answer.body?.cancel();
  if (wait > 0) await pause(wait, request.signal);
  return null;
}

function mayRepeat({ method, headers }: Request): boolean {
  return method === "GET" || method === "HEAD" || headers.has("idempotency-key");
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

function reasonOf(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  if (!(inner instanceof Error)) return String(inner);
  return "code" in inner && typeof inner.code === "string" ? inner.code : inner.message;
}
