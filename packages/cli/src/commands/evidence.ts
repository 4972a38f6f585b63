import type { EvidenceVerification } from "@touchstone/evidence";
import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { readBytes } from "../read-text.ts";
import { printResult } from "./db-source.ts";
import { logFormatOption } from "./shared-options.ts";

interface VerifyArguments {
  readonly key?: readonly string[];
  readonly json?: boolean;
}

/** Adds the commands `touchstone evidence ...`. */
export function define(command: Command, context: CommandContext): void {
  command
    .command("verify")
    .description("check an evidence bundle without its server; exit code 1 when it does not hold")
    .argument("<file>", "bundle, as GET /api/v1/runs/RUN/evidence gives it")
    .option("--key <file>", "key that you know signed it, public or private; repeatable", append)
    .option("--json", "print the result as JSON")
    .addOption(logFormatOption())
    .action((file: string, values: VerifyArguments) => runVerify(file, values, context));
}

async function runVerify(file: string, { key = [], json }: VerifyArguments, context: CommandContext): Promise<void> {
  const { verifyEvidenceBundle } = await import("@touchstone/evidence");
  const { readPublicKey } = await import("@touchstone/store");
  const publicKeys = key.map(readPublicKey);
  const verification = verifyEvidenceBundle(readBytes(file), { publicKeys });
  printResult(context, json, { file, ...verification }, textOf(file, verification));
  if (!verification.holds) context.failCheck();
}

function textOf(file: string, { holds, proven, run, checks }: EvidenceVerification): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  const lines = checks.map(({ name, state, message }) => `${state.padEnd(8)}  ${name.padEnd(width)}  ${message}`);
  const of = run === null ? "" : ` of run ${run.name}`;
  const conclusion = !holds
    ? `${file}: the evidence${of} does not hold.`
    : proven
      ? `${file}: the evidence${of} holds, and the key vouches for it.`
      : `${file}: the evidence${of} holds in itself; what is unproven, somebody could have computed anew.`;
  return [...lines, conclusion].join("\n");
}

function append(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}
