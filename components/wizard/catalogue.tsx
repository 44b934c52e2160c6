"use client";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { CatalogueDesk } from "@/components/wizard/catalogue-desk";
import { CatalogueSkeleton } from "@/components/wizard/catalogue-skeleton";
import { accountSnapshot } from "@/lib/queries/account";
import { messageOf } from "@/lib/queries/api-error";
import { connectorTypes } from "@/lib/queries/connector-types";

/** Where a new connection begins: a connector type, an unfinished draft or a template is chosen. */
export function Catalogue() {
  const { data: types, error, isFetching, refetch } = useQuery(connectorTypes);
  const { data: snapshot } = useQuery(accountSnapshot);
  if (types && snapshot) return <CatalogueDesk types={types} connections={snapshot.connections} />;
  return (
    <>
      <PageHead title="New connection" />
      {error && !types ? (
        <Empty
          art="dry"
          title="The connector types could not be read"
          actions={
            <Button pending={isFetching} onClick={() => void refetch()}>
              Try again
            </Button>
          }
        >
          {messageOf(error)}
        </Empty>
      ) : (
        <CatalogueSkeleton />
      )}
    </>
  );
}
