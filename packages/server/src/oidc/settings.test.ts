import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { oidcSettingsOf } from "./settings.ts";

const base = { TOUCHSTONE_OIDC_ISSUER: "https://id.example/realm", TOUCHSTONE_OIDC_CLIENT_ID: "touchstone" };

test("a provider is named by the environment, its secret also by a file", () => {
  expect(oidcSettingsOf({})).toBeNull();
  expect(oidcSettingsOf(base)).toEqual({
    issuer: "https://id.example/realm",
    clientId: "touchstone",
    clientSecret: null,
    roleMapping: null,
  });
  const folder = mkdtempSync(join(tmpdir(), "touchstone-oidc-"));
  const file = join(folder, "secret");
  writeFileSync(file, "from a file\n");
  const more = {
    TOUCHSTONE_OIDC_CLIENT_SECRET_FILE: file,
    TOUCHSTONE_OIDC_ROLE_CLAIM: "groups",
    TOUCHSTONE_OIDC_ROLES: "lab-directors=director, lab staff=technologist",
  };
  expect(oidcSettingsOf({ ...base, ...more })).toMatchObject({
    clientSecret: "from a file",
    roleMapping: { claim: "groups", roles: { "lab-directors": "director", "lab staff": "technologist" } },
  });
  rmSync(folder, { recursive: true });
});

test.each([
  [{ TOUCHSTONE_OIDC_ISSUER: "id.example" }, "TOUCHSTONE_OIDC_ISSUER is no URL"],
  [{ TOUCHSTONE_OIDC_ISSUER: "http://id.example" }, "TOUCHSTONE_OIDC_ISSUER has to begin with https://"],
  [{ TOUCHSTONE_OIDC_CLIENT_ID: " " }, "TOUCHSTONE_OIDC_CLIENT_ID is not set"],
  [{ TOUCHSTONE_OIDC_CLIENT_SECRET: "a", TOUCHSTONE_OIDC_CLIENT_SECRET_FILE: "b" }, "which?"],
  [{ TOUCHSTONE_OIDC_CLIENT_SECRET_FILE: "/nowhere/at/all" }, "/nowhere/at/all cannot be read (ENOENT)"],
  [{ TOUCHSTONE_OIDC_ROLES: "a=director" }, "TOUCHSTONE_OIDC_ROLE_CLAIM is not set"],
  [{ TOUCHSTONE_OIDC_ROLE_CLAIM: "groups" }, "TOUCHSTONE_OIDC_ROLES is not set"],
  [{ TOUCHSTONE_OIDC_ROLE_CLAIM: "groups", TOUCHSTONE_OIDC_ROLES: "a=king" }, "a=king is not VALUE=ROLE"],
])("settings that cannot be are refused: %o", (more, message) => {
  expect(() => oidcSettingsOf({ ...base, ...more })).toThrow(message);
});
