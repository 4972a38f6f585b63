// Serves the API as `touchstone serve` does and prints its address; argument: { url, objects }. Ends with its input.
import { buildServer, startBackground } from "@touchstone/server";
import { openDatabase, openObjectStore } from "@touchstone/store";
import { benchSettings } from "./bench-settings.ts";

const { url, objects } = JSON.parse(process.argv[2] ?? "");
const database = await openDatabase({ url });
const context = { database, objects: await openObjectStore(objects), settings: benchSettings, now: () => new Date() };
const server = await buildServer(context);
const background = await startBackground(context);
process.stdout.write(`${await server.listen({ port: 0, host: "127.0.0.1" })}\n`);
process.stdin.resume();
process.stdin.once("end", async () => {
  await server.close();
  await background.stop();
  await database.close();
});
