import { DAILY_SYNC_TIMES, SYNC_FREQUENCIES } from "@/lib/model/schedule";
import { SETUP_STEPS, type SetupValues } from "@/lib/model/setup-draft";
import { z } from "@/lib/zod";

const id = z.string().max(200).nullable();
const fields = z.record(z.string().max(200), z.unknown());

/** What a page may say that a person chose; that no secret is in it is for the connector type's form to see to. */
export const SetupValuesBody: z.ZodType<SetupValues> = z.strictObject({
  group_id: id,
  destination_schema_names: z.enum(["FIVETRAN_NAMING", "SOURCE_NAMING"]),
  settings: z.strictObject({
    config: fields,
    auth: fields,
    external_secrets_keys_config: fields,
    request: fields.default({}),
  }),
  network: z.strictObject({
    networking_method: z.enum(["Directly", "PrivateLink", "SshTunnel", "ProxyAgent"]).nullable(),
    private_link_id: id,
    proxy_agent_id: id,
    hybrid_deployment_agent_id: id,
  }),
  authorise_by: z.enum(["fields", "connect_card"]),
  schedule: z.strictObject({
    schedule_type: z.enum(["auto", "manual"]),
    sync_frequency: z.literal(SYNC_FREQUENCIES),
    daily_sync_time: z.enum(DAILY_SYNC_TIMES as [string, ...string[]]).nullable(),
  }),
});

/** A save of a draft of a new connection. */
export const SetupDraftBody = z.strictObject({
  version: z.number().int().min(1),
  step: z.enum(SETUP_STEPS),
  values: SetupValuesBody,
  secrets: z.array(z.string().max(500)).max(500),
});
