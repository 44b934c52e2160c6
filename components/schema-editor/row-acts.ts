/** What the cells of a row ask for; one object for all rows, so that none is drawn again for it. */
export interface RowActs {
  toggleOpen: (node: number) => void;
  /** `range`: with Shift. */
  select: (node: number, range: boolean) => void;
  toggleSync: (node: number) => void;
  toggleHash: (node: number) => void;
  toggleKey: (node: number) => void;
  openModes: (node: number, button: HTMLButtonElement) => void;
  /** By table place. */
  loadColumns: (table: number) => void;
}
