import type { LookupAddress } from "node:dns";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { postWebhook } from "./post-webhook.ts";
import { isPublicAddress, publicLookup } from "./public-address.ts";

test.each([
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "127.0.0.1",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.2.1",
  "192.168.1.1",
  "198.18.0.1",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:127.0.0.1",
  "::ffff:a00:1",
  "64:ff9b::7f00:1",
  "2001:db8::1",
  "2002:7f00:1::",
  "fc00::1",
  "fd12:3456::1",
  "fe80::1",
  "ff02::1",
  "no address",
])("%s is nobody's on the Internet", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["1.1.1.1", "172.15.255.255", "172.32.0.1", "::ffff:8.8.8.8", "2606:4700::1111"])("%s is", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

function resolving(...answers: string[][]) {
  let asked = 0;
  const resolve = (_name: string, _options: object, done: (error: null, addresses: LookupAddress[]) => void) => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? [];
    asked += 1;
    done(
      null,
      answer.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  };
  return { resolve, asked: () => asked };
}

function lookUp(...addresses: string[]): Promise<unknown> {
  const lookup = publicLookup(resolving(addresses).resolve);
  return new Promise((done) => lookup("name", { all: true }, (error, found) => done(error ?? found)));
}

test("a name is refused when any of its addresses is private, or when it has none", async () => {
  expect(await lookUp("1.1.1.1", "2606:4700::1111")).toEqual([
    { address: "1.1.1.1", family: 4 },
    { address: "2606:4700::1111", family: 6 },
  ]);
  for (const addresses of [["1.1.1.1", "10.0.0.1"], ["::1"], []]) {
    expect(await lookUp(...addresses)).toMatchObject({ code: "PRIVATE_ADDRESS" });
  }
});

test("a name that has a private address by the time of the connection is not connected to", async () => {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const rebinding = resolving(["127.0.0.1"]);
  const message = { url: `http://rebinding.example:${port}/`, headers: {}, body: "{}" };
  const sent = postWebhook(message, { allowPrivate: false, resolve: rebinding.resolve });
  await expect(sent).rejects.toMatchObject({ code: "PRIVATE_ADDRESS" });
  // It was asked once, and what was judged is all that could have been connected to.
  expect([requests, rebinding.asked()]).toEqual([0, 1]);
  await expect(
    postWebhook({ ...message, url: `http://127.0.0.1:${port}/` }, { allowPrivate: false }),
  ).rejects.toMatchObject({ code: "PRIVATE_ADDRESS" });
  expect(await postWebhook({ ...message, url: `http://127.0.0.1:${port}/` }, { allowPrivate: true })).toBe(200);
  server.close();
});

test("a receiver that does not answer is given up", async () => {
  const server = createServer(() => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const sent = postWebhook({ url, headers: {}, body: "{}" }, { allowPrivate: true, patience: 50 });
  await expect(sent).rejects.toThrow("aborted");
  server.closeAllConnections();
  server.close();
});
