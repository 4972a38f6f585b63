import { ServerError } from "../error.ts";

/** Seconds after which a client that found no place may try again. */
const RETRY_AFTER = 10;

/** Bounds how many streams one replica serves, in all and to one caller. */
export class StreamPlaces {
  readonly #most: number;
  readonly #mostOfCaller: number;
  readonly #ofCallers = new Map<string, number>();
  #taken = 0;

  constructor(most: number, mostOfCaller: number) {
    this.#most = most;
    this.#mostOfCaller = mostOfCaller;
  }

  /** Streams that are served now. */
  get taken(): number {
    return this.#taken;
  }

  /**
   * Takes a place.
   *
   * @returns what gives it back.
   * @throws ServerError TS_TOO_MANY_REQUESTS when there is none.
   */
  take(principalId: string): () => void {
    const ofCaller = this.#ofCallers.get(principalId) ?? 0;
    if (ofCaller >= this.#mostOfCaller) throw noPlace(`you have ${ofCaller} streams of events already`);
    if (this.#taken >= this.#most) throw noPlace(`this server has ${this.#taken} streams of events already`);
    this.#taken += 1;
    this.#ofCallers.set(principalId, ofCaller + 1);
    let isGivenBack = false;
    return () => {
      if (isGivenBack) return;
      isGivenBack = true;
      this.#taken -= 1;
      const left = (this.#ofCallers.get(principalId) ?? 1) - 1;
      if (left === 0) this.#ofCallers.delete(principalId);
      else this.#ofCallers.set(principalId, left);
    };
  }
}

function noPlace(message: string): ServerError {
  return new ServerError("TS_TOO_MANY_REQUESTS", message, { retryAfter: RETRY_AFTER });
}
