import type { AddressInfo } from "node:net";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { CommandContext } from "../command.ts";
import { anchorPlace } from "../server/anchors.ts";
import { objectsLocation } from "../server/connect.ts";
import { dashboardFolder } from "../server/dashboard-folder.ts";
import { type PriceArguments, priceOptions, pricesOf } from "../server/resource-prices.ts";
import { type DatabaseArguments, databaseSource } from "./db-source.ts";
import { integerBetween } from "./integer.ts";

interface ServeArguments extends DatabaseArguments, PriceArguments {
  readonly host: string;
  readonly port: number;
  readonly basePath: string;
  readonly trustedProxy?: readonly string[];
  readonly allowPrivateWebhooks?: boolean;
  readonly publicUrl?: string;
  readonly anchor?: string;
  readonly anchorKey?: string;
}

const DEFAULT_PORT = 8042;
const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

/** Adds the options and the action of `touchstone serve`. */
export function define(command: Command, context: CommandContext): void {
  command
    .optionsGroup("Records:")
    .addOption(new Option("--data <folder>", "folder of the records (default: DATABASE_URL, else touchstone-data)"))
    .optionsGroup("Address:")
    .option("--host <address>", "address to listen at; others than loopback need people who sign in", "127.0.0.1")
    .option("--port <n>", "port; 0 takes a free one", integerBetween(0, 65_535), DEFAULT_PORT)
    .option("--base-path <path>", "path before every address, such as /touchstone", basePath, "")
    .option("--trusted-proxy <network>", "proxy whose X-Forwarded headers are believed; repeatable", append)
    .option("--public-url <url>", "address as browsers know it, such as https://touchstone.example/qc", publicUrl)
    .optionsGroup("Audit trail:")
    .option("--anchor <place>", "file or s3://bucket/prefix for signed anchors of its end (default: in the folder)")
    .option("--anchor-key <file>", "private key of the anchors, made on first use (default: in the folder)");
  priceOptions(command)
    .optionsGroup("How it runs:")
    .option("--allow-private-webhooks", "let webhooks be on this machine or in its network, and unencrypted")
    .option("--json", "print the address as JSON")
    .addOption(new Option("--log-format <format>", "warnings and errors").choices(["text", "json"]).default("text"))
    .action((values: ServeArguments) => runServe(values, context));
}

async function runServe(values: ServeArguments, { environment }: CommandContext): Promise<void> {
  const { openLocalServer } = await import("../server/local-server.ts");
  const { loadSecretKey, mailSettingsOf, oidcSettingsOf, prepareFirstStart, requireSafeAddress, startBackground } =
    await import("@touchstone/server");
  const { dataFolderPaths } = await import("@touchstone/store");
  const source = databaseSource(values);
  const resourcePrices = pricesOf(values);
  const dataFolder = "dataFolder" in source ? source.dataFolder : null;
  const { context, server, close } = await openLocalServer(source, {
    objects: objectsLocation(dataFolder === null ? null : dataFolderPaths(dataFolder).objects),
    basePath: values.basePath,
    dashboard: dashboardFolder(),
    trustedProxies: values.trustedProxy ?? [],
    publicUrl: values.publicUrl ?? null,
    oidc: oidcSettingsOf(process.env),
    secretKey: loadSecretKey(process.env, dataFolder),
    allowPrivateWebhooks: values.allowPrivateWebhooks === true,
    mail: mailSettingsOf(process.env),
    resourcePrices,
    secureCookies: values.publicUrl?.startsWith("https:") ?? !LOOPBACK.has(values.host),
    anchors: anchorPlace(values.anchor, values.anchorKey, dataFolder),
    log: true,
  });
  let background: { stop(): Promise<void> } | null = null;
  try {
    await requireSafeAddress(context, values.host);
    const { tokenFile } = dataFolder === null ? { tokenFile: null } : await prepareFirstStart(context, { dataFolder });
    await server.listen({ host: values.host, port: values.port });
    background = await startBackground(context, server.log);
    const address = addressOf(server.server.address() as AddressInfo, values.basePath);
    if (tokenFile !== null) context.database.announce({ address, tokenFile });
    const missing = context.settings.dashboard === null ? "\nThe dashboard is not built: npm run build." : "";
    const text = `Touchstone serves ${context.database.place} at ${address}\nAPI: ${address}/api/docs${missing}`;
    const token = tokenFile === null ? "" : `\nToken: in ${tokenFile}`;
    environment.stdout.write(`${values.json === true ? JSON.stringify({ address, tokenFile }) : text + token}\n`);
    await interrupted(environment.signal);
  } finally {
    await background?.stop();
    await close();
  }
}

function interrupted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}

function addressOf({ address, family, port }: AddressInfo, basePath: string): string {
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}${basePath}`;
}

function basePath(text: string): string {
  const path = text.replace(/\/+$/, "");
  if (path === "" || /^(\/[A-Za-z0-9._~-]+)+$/.test(path)) return path;
  throw new InvalidArgumentError("Give a path such as /touchstone.");
}

function publicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && /^https?:$/.test(url.protocol) && url.search === "" && url.hash === "") {
    return text.replace(/\/+$/, "");
  }
  throw new InvalidArgumentError("Give an address such as https://touchstone.example/qc.");
}

function append(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}
