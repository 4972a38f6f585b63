/** Whether a topic is one of those asked for; `run.*` stands for all that begin with `run.`. All are without `wanted`. */
export function isWanted(topic: string, wanted: readonly string[] | undefined): boolean {
  if (wanted === undefined || wanted.length === 0) return true;
  return wanted.some((one) => (one.endsWith(".*") ? topic.startsWith(one.slice(0, -1)) : topic === one));
}
