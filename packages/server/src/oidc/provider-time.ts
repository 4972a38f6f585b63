import type { IDToken } from "openid-client";

/** The provider's clock when it vouched for the person: nothing that it vouches for later is older. */
export function providerTime({ iat, auth_time: seconds }: IDToken): Date {
  return new Date(Math.max(iat, typeof seconds === "number" ? seconds : 0) * 1000);
}
