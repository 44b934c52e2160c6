CREATE TABLE "webhook_deliveries" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "webhook_deliveries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"upstream_id" integer NOT NULL,
	"hook" integer NOT NULL,
	"body_hash" text NOT NULL,
	"body" text NOT NULL,
	"received_at" bigint NOT NULL,
	"repeats" integer NOT NULL,
	"repeated_at" bigint,
	"old_secret" boolean NOT NULL,
	"event" text NOT NULL,
	"event_at" bigint,
	"connection_id" text,
	"sync_id" text,
	"outcome" text,
	"applied" boolean NOT NULL,
	CONSTRAINT "webhook_deliveries_body" UNIQUE("hook","body_hash")
);
--> statement-breakpoint
CREATE TABLE "webhook_refusals" (
	"upstream_id" integer NOT NULL,
	"hook" integer NOT NULL,
	"hour" bigint NOT NULL,
	"reason" text NOT NULL,
	"count" integer NOT NULL,
	"first_at" bigint NOT NULL,
	"last_at" bigint NOT NULL,
	CONSTRAINT "webhook_refusals_hook_hour_reason_pk" PRIMARY KEY("hook","hour","reason")
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "webhooks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"upstream_id" integer NOT NULL,
	"token_hash" text NOT NULL,
	"webhook_id" text,
	"group_id" text,
	"secrets" text NOT NULL,
	"active" boolean NOT NULL,
	"off_since" bigint,
	"gone_at" bigint,
	"made_by" text NOT NULL,
	"made_at" bigint NOT NULL,
	CONSTRAINT "webhooks_token" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_hook_webhooks_id_fk" FOREIGN KEY ("hook") REFERENCES "public"."webhooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_refusals" ADD CONSTRAINT "webhook_refusals_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_refusals" ADD CONSTRAINT "webhook_refusals_hook_webhooks_id_fk" FOREIGN KEY ("hook") REFERENCES "public"."webhooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_latest" ON "webhook_deliveries" USING btree ("upstream_id","received_at");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_hook" ON "webhook_deliveries" USING btree ("hook","received_at");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_waiting" ON "webhook_deliveries" USING btree ("upstream_id","id") WHERE not applied;--> statement-breakpoint
CREATE INDEX "webhook_refusals_latest" ON "webhook_refusals" USING btree ("upstream_id","last_at");