import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { pageOptions, usePages } from "../../api/use-pages.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { reproducibilityRoute } from "./route.ts";
import type { Study } from "./study-data.ts";
import { StudyView } from "./study-view.tsx";

const PAGE_SIZE = 200;

/** How well replicate runs agree: one study, chosen from all. */
export function ReproducibilityPage(): ReactElement {
  const { study: chosen } = reproducibilityRoute.useSearch();
  const navigate = useNavigate({ from: reproducibilityRoute.fullPath });
  const query = { limit: PAGE_SIZE };
  const studies = usePages<Study>(
    api.useInfiniteQuery("get", "/api/v1/reproducibility", { params: { query } }, pageOptions),
  );
  return (
    <Page
      title="Reproducibility"
      lead="Whether the same sample, measured again, gives the same values: agreement and scatter by stratum, beside what counting reads alone makes of it."
    >
      <QueryView query={studies}>
        {(list) => {
          const shown = chosen ?? list[0]?.id;
          if (shown === undefined) return <NoStudy />;
          return (
            <>
              <div className="filters">
                <SelectField
                  label="Study"
                  options={list.map(optionOf)}
                  value={shown}
                  onChange={(study) => void navigate({ search: { study } })}
                  placeholder="an earlier one"
                />
              </div>
              <StudyView key={shown} id={shown} />
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}

function optionOf({ id, name, performedAt, runs }: Study): { readonly id: string; readonly label: string } {
  return { id, label: `${name}, ${performedAt.slice(0, 10)}, ${runs.length} runs` };
}

function NoStudy(): ReactElement {
  return (
    <EmptyState title="No study of replicates yet">
      <p>
        Run one sample several times, and compare the call sets with{" "}
        <code>touchstone reproducibility run1.vcf.gz run2.vcf.gz run3.vcf.gz --record RUN</code>.
      </p>
    </EmptyState>
  );
}
