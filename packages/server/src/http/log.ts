import type { FastifyBaseLogger, FastifyReply, FastifyRequest, FastifyServerOptions } from "fastify";

/** pino, its options, or false for no log. */
export type Logging = FastifyBaseLogger | NonNullable<FastifyServerOptions["logger"]>;

type LogOptions = NonNullable<FastifyServerOptions["logger"]>;

/** Members that are never written, wherever they are in what is logged: a guard beside the serializers. */
const SECRET_MEMBERS = ["authorization", "cookie", "password", "token", "clientSecret", "headers", "body", "params"];

/** What is logged of requests, answers and errors: what finds a fault, and nothing that opens a door. */
const serializers = {
  req: (request: FastifyRequest) => ({
    method: request.method,
    // Without the query, in which a provider's answer brings a code.
    path: withoutTokens(request.url.split("?", 1)[0] ?? ""),
    remoteAddress: request.ip,
  }),
  res: (reply: FastifyReply) => ({ statusCode: reply.statusCode }),
  err: describeError,
};

/** Fastify's options for a log that holds no secret, whatever pino it is given. */
export function loggingOptions(logging: Logging): Pick<FastifyServerOptions, "logger" | "loggerInstance"> {
  const redact = { paths: SECRET_MEMBERS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[secret]" };
  if (typeof logging === "boolean") return { logger: logging ? ({ serializers, redact } as LogOptions) : false };
  if ("child" in logging && typeof logging.child === "function") {
    const child = logging.child as (bindings: object, options: object) => FastifyBaseLogger;
    return { loggerInstance: child.call(logging, {}, { serializers, redact }) };
  }
  return { logger: { ...logging, serializers, redact } as LogOptions };
}

interface DescribedError {
  readonly [member: string]: unknown;
  readonly type: string;
  readonly message: string;
  readonly stack: string;
}

/** Of an error only what describes it: errors of databases and of HTTP clients carry parameters and answers along. */
function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "not an error", stack: "" };
  const { name, message, stack, cause } = error;
  const code = "code" in error ? { code: String(error.code) } : {};
  const inner = cause instanceof Error && cause !== error ? { cause: describeError(cause) } : {};
  return { type: name, ...code, message: withoutTokens(message), stack: withoutTokens(stack ?? ""), ...inner };
}

/** A token that somebody put where none belongs. */
function withoutTokens(text: string): string {
  return text.replace(/tst_[A-Za-z0-9_-]+/g, "tst_[secret]");
}
