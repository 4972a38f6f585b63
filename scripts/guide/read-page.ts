/** A block of commands of a page, and what the page says that it prints. */
export interface PageBlock {
  /** 1-based line of the first command. */
  readonly line: number;
  readonly commands: string;
  /** The block of output right below; null where there is none. */
  readonly output: string | null;
}

const FENCE = /^```(\w*)\n(.*?)^```$/gms;

/** The `sh` blocks of a page in their order, each with the block without language that follows it at once. */
export function readPage(text: string): PageBlock[] {
  const fences = [...text.matchAll(FENCE)];
  return fences.flatMap((fence, index): PageBlock[] => {
    const [whole, language, commands = ""] = fence;
    if (language !== "sh") return [];
    const next = fences[index + 1];
    const end = fence.index + whole.length;
    const isOutput = next !== undefined && next[1] === "" && text.slice(end, next.index).trim() === "";
    const line = text.slice(0, fence.index).split("\n").length + 1;
    return [{ line, commands, output: isOutput ? (next[2] ?? "") : null }];
  });
}
