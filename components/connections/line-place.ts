/** Where a line of the list stands. */
export interface LinePlace {
  /** From 2: the heads are line 1. */
  line: number;
  /** Distance from the top of the list in pixels. */
  top: number;
  /** Where Tab enters the list. */
  focusable: boolean;
}
