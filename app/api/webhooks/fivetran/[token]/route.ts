import { received } from "@/lib/auth/route";
import { takeDelivery } from "@/lib/sync/webhooks/take-delivery";

/** Where Fivetran delivers to: the end of the address says which webhook, the signature that it is Fivetran. */
export const POST = received<{ token: string }>((request, { token }) => takeDelivery(request, token));
