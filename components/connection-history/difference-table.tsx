import type { SettingDifference } from "@/lib/model/setting-difference";

/** What was and what is, name by name. */
export function DifferenceTable({ rows }: { rows: readonly SettingDifference[] }) {
  return (
    <table className="w-full table-fixed border-collapse text-left text-xs">
      <caption className="pb-1 text-left font-medium text-sm">What changed</caption>
      <thead>
        <tr className="border-line border-b text-ink-3">
          <th scope="col" className="py-1 pr-2 font-normal">
            Name
          </th>
          <th scope="col" className="w-1/4 py-1 pr-2 font-normal">
            Before
          </th>
          <th scope="col" className="w-1/4 py-1 font-normal">
            After
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, from, to }) => (
          <tr key={name} className="border-line border-b align-top">
            <th scope="row" className="mono wrap-anywhere py-1 pr-2 font-normal">
              {name}
            </th>
            <td className="mono wrap-anywhere py-1 pr-2 text-ink-2">{from}</td>
            <td className="mono wrap-anywhere py-1">{to}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
