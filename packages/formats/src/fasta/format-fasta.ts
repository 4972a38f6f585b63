/**
 * The text of one sequence of a FASTA file: header and lines of `lineBases` bases, each with its newline.
 *
 * @throws RangeError when `lineBases` is not a whole number of 1 or more.
 */
export function formatFasta(name: string, bases: string, lineBases = 60): string {
  if (!Number.isInteger(lineBases) || lineBases < 1) throw new RangeError(`lineBases is ${lineBases}`);
  const lines = [`>${name}\n`];
  for (let at = 0; at < bases.length; at += lineBases) lines.push(bases.slice(at, at + lineBases), "\n");
  return lines.join("");
}
