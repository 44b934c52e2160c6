/** `type` of GET /v1/metadata/connector-types, as the OpenAPI document lists it. */
export type ConnectorCategory =
  | "API"
  | "Dbt"
  | "Marketing"
  | "HumanResources"
  | "Finance"
  | "Productivity"
  | "Engineering"
  | "Support"
  | "Sales"
  | "Security"
  | "SuperConnectorTest"
  | "Free"
  | "File"
  | "Database"
  | "Events"
  | "Function"
  | "BITool"
  | "Warehouse"
  | "Log"
  | "Hvr";

export type ServiceStatus = "general_availability" | "beta" | "private_preview" | "sunset" | "development";

/** What a type can do beyond plain syncing. What follows from its fields (networking, authorisation) is not repeated here. */
export type Features = {
  /** Finest part that can be re-synced. */
  readonly resync: "none" | "connection" | "table";
  readonly hashing: boolean;
  /** Finest part that can be left out. */
  readonly blocking: "none" | "table" | "column";
  readonly history: boolean;
  readonly deletes: "none" | "some tables" | "all tables";
  readonly custom_data: boolean;
  /** Ready-made transformations exist for it. */
  readonly data_models: boolean;
  readonly priority_first_sync: boolean;
  readonly row_filtering: boolean;
};

/** What is known of a connector type that the OpenAPI document does not say. */
export type Overlay = {
  readonly id: string;
  readonly name: string;
  readonly type: ConnectorCategory;
  /** What the source is, to be read after "NAME is". */
  readonly about: string;
  /** The page below https://fivetran.com/docs/connectors/. */
  readonly docs: string;
  readonly connector_class: "standard" | "lite";
  readonly service_status: ServiceStatus;
  /** yyyy-MM-dd; the sandbox's own date, but for the few that Fivetran's public fixtures show. Absent where derived. */
  readonly service_status_updated_at?: string;
  readonly features: Features;
};
