/** What can be wrong at the far end of a connection or destination; control switches them on and off. */
export const SOURCE_FAULTS = [
  "host_unknown",
  "host_down",
  "port_closed",
  "credentials_wrong",
  "permission_missing",
  "permission_partial",
  "tunnel_down",
  "api_down",
] as const;
export type SourceFault = (typeof SOURCE_FAULTS)[number];

/** The far end as it is now. A generation that grows is a host key or certificate that was changed. */
export interface SourceConditions {
  faults: readonly SourceFault[];
  host_key_generation: number;
  certificate_generation: number;
}

export const GOOD_CONDITIONS: SourceConditions = {
  faults: [],
  host_key_generation: 0,
  certificate_generation: 0,
};
