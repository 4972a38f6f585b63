import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { oneOf } from "../../../app/search.ts";
import { ANY, SelectField } from "../../../ui/select-field.tsx";
import { settingsRoute } from "../route.ts";

/** The status that the address narrows the list to; undefined for all, and for a word that the section does not know. */
export function useStatus<Word extends string>(words: readonly Word[]): Word | undefined {
  return oneOf(settingsRoute.useSearch().status, words);
}

/** Narrows a list to a status; the choice is in the address. */
export function StatusFilter<Word extends string>({ words }: { readonly words: readonly Word[] }): ReactElement {
  const navigate = useNavigate({ from: settingsRoute.fullPath });
  const status = useStatus(words);
  const options = [{ id: ANY, label: "All" }, ...words.map((id) => ({ id, label: id }))];
  return (
    <SelectField
      label="Status"
      options={options}
      value={status ?? ANY}
      onChange={(id) =>
        void navigate({ search: ({ status: _, ...others }) => (id === ANY ? others : { ...others, status: id }) })
      }
    />
  );
}
