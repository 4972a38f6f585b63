/** A message of a stream of server-sent events. */
export interface EventMessage {
  readonly id: number;
  readonly event: string;
  readonly data: unknown;
}

/** A client of a stream, which holds what it was told. */
export interface EventClient {
  readonly status: number;
  readonly headers: Headers;
  /** Messages with data. */
  readonly messages: EventMessage[];
  /** The number that the client would go on after. */
  readonly position: () => number | null;
  /** Signs of life. */
  readonly beats: () => number;
  /** Settles when the stream ends: `null` when the server ended it as it should, otherwise the error. */
  readonly ended: Promise<unknown>;
  close(): Promise<void>;
}

/** Opens a stream, reading it by the rules of the HTML standard (section 9.2.6) as far as the server uses them. */
export async function openEventClient(url: string, headers: Record<string, string> = {}): Promise<EventClient> {
  const leaving = new AbortController();
  const response = await fetch(url, { headers, signal: leaving.signal });
  const messages: EventMessage[] = [];
  let position: number | null = null;
  let beats = 0;
  const readBlock = (block: string) => {
    const fields = new Map(block.split("\n").map((line) => [line.split(":", 1)[0] ?? "", fieldValue(line)]));
    if (fields.has("")) beats += 1;
    if (fields.has("id")) position = Number(fields.get("id"));
    const data = fields.get("data");
    if (data === undefined) return;
    messages.push({ id: position ?? -1, event: fields.get("event") ?? "message", data: JSON.parse(data) });
  };
  const read = async () => {
    let rest = "";
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) readBlock(block);
    }
  };
  const ended = read().then(
    () => null,
    (error: unknown) => error,
  );
  return {
    status: response.status,
    headers: response.headers,
    messages,
    position: () => position,
    beats: () => beats,
    ended,
    close: async () => {
      leaving.abort();
      await ended;
    },
  };
}

function fieldValue(line: string): string {
  return line.slice(line.indexOf(":") + 1).trimStart();
}
