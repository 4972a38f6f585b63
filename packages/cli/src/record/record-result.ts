import type { CommandContext } from "../command.ts";
import { withConnection } from "../server/connect.ts";
import type { Recorded } from "./recorded.ts";
import { measuredSummary, recordedLine } from "./recorded-text.ts";
import { type Recording, startRecording } from "./recording.ts";
import type { RecordArguments } from "./run-options.ts";

/**
 * Records what a command has computed and written, and says so: on stdout below the result, or where stdout holds JSON
 * with the messages. It is one line; where several runs were recorded, how many are in which state.
 *
 * @throws what reaching the records and recording throw; the command's own outputs are there nevertheless.
 */
export async function recordResult(
  { data, json }: Pick<RecordArguments, "data"> & { readonly json?: boolean },
  context: CommandContext,
  work: (recording: Recording) => Promise<readonly Recorded[]>,
): Promise<void> {
  await withConnection(data === undefined ? {} : { data }, async ({ client }) => {
    const { environment, reporter } = context;
    const recorded = await work(startRecording(client, context));
    reporter.finish();
    const lines = recorded.length > 1 ? measuredSummary(recorded) : recorded.map(recordedLine);
    for (const line of lines) {
      if (json === true) reporter.note(line);
      else environment.stdout.write(`\n${line}\n`);
    }
  });
}
