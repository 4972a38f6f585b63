import { TruthError } from "../error.ts";

/**
 * What writing below `target` throws, as an error of this package.
 *
 * @throws TruthError TS_TRUTH_UNWRITABLE
 */
export async function writing<T>(target: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof TruthError || code === undefined) throw error;
    const reason = message.split(", ")[0];
    throw new TruthError("TS_TRUTH_UNWRITABLE", `${target}: cannot be written: ${reason}`, { file: target }, error);
  }
}
