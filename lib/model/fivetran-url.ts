/** Where Fivetran's own dashboard shows a connection. */
export function fivetranUrl(connection_id: string): string {
  return `https://fivetran.com/dashboard/connections/${encodeURIComponent(connection_id)}/status`;
}
