const ITEMS = 500;

/** All items of a list, read page by page. */
export async function everyPage<Item>(
  list: (page: { limit: number; cursor?: string }) => Promise<{ items: Item[]; next: string | null }>,
): Promise<Item[]> {
  const items: Item[] = [];
  let page = await list({ limit: ITEMS });
  items.push(...page.items);
  while (page.next !== null) {
    page = await list({ limit: ITEMS, cursor: page.next });
    items.push(...page.items);
  }
  return items;
}
