import type { IncomingMessage } from "node:http";

/** The connection is made to wait while so many bytes have arrived and are not taken. */
const MOST_WAITING = 1 << 20;

/**
 * The body of an answer as it arrives, from when the object is made. When the connection breaks, what had arrived comes
 * before the error; a stream's own iterator would drop it, and a connection that breaks early each time would never get
 * further.
 */
export class Arrivals {
  readonly #message: IncomingMessage;
  readonly #waiting: Buffer[] = [];
  #bytes = 0;
  #hasEnded = false;
  #error: unknown = null;
  #wake: () => void = () => {};

  /** Made as soon as the answer is there, before it can break. */
  constructor(message: IncomingMessage) {
    this.#message = message;
    message.on("data", (chunk: Buffer) => {
      this.#waiting.push(chunk);
      this.#bytes += chunk.length;
      if (this.#bytes >= MOST_WAITING) message.pause();
      this.#wake();
    });
    message.on("error", (error) => {
      this.#error ??= error;
      this.#end();
    });
    message.on("close", () => this.#end());
  }

  /** @throws what broke the connection, after all that had arrived */
  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    for (;;) {
      const chunk = this.#waiting.shift();
      if (chunk !== undefined) {
        this.#bytes -= chunk.length;
        if (this.#bytes < MOST_WAITING && this.#message.isPaused()) this.#message.resume();
        yield chunk;
      } else if (this.#hasEnded) {
        if (this.#error !== null) throw this.#error;
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }

  #end(): void {
    this.#hasEnded = true;
    this.#wake();
  }
}
