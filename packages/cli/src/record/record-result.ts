import type { CommandContext } from "../command.ts";
import { withConnection } from "../server/connect.ts";
import { type Recorded, recordedLine } from "./recorded.ts";
import { type Recording, startRecording } from "./recording.ts";
import type { RecordArguments } from "./run-options.ts";

/**
 * Records what a command has computed and written, and says so in one line: on stdout below the result, or where stdout
 * holds JSON with the messages.
 *
 * @throws what reaching the records and recording throw; the command's own outputs are there nevertheless.
 */
export async function recordResult(
  { data, json }: RecordArguments & { readonly json?: boolean },
  { environment, reporter }: CommandContext,
  work: (recording: Recording) => Promise<Recorded>,
): Promise<void> {
  await withConnection(data === undefined ? {} : { data }, async ({ client }) => {
    const line = recordedLine(await work(startRecording(client, (warning) => reporter.warning(warning))));
    if (json === true) reporter.note(line);
    else environment.stdout.write(`\n${line}\n`);
  });
}
