"use client";
import { X } from "lucide-react";
import {
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { Heading, Modal, ModalOverlay, Dialog as Pane } from "react-aria-components";
import { IconButton } from "@/components/ui/icon-button";

export interface DrawerProps {
  title: ReactNode;
  onClose: () => void;
  /** Stays in sight below what scrolls. */
  foot?: ReactNode;
  /** False while work is under way that closing would hide. */
  dismissable?: boolean;
  children: ReactNode;
}

/**
 * A second column of the page. From 1180 px on it stands beside the page, which stays in use; below that it lies over
 * the page as a dialog, on a phone over all of it. Draw it only while it is open; focus returns to where it was.
 */
export function Drawer(props: DrawerProps) {
  return useIsBeside() ? <BesideDrawer {...props} /> : <OverDrawer {...props} />;
}

function BesideDrawer({ title, onClose, foot, dismissable = true, children }: DrawerProps) {
  const name = useId();
  const pane = useRef<HTMLElement>(null);
  const top = useTopOfPage();
  useEffect(() => {
    const before = document.activeElement;
    const drawer = pane.current;
    document.documentElement.dataset.drawer = "open";
    drawer?.focus({ preventScroll: true });
    return () => {
      delete document.documentElement.dataset.drawer;
      const here = document.activeElement;
      if (here !== document.body && here !== null && !drawer?.contains(here)) return;
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <aside
      ref={pane}
      tabIndex={-1}
      aria-labelledby={name}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented || !dismissable) return;
        event.preventDefault();
        onClose();
      }}
      style={{ top }}
      className="fixed right-0 bottom-0 z-20 flex w-(--drawer-w) animate-pop flex-col border-line border-l bg-surface outline-none"
    >
      <DrawerHead onClose={dismissable ? onClose : undefined}>
        <h2 id={name} className="wrap-anywhere min-w-0 flex-1 font-semibold text-lg">
          {title}
        </h2>
      </DrawerHead>
      <DrawerBody foot={foot}>{children}</DrawerBody>
    </aside>
  );
}

function OverDrawer({ title, onClose, foot, dismissable = true, children }: DrawerProps) {
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={dismissable}
      isKeyboardDismissDisabled={!dismissable}
      className="fixed inset-0 z-40 bg-scrim"
    >
      <Modal className="absolute inset-y-0 right-0 flex w-full animate-pop border-line bg-surface sm:w-(--drawer-w) sm:border-l">
        <Pane className="flex min-w-0 flex-1 flex-col outline-none">
          <DrawerHead onClose={dismissable ? onClose : undefined}>
            <Heading slot="title" className="wrap-anywhere min-w-0 flex-1 font-semibold text-lg">
              {title}
            </Heading>
          </DrawerHead>
          <DrawerBody foot={foot}>{children}</DrawerBody>
        </Pane>
      </Modal>
    </ModalOverlay>
  );
}

function DrawerHead({ onClose, children }: { onClose: (() => void) | undefined; children: ReactNode }) {
  return (
    <div className="flex min-h-13 items-center gap-2 border-line border-b px-4 py-2.5">
      {children}
      {onClose ? (
        <IconButton label="Close" onClick={onClose} className="-mr-1.5">
          <X aria-hidden="true" />
        </IconButton>
      ) : null}
    </div>
  );
}

function DrawerBody({ foot, children }: { foot: ReactNode; children: ReactNode }) {
  return (
    <>
      <div className="grid min-h-0 flex-1 content-start gap-4 overflow-y-auto overscroll-contain p-4 [&>*]:min-w-0">
        {children}
      </div>
      {foot ? (
        <div data-foot className="flex flex-wrap items-center gap-2 border-line border-t px-4 py-3">
          {foot}
        </div>
      ) : null}
    </>
  );
}

const BESIDE = "(min-width: 1180px)";

function useIsBeside(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(BESIDE);
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    () => matchMedia(BESIDE).matches,
    () => true,
  );
}

/** Where the page begins below the top bar and the banners, as far as they are in sight. */
function useTopOfPage(): number {
  const [top, setTop] = useState(48);
  useLayoutEffect(() => {
    const main = document.getElementById("main");
    const bar = document.querySelector("header");
    const measure = () =>
      setTop(Math.max(bar?.getBoundingClientRect().bottom ?? 0, main?.getBoundingClientRect().top ?? 0));
    measure();
    const observer = new ResizeObserver(measure);
    for (const element of [main, bar]) if (element) observer.observe(element);
    addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      removeEventListener("scroll", measure);
    };
  }, []);
  return top;
}
