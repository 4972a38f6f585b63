export type { components, operations, paths } from "./api-types.ts";
export { type ClientOptions, createClient, type TouchstoneClient } from "./create-client.ts";
export { ClientError, type ClientErrorDetails, clientErrorCodes } from "./error.ts";
export type { Fetch } from "./patient-fetch.ts";
export { type SignIn, signIn } from "./sign-in.ts";
