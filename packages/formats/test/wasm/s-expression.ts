/** A word, or a list in brackets. */
export type Expression = string | List;
export type List = Expression[];

const TOKEN = /;;.*|[()]|"[^"]*"|[^\s()";]+/g;

/**
 * The lists of a text in brackets; `;;` starts a comment.
 *
 * @throws SyntaxError when brackets do not pair
 */
export function parseExpressions(source: string): Expression[] {
  const open: List[] = [[]];
  for (const [token] of source.matchAll(TOKEN)) {
    if (token.startsWith(";;")) continue;
    if (token === "(") open.push([]);
    else if (token === ")") close(open);
    else open[open.length - 1].push(token);
  }
  if (open.length !== 1) throw new SyntaxError("a bracket is not closed");
  return open[0];
}

function close(open: List[]): void {
  const list = open.pop() as List;
  if (open.length === 0) throw new SyntaxError("a bracket closes nothing");
  open[open.length - 1].push(list);
}
