/** What a semicolon may hide in: comments, quoted text and names, and text between dollar signs. */
const HIDING = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|(\$\w*\$)[\s\S]*?\1|;/g;

/**
 * The statements of an SQL file, in order, since prepared statements are sent one at a time. Knows comments (not nested),
 * quotes and dollar quotes; not text with backslash escapes (E'...').
 */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let start = 0;
  for (const { 0: found, index } of sql.matchAll(HIDING)) {
    if (found !== ";") continue;
    statements.push(sql.slice(start, index));
    start = index + 1;
  }
  statements.push(sql.slice(start));
  return statements.map((statement) => statement.trim()).filter((statement) => !isBlank(statement));
}

function isBlank(statement: string): boolean {
  return statement.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, "").trim() === "";
}
