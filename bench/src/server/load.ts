import autocannon from "autocannon";

/** What a server answered while as many connections as given asked all the time. */
export interface Load {
  /** Answers a second. */
  readonly rate: number;
  readonly answers: number;
  /** Answers that were not 2xx, broken connections and requests without an answer in time. */
  readonly failed: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Asks for these addresses in turn, each connection one at a time. */
export async function load(
  urls: readonly string[],
  {
    connections,
    seconds,
    headers,
  }: { connections: number; seconds: number; headers: Readonly<Record<string, string>> },
): Promise<Load> {
  const [first = ""] = urls;
  const requests = urls.map((url) => ({ path: url.slice(new URL(url).origin.length), method: "GET" as const }));
  const result = await autocannon({
    url: new URL(first).origin,
    connections,
    duration: seconds,
    headers: { ...headers },
    requests,
  });
  const { p50, p99 } = result.latency;
  return {
    rate: result.requests.average,
    answers: result["2xx"],
    failed: result.non2xx + result.errors + result.timeouts,
    p50,
    p99,
  };
}
