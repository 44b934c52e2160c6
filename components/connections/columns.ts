import type { SortKey } from "@/lib/model/connection-sort";

export interface Column {
  key: Exclude<SortKey, "fresh"> | "tags";
  head: string;
  /** From which width of the list on it is shown; the least needed column goes first. On a phone: its place in the card. */
  className: string;
}

export const COLUMNS: readonly Column[] = [
  { key: "name", head: "Connection", className: "max-sm:col-start-2 max-sm:row-start-1" },
  {
    key: "health",
    head: "Health",
    className: "max-sm:col-start-3 max-sm:row-start-1 max-sm:justify-self-end",
  },
  {
    key: "service",
    head: "Service",
    className: "max-sm:col-start-2 max-sm:row-start-2 max-sm:text-xs sm:hidden sm:@min-[860px]:block",
  },
  { key: "destination", head: "Destination", className: "hidden sm:@min-[740px]:block" },
  {
    key: "success",
    head: "Last success",
    className: "max-sm:col-start-3 max-sm:row-start-2 max-sm:justify-self-end max-sm:text-xs",
  },
  { key: "next", head: "Next sync", className: "max-sm:hidden" },
  { key: "every", head: "Every", className: "hidden sm:@min-[960px]:block" },
  { key: "since", head: "Since", className: "hidden sm:@min-[1060px]:block" },
  { key: "tags", head: "Tags", className: "hidden sm:@min-[1140px]:block" },
];

/** The box that selects a line, before its cells. */
export const SELECT_CELL =
  "flex items-center max-sm:col-start-1 max-sm:row-span-2 max-sm:row-start-1 max-sm:self-center";

/** One line of the table from 720 px on; below that a card of two lines. */
export const LINE =
  "grid items-center gap-x-3 max-sm:grid-cols-[18px_minmax(0,1fr)_auto_36px] max-sm:grid-rows-[24px_20px] max-sm:content-center max-sm:pl-3 sm:pr-1.5 sm:pl-3.5 sm:grid-cols-[18px_minmax(160px,1fr)_108px_124px_132px_28px] sm:@min-[740px]:grid-cols-[18px_minmax(160px,1.8fr)_108px_minmax(100px,1fr)_124px_132px_28px] sm:@min-[860px]:grid-cols-[18px_minmax(160px,2.2fr)_108px_minmax(90px,1fr)_minmax(90px,1fr)_124px_132px_28px] sm:@min-[960px]:grid-cols-[18px_minmax(180px,2.2fr)_108px_minmax(90px,1fr)_minmax(90px,1.1fr)_124px_136px_56px_28px] sm:@min-[1060px]:grid-cols-[18px_minmax(200px,2.2fr)_108px_minmax(90px,1fr)_minmax(90px,1.1fr)_124px_136px_56px_84px_28px] sm:@min-[1140px]:grid-cols-[18px_minmax(180px,2.2fr)_108px_minmax(80px,1fr)_minmax(80px,1.1fr)_124px_136px_56px_84px_minmax(70px,1fr)_28px] sm:@min-[1300px]:grid-cols-[18px_minmax(200px,2.2fr)_108px_minmax(90px,1fr)_minmax(90px,1.1fr)_200px_136px_56px_84px_minmax(80px,1fr)_28px]";

/** Heights of a line and of a group's head; the list measures them rather than knowing them. */
export const LINE_HEIGHT = "h-16 sm:h-row";
export const GROUP_HEIGHT = "h-10 sm:h-[calc(var(--row)+2px)]";
