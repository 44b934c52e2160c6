import { Download, Table2 } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";

/** The two buttons of every picture: its figures as a table, and as a CSV file. */
export function TableAndFile({
  table,
  onTable,
  onDownload,
}: {
  /** Whether the table is shown. */
  table: boolean;
  onTable: (table: boolean) => void;
  onDownload: () => void;
}) {
  return (
    <span className="inline-flex items-center gap-0.5">
      <IconButton label="Show as table" size="sm" aria-pressed={table} onClick={() => onTable(!table)}>
        <Table2 aria-hidden="true" />
      </IconButton>
      <IconButton label="Download CSV" size="sm" onClick={onDownload}>
        <Download aria-hidden="true" />
      </IconButton>
    </span>
  );
}
