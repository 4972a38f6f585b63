import type { LookupAddress } from "node:dns";
import { lookup as resolveName } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** Why an address was refused. */
export class PrivateAddressError extends Error {
  readonly code = "PRIVATE_ADDRESS";
}

/** Whether anybody on the Internet has this address: not this machine, its network, or another of special use. */
export function isPublicAddress(address: string): boolean {
  // An IPv4 address in IPv6's clothes is judged as what it is.
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}

/** Resolves a name to all of its addresses; `dns.lookup` fits. */
export type ResolveName = (
  name: string,
  options: { readonly all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A look-up for connections that fails unless every address of the name is public. The connection is made to the addresses
 * that were judged: a name that says something else when it is asked again gains nothing.
 */
export function publicLookup(resolve: ResolveName = resolveName): LookupFunction {
  return (name, options, done) => {
    resolve(name, { all: true }, (error, addresses) => {
      const refused = error === null ? addresses.find(({ address }) => !isPublicAddress(address)) : undefined;
      const [first] = addresses ?? [];
      if (error !== null) done(error, "", 0);
      else if (refused !== undefined || first === undefined) done(privateAddress(name), "", 0);
      else if (options.all === true) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

/** Throws unless a host that is an address is a public one; names are judged when they are looked up. */
export function requirePublicHost(hostname: string): void {
  const address = hostname.replace(/^\[|\]$/g, "");
  if (isIP(address) !== 0 && !isPublicAddress(address)) throw privateAddress(hostname);
}

function privateAddress(name: string): PrivateAddressError {
  return new PrivateAddressError(`${name} is no public address`);
}
