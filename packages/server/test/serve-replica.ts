// Serves the API of a migrated database and prints its address; argument: { source, objects, settings, secretKey } with the
// key in base64. Ends with its input.
import { openDatabase, openObjectStore } from "@touchstone/store";
import { startBackground } from "../src/background.ts";
import { buildServer } from "../src/build-server.ts";
import { defaultSettings } from "../src/context.ts";

const { source, objects, settings, secretKey } = JSON.parse(process.argv[2] ?? "");
const database = await openDatabase(source);
const context = {
  database,
  objects: await openObjectStore(objects),
  settings: {
    ...defaultSettings,
    touchstone: "0.0.0-test",
    ...settings,
    secretKey: secretKey === undefined ? null : Buffer.from(secretKey, "base64"),
  },
  now: () => new Date(),
};
const server = await buildServer(context);
const background = await startBackground(context);
process.stdout.write(`${await server.listen({ port: 0, host: "127.0.0.1" })}\n`);
process.stdin.resume();
process.stdin.once("end", async () => {
  await server.close();
  await background.stop();
  await database.close();
});
