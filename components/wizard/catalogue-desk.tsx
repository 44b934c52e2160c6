"use client";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { useSlashKey } from "@/components/ui/use-slash-key";
import { catalogueItems } from "@/components/wizard/catalogue-items";
import { CatalogueSearch } from "@/components/wizard/catalogue-search";
import { CategoryChips } from "@/components/wizard/category-chips";
import { TemplateList } from "@/components/wizard/template-list";
import { TypeDetail } from "@/components/wizard/type-detail";
import { TypeList } from "@/components/wizard/type-list";
import { UnfinishedDrafts } from "@/components/wizard/unfinished-drafts";
import { useBeginSetup } from "@/components/wizard/use-begin-setup";
import { useCatalogueParams } from "@/components/wizard/use-catalogue-params";
import { useTypeKeys } from "@/components/wizard/use-type-keys";
import { countServices, indexCatalogue } from "@/lib/model/catalogue/catalogue-index";
import { findTypes } from "@/lib/model/catalogue/find-types";
import { isApiConfigurable } from "@/lib/model/catalogue/type-words";
import { figure } from "@/lib/model/names";
import type { ConnectorTypeRow } from "@/lib/model/setup-draft";

/** Every connector type of the account, found as one types; the chosen one is told of at the side. */
export function CatalogueDesk({
  types,
  connections,
}: {
  types: readonly ConnectorTypeRow[];
  connections: readonly { service: string }[];
}) {
  const { text, category, setText, setCategory } = useCatalogueParams();
  const settled = useDeferredValue(connections);
  const index = useMemo(() => indexCatalogue(types, countServices(settled)), [types, settled]);
  const found = useMemo(() => findTypes(index, text, category), [index, text, category]);
  const items = useMemo(
    () => catalogueItems(index, found, text.trim() === "" && category === null),
    [index, found, text, category],
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const first = items.findIndex((item) => item.kind === "type");
  const at = items.findIndex((item) => item.key === chosen && item.kind === "type");
  const active = items[at < 0 ? first : at];
  const entry = active?.kind === "type" ? active.entry : undefined;

  const input = useRef<HTMLInputElement>(null);
  const detail = useRef<HTMLElement>(null);
  useSlashKey(input);
  const begin = useBeginSetup();
  const start = (type: ConnectorTypeRow) => {
    if (begin.isPending || begin.isSuccess) return;
    if (isApiConfigurable(type)) begin.mutate({ service: type.id });
    else detail.current?.focus();
  };
  const keys = useTypeKeys({
    items,
    active: active?.key ?? null,
    onActive: setChosen,
    onEnter: () => entry && start(entry.type),
  });
  const type = (next: string) => {
    setChosen(null);
    setText(next);
  };

  return (
    <>
      <PageHead title="New connection">
        Pick a source. Nothing is created before you have seen the whole request.
      </PageHead>
      <UnfinishedDrafts nameOf={(service) => index.byId.get(service)?.type.name ?? service} />
      <TemplateList nameOf={(service) => index.byId.get(service)?.type.name ?? service} begin={begin} />
      <div className="grid min-w-0 items-start gap-5 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="grid min-w-0 gap-3">
          <CatalogueSearch
            ref={input}
            text={text}
            matches={text.trim() === "" ? null : found.entries.length}
            active={active?.key ?? null}
            onType={type}
            onKeyDown={keys}
          />
          <CategoryChips
            found={found}
            category={category}
            onChange={(next) => {
              setChosen(null);
              setCategory(next);
            }}
          />
          {entry ? (
            <TypeList
              items={items}
              active={active?.key ?? null}
              onActive={setChosen}
              onStart={start}
              onKeyDown={keys}
            />
          ) : (
            <div className="rounded-3 border border-line">
              <Empty
                art="open"
                title="No connector type of that name"
                actions={
                  <Button
                    onClick={() => {
                      type("");
                      setCategory(null);
                      input.current?.focus();
                    }}
                  >
                    Show all {figure(types.length)}
                  </Button>
                }
              >
                {category !== null && found.total > 0
                  ? `In other categories ${figure(found.total)} match.`
                  : "Ids, names, categories and common other names are searched. A source of your own can be read by the Connector SDK or a cloud function."}
              </Empty>
            </div>
          )}
        </div>
        {entry ? (
          <TypeDetail
            ref={detail}
            entry={entry}
            pending={begin.isPending}
            onStart={() => start(entry.type)}
          />
        ) : null}
      </div>
    </>
  );
}
