"use client";
import { type ComponentType, useEffect, useEffectEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { isLoadError, loadFailure } from "@/components/ui/load-failure";
import { Note } from "@/components/ui/note";
import { type Notice, notify } from "@/lib/queries/notice";

/** A component whose code comes when it is first drawn, or when `preload` is called. */
export type LazyPiece<P> = ComponentType<P> & { preload: () => void };

/**
 * Makes a dialog, a menu or a part of a page whose code is loaded when it is first drawn. Where the code does not
 * arrive the page stays as it is: a piece with an `onClose` is closed and a notice says why, any other says so in
 * its place with a button to try again.
 * @param what as a sentence begins: "The menu"
 */
export function lazyPiece<P extends object>(
  what: string,
  load: () => Promise<ComponentType<P>>,
): LazyPiece<P> {
  let ready: ComponentType<P> | null = null;
  let coming: Promise<ComponentType<P>> | null = null;
  const fetchOnce = (): Promise<ComponentType<P>> => {
    coming ??= load().then(
      (loaded) => {
        ready = loaded;
        return loaded;
      },
      (error: unknown) => {
        coming = null;
        throw error;
      },
    );
    return coming;
  };

  function Piece(props: P) {
    const [Loaded, setLoaded] = useState(() => ready);
    const [lost, setLost] = useState<Notice | null>(null);
    const [attempt, setAttempt] = useState(0);
    const failed = useEffectEvent((notice: Notice) => {
      if ("onClose" in props && typeof props.onClose === "function") {
        notify(notice);
        props.onClose();
      } else setLost(notice);
    });
    // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt fetches anew
    useEffect(() => {
      let there = true;
      fetchOnce()
        .then((loaded) => there && setLoaded(() => loaded))
        .catch(async (error: unknown) => {
          if (!isLoadError(error)) throw error;
          const notice = await loadFailure(what, error);
          if (there) failed(notice);
        })
        .catch((error: unknown) =>
          setLost(() => {
            throw error;
          }),
        );
      return () => {
        there = false;
      };
    }, [attempt]);
    if (Loaded) return <Loaded {...props} />;
    if (!lost) return null;
    const { title, detail, action = { label: "Try again", run: () => setAttempt(attempt + 1) } } = lost;
    return (
      <Note tone="broken" role="alert">
        {title} {detail}{" "}
        <Button size="sm" onClick={action.run}>
          {action.label}
        </Button>
      </Note>
    );
  }

  return Object.assign(Piece, {
    preload: () => {
      // One that fails here fails again, and is told of, when the piece is drawn.
      fetchOnce().catch(() => {});
    },
  });
}
