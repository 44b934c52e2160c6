import type { Metadata } from "next";
import { Shell } from "@/components/shell/shell";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <Shell>
      <Empty
        art="dry"
        level={1}
        title="There is no such page"
        actions={
          <>
            <ButtonLink href="/" look="primary">
              Overview
            </ButtonLink>
            <ButtonLink href="/connections">Connections</ButtonLink>
          </>
        }
      >
        The address leads nowhere in this console. It may have been mistyped.
      </Empty>
    </Shell>
  );
}
