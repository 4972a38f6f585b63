import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { publicLookup, type ResolveName, requirePublicHost } from "./public-address.ts";

/** Milliseconds from the start until the receiver has answered. */
const PATIENCE = 15_000;

/** A message to a webhook. */
export interface WebhookMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How it is sent. */
export interface PostOptions {
  /** Whether addresses of this machine and its network, and unencrypted ones, are allowed. */
  readonly allowPrivate: boolean;
  readonly patience?: number;
  readonly resolve?: ResolveName;
}

/**
 * Posts a message. Redirects are not followed: they would lead where nobody looked. What is answered is not read.
 *
 * @returns the status.
 * @throws when the address may not be reached, or does not answer in time.
 */
export async function postWebhook(message: WebhookMessage, options: PostOptions): Promise<number> {
  const { allowPrivate, patience = PATIENCE, resolve } = options;
  const url = new URL(message.url);
  if (!allowPrivate) requirePublicHost(url.hostname);
  const request = url.protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((done, fail) => {
    const sent = request(url, {
      method: "POST",
      headers: { ...message.headers, "content-length": Buffer.byteLength(message.body) },
      agent: false, // a connection of its own, to an address that was judged for it
      signal: AbortSignal.timeout(patience),
      ...(allowPrivate ? {} : { lookup: publicLookup(resolve) }),
    });
    sent.once("error", fail);
    sent.once("response", (response) => {
      done(response.statusCode ?? 0);
      response.destroy();
    });
    sent.end(message.body);
  });
}
