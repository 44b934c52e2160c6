/** Where Fivetran's own dashboard shows a connection. */
export function fivetranUrl(connection_id: string): string {
  return `https://fivetran.com/dashboard/connections/${encodeURIComponent(connection_id)}/status`;
}

/** Where connections are set up in Fivetran's own dashboard. */
export const FIVETRAN_DASHBOARD = "https://fivetran.com/dashboard/connections";
