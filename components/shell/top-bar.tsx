"use client";
import Link from "next/link";
import { Crumbs } from "@/components/shell/crumbs";
import { Logo } from "@/components/shell/logo";
import { SnapshotAge } from "@/components/shell/snapshot-age";
import { ThemeMenu } from "@/components/shell/theme-menu";

/** 48 px: where I am, how old what I see is, the theme. */
export function TopBar() {
  return (
    <header className="sticky top-0 z-20 flex h-topbar shrink-0 items-center gap-4 border-line border-b bg-surface px-gutter max-sm:gap-2">
      <Link href="/" aria-label="Headgate" className="flex sm:hidden">
        <Logo />
      </Link>
      <Crumbs />
      <div className="ml-auto flex shrink-0 items-center gap-3 max-sm:gap-1">
        <SnapshotAge />
        <ThemeMenu />
      </div>
    </header>
  );
}
