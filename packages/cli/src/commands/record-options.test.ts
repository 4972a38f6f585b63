import { Command } from "commander";
import { expect, test } from "vitest";
import { recordingEnvironment } from "../../test/recording-environment.ts";
import { createReporter } from "../reporter/create-reporter.ts";
import { commands } from "./index.ts";

/** The command and those below it that have an action of their own, by name, with their options. */
async function optionsOf(name: string): Promise<Map<string, readonly string[]>> {
  const environment = recordingEnvironment();
  const context = { environment, reporter: await createReporter([], environment.stderr), failCheck: () => {} };
  const command = new Command(name);
  const entry = commands.find((one) => one.name === name);
  (await entry?.load())?.define(command, context);
  const leaves = command.commands.length === 0 ? [command] : command.commands;
  return new Map(leaves.map((leaf) => [leaf.name(), leaf.options.map(({ long }) => long ?? "")]));
}

test.each(["serve", "ingest", "runs", "alerts", "audit", "token", "user"])(
  "each command of touchstone %s takes the place of the records and prints JSON",
  async (name) => {
    const found = await optionsOf(name);
    expect(found.size).toBeGreaterThan(0);
    for (const [command, options] of found) {
      expect(options, command).toEqual(expect.arrayContaining(["--data", "--json", "--log-format"]));
    }
  },
);

test.each(["compare", "reproducibility", "monitor"])("touchstone %s records its result on demand", async (name) => {
  const [options = []] = (await optionsOf(name)).values();
  const expected = ["--record", "--assay", "--pipeline", "--instrument", "--data", "--json", "--log-format"];
  expect(options).toEqual(expect.arrayContaining(expected));
});
