import { describeDatabaseError } from "@touchstone/store";
import type { FastifyError, FastifyReply, FastifyRequest, FastifySchemaValidationError } from "fastify";
import { type FieldProblem, ServerError } from "../error.ts";
import { type Problem, problemOf } from "./problem.ts";

/** Fastify's own refusals, as errors of the catalogue. */
const OF_FASTIFY: Readonly<
  Record<string, "TS_REQUEST_TOO_LARGE" | "TS_UNSUPPORTED_MEDIA_TYPE" | "TS_REQUEST_INVALID">
> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "TS_REQUEST_TOO_LARGE",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "TS_UNSUPPORTED_MEDIA_TYPE",
  FST_ERR_CTP_EMPTY_JSON_BODY: "TS_REQUEST_INVALID",
  FST_ERR_CTP_INVALID_JSON_BODY: "TS_REQUEST_INVALID",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "TS_REQUEST_INVALID",
  FST_ERR_MAX_PARAM_LENGTH: "TS_REQUEST_INVALID",
};

/** Answers with the problem document of an error; what is not in the catalogue is logged and told as internal. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(knownError(error), request.id) ?? internalProblem(request);
  if (problem.status >= 500) request.log.error({ err: error }, "the request failed");
  sendProblem(reply, problem);
}

/** Answers for an address that nothing is at. */
export function answerNotFound(request: FastifyRequest, reply: FastifyReply): void {
  const error = new ServerError("TS_NOT_FOUND", `there is nothing at ${request.method} ${request.url.split("?")[0]}`);
  sendProblem(reply, problemOf(error, request.id) ?? internalProblem(request));
}

function sendProblem(reply: FastifyReply, problem: Problem): void {
  if (problem.status === 401) reply.header("www-authenticate", 'Bearer realm="touchstone"');
  if (problem.retryAfter !== undefined) reply.header("retry-after", Math.ceil(problem.retryAfter));
  reply.code(problem.status).type("application/problem+json; charset=utf-8").send(JSON.stringify(problem));
}

function internalProblem(request: FastifyRequest): Problem {
  return problemOf(new ServerError("TS_INTERNAL", "unexpected"), request.id) as Problem;
}

function knownError(error: FastifyError): unknown {
  if (error.validation !== undefined) return invalidRequest(error.validation, error.validationContext ?? "body");
  const code = OF_FASTIFY[error.code];
  if (code !== undefined) return new ServerError(code, error.message);
  // Malformed addresses and the like.
  if (error.statusCode === 400) return new ServerError("TS_REQUEST_INVALID", error.message);
  return describeDatabaseError(error);
}

function invalidRequest(problems: readonly FastifySchemaValidationError[], context: string): ServerError {
  const part = context === "querystring" ? "query" : context === "params" ? "path" : context;
  const fields = problems.map((one) => fieldProblem(one, part));
  return new ServerError(
    "TS_REQUEST_INVALID",
    fields.map(({ pointer, message }) => `${pointer} ${message}`).join("; "),
    {
      fields,
    },
  );
}

function fieldProblem(
  { instancePath, params, message = "is not valid", keyword }: FastifySchemaValidationError,
  part: string,
): FieldProblem {
  const place = `/${part}${instancePath}`;
  if (keyword === "required") return { pointer: `${place}/${params.missingProperty}`, message: "is missing" };
  if (keyword === "additionalProperties") {
    return { pointer: `${place}/${params.additionalProperty}`, message: "is not known here; check its spelling" };
  }
  if (keyword === "enum" && Array.isArray(params.allowedValues)) {
    return { pointer: place, message: `must be one of ${params.allowedValues.join(", ")}` };
  }
  return { pointer: place, message };
}
