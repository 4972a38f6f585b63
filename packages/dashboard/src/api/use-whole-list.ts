import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { useEffect } from "react";
import { type ListPage, type Pages, usePages } from "./use-pages.ts";

/** A list of which nothing may be missing: its pages are read one after the other, without anybody scrolling. */
export function useWholeList<Item>(query: UseInfiniteQueryResult<InfiniteData<ListPage<Item>>, unknown>): Pages<Item> {
  const pages = usePages(query);
  const { data, error, hasMore, readMore } = pages;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that came asks for the next.
  useEffect(() => {
    if (hasMore && error === null) readMore();
  }, [data, error, hasMore, readMore]);
  return pages;
}
