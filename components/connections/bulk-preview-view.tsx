import { type BulkAct, bulkDetail, bulkWords } from "@/lib/model/bulk/bulk-act";
import type { BulkPreview, LeftAlone } from "@/lib/model/bulk/bulk-preview";
import { countOf, figure } from "@/lib/model/names";
import type { ConnectionRow } from "@/lib/model/snapshot";

const NAMED = 50;

/** What changes, what is left alone and why, and what follows. */
export function BulkPreviewView({ act, preview }: { act: BulkAct; preview: BulkPreview }) {
  const { change, already, cannot, follows } = preview;
  const detail = bulkDetail(act);
  return (
    <section aria-label="What it would do" className="grid gap-2">
      <Rows
        rows={change}
        words={`${bulkWords(act).done}${detail ? `: ${detail}` : ""}`}
        lead={change.length === 0 ? "None would be" : `${figure(change.length)} would be`}
      />
      {already.map((one) => (
        <Left key={one.why} {...one} lead="left alone" />
      ))}
      {cannot.map((one) => (
        <Left key={one.why} {...one} lead="cannot be" />
      ))}
      {follows.length > 0 ? (
        <ul className="grid gap-1 text-ink-2 text-xs">
          {follows.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function Left({ rows, why, lead }: LeftAlone & { lead: string }) {
  return (
    <Rows
      rows={rows}
      lead={`${figure(rows.length)} ${lead}:`}
      words={why.charAt(0).toLowerCase() + why.slice(1)}
    />
  );
}

/** A count that opens to names. */
function Rows({ rows, lead, words }: { rows: readonly ConnectionRow[]; lead: string; words: string }) {
  const line = (
    <>
      <b className="font-medium text-ink">{lead}</b> {words}
    </>
  );
  if (rows.length === 0) return <p className="wrap-anywhere">{line}</p>;
  const more = rows.length - NAMED;
  return (
    <details className="group rounded-2 border border-line px-3 py-1.5">
      <summary className="wrap-anywhere cursor-pointer rounded-1">{line}</summary>
      <ul className="mt-1.5 grid max-h-40 gap-0.5 overflow-y-auto text-xs">
        {rows.slice(0, NAMED).map((row) => (
          <li key={row.id} className="mono truncate" title={row.schema}>
            <bdi>{row.schema}</bdi>
          </li>
        ))}
        {more > 0 ? <li className="text-ink-3">and {countOf(more, "more", "more")}</li> : null}
      </ul>
    </details>
  );
}
