import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";

/** A page of a list, as the API gives it. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** The items of the pages read so far. */
export interface Pages<Item> {
  readonly data: readonly Item[] | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
  readonly hasMore: boolean;
  /** Reads the next page, unless one is being read. */
  readonly readMore: () => void;
}

/** The pages of an infinite query as one list, for a `DataTable`. */
export function usePages<Item>(query: UseInfiniteQueryResult<InfiniteData<ListPage<Item>>, unknown>): Pages<Item> {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const items = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  const readMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [isFetchingNextPage, fetchNextPage]);
  return { data: items, error, refetch, hasMore: hasNextPage, readMore };
}

/** Options of an infinite query over any list of the API. */
export const pageOptions = {
  pageParamName: "cursor",
  // The list begins without a cursor; null is sent as none.
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }: { readonly next: string | null }): string | null => next,
};
