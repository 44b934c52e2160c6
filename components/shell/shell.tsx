import type { ReactNode } from "react";
import { Conditions } from "@/components/shell/conditions";
import { Nav } from "@/components/shell/nav";
import { TabBar } from "@/components/shell/tab-bar";
import { TopBar } from "@/components/shell/top-bar";

/** The frame around every page: skip link, navigation, top bar, what holds for all pages, and the page itself. */
export function Shell({ children }: { children: ReactNode }) {
  return (
    <>
      <a
        href="#main"
        className="fixed -top-16 left-2 z-50 rounded-2 bg-raised px-3 py-2 font-medium text-accent-text focus:top-2 focus:shadow-pop"
      >
        Skip to content
      </a>
      <div className="grid min-h-dvh grid-cols-[var(--nav-w)_minmax(0,1fr)] max-sm:block max-sm:pb-tabbar">
        <Nav />
        <div className="flex min-h-dvh min-w-0 flex-col border-line bg-surface sm:border-l">
          <TopBar />
          <Conditions />
          <main
            id="main"
            tabIndex={-1}
            className="grid min-w-0 flex-1 content-start gap-5 px-gutter pt-5 pb-12 outline-none max-sm:gap-4 max-sm:pt-4 [&>*]:min-w-0"
          >
            {children}
          </main>
        </div>
      </div>
      <TabBar />
    </>
  );
}
