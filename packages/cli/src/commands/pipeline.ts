import { findInstallation, type Installation, installPrograms, pipelineCache } from "@touchstone/runner";
import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { printResult } from "./db-source.ts";
import { defineTestData } from "./pipeline-test-data.ts";
import { logFormatOption } from "./shared-options.ts";

interface PipelineArguments {
  readonly json?: boolean;
}

/** Adds the commands `touchstone pipeline ...`. */
export function define(command: Command, context: CommandContext): void {
  outputOptions(
    command
      .command("install")
      .description(
        "install Nextflow, GATK, MultiQC and vepyr in exact versions into the cache folder, and check the others " +
          "(Java and Maven are needed; as root Debian's packages are installed)",
      ),
  ).action((values: PipelineArguments) => install(values, context));
  outputOptions(command.command("list").description("list what is installed, and where")).action(
    (values: PipelineArguments) => show(findInstallation(), values, context),
  );
  command
    .command("path")
    .description("print the folder of the installed programs, for the PATH")
    .action(() => {
      context.environment.stdout.write(`${findInstallation().bin}\n`);
    });
  defineTestData(command, context);
}

function outputOptions(command: Command): Command {
  return command.option("--json", "print the result as JSON").addOption(logFormatOption());
}

async function install(values: PipelineArguments, context: CommandContext): Promise<void> {
  const { environment, reporter } = context;
  reporter.note(`programs of pipelines, in ${pipelineCache()}`);
  const installation = await installPrograms({ signal: environment.signal, note: (text) => reporter.note(text) });
  reporter.finish();
  show(installation, values, context);
}

function show(installation: Installation, { json }: PipelineArguments, context: CommandContext): void {
  const { bin, versions } = installation;
  const lines = Object.entries(versions).map(([name, version]) => `${name.padEnd(10)}${version}`);
  printResult(context, json, { bin, versions }, [...lines, `in ${bin}`].join("\n"));
}
