"use client";
import { type ComponentType, useEffect, useState } from "react";
import { NoticeCard } from "@/components/shell/notice-card";
import { type Notice, onNotice } from "@/lib/queries/notice";

type Stack = ComponentType<{ first: readonly Notice[] }>;
const load = (): Promise<Stack> => import("@/components/shell/toast-stack").then((it) => it.ToastStack);

/** What draws notices is fetched a little after the page, so that it is there when the console no longer is. */
const SOON_MS = 2_000;

/** Waits for the first notice and only then shows what draws them; where that does not arrive, draws them plainly. */
export function Toaster() {
  const [waiting, setWaiting] = useState<readonly Notice[]>([]);
  const [Drawn, setDrawn] = useState<Stack | null>(null);
  const [plain, setPlain] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => load().catch(() => {}), SOON_MS);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (Drawn) return;
    return onNotice((notice) => {
      setWaiting((before) => [...before, notice]);
      load().then(
        (loaded) => setDrawn(() => loaded),
        () => setPlain(true),
      );
    });
  }, [Drawn]);
  if (Drawn) return <Drawn first={waiting} />;
  if (!plain || waiting.length === 0) return null;
  return (
    <section aria-label="Notices" className="fixed right-4 bottom-4 left-4 z-50 sm:left-auto">
      <ul className="grid gap-2">
        {waiting.map((notice) => (
          <li key={`${notice.title} ${notice.name}`}>
            <NoticeCard
              notice={notice}
              close={() => setWaiting((before) => before.filter((it) => it !== notice))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
