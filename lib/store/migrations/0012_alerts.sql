CREATE TABLE "alert_channels" (
	"upstream_id" integer NOT NULL,
	"id" text NOT NULL,
	"channel" text NOT NULL,
	"sealed" text,
	"host" text,
	"version" integer NOT NULL,
	"made_at" bigint NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" bigint NOT NULL,
	CONSTRAINT "alert_channels_upstream_id_id_pk" PRIMARY KEY("upstream_id","id")
);
--> statement-breakpoint
CREATE TABLE "alert_deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" integer GENERATED ALWAYS AS IDENTITY (sequence name "alert_deliveries_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"upstream_id" integer NOT NULL,
	"notice_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"channel_name" text NOT NULL,
	"kind" text NOT NULL,
	"notice" text NOT NULL,
	"title" text NOT NULL,
	"thread" text NOT NULL,
	"made_at" bigint NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"next_at" bigint NOT NULL,
	"claimed_until" bigint,
	"claimed_by" text,
	"ended_at" bigint,
	"possible_repeat" boolean NOT NULL,
	"answer" text
);
--> statement-breakpoint
CREATE TABLE "alert_events" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "alert_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"alert_id" text NOT NULL,
	"at" bigint NOT NULL,
	"event" text NOT NULL,
	"actor" text NOT NULL,
	"detail" text,
	"notice_id" text
);
--> statement-breakpoint
CREATE TABLE "alert_rules" (
	"upstream_id" integer NOT NULL,
	"id" text NOT NULL,
	"rule" text NOT NULL,
	"version" integer NOT NULL,
	"made_at" bigint NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" bigint NOT NULL,
	CONSTRAINT "alert_rules_upstream_id_id_pk" PRIMARY KEY("upstream_id","id")
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"id" text PRIMARY KEY NOT NULL,
	"upstream_id" integer NOT NULL,
	"rule_id" text NOT NULL,
	"rule_name" text NOT NULL,
	"what" text NOT NULL,
	"severity" text NOT NULL,
	"subject" text NOT NULL,
	"connection_id" text,
	"group_id" text,
	"name" text NOT NULL,
	"words" text NOT NULL,
	"since" bigint NOT NULL,
	"opened_at" bigint NOT NULL,
	"bundle" text,
	"heard" boolean NOT NULL,
	"acknowledged_by" text,
	"acknowledged_at" bigint,
	"muted_by" text,
	"muted_until" bigint,
	"recovered_at" bigint,
	"ended" text
);
--> statement-breakpoint
ALTER TABLE "alert_channels" ADD CONSTRAINT "alert_channels_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_deliveries" ADD CONSTRAINT "alert_deliveries_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_events" ADD CONSTRAINT "alert_events_alert_id_alerts_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alerts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_rules" ADD CONSTRAINT "alert_rules_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_deliveries_latest" ON "alert_deliveries" USING btree ("upstream_id","seq");--> statement-breakpoint
CREATE INDEX "alert_deliveries_notice" ON "alert_deliveries" USING btree ("notice_id");--> statement-breakpoint
CREATE INDEX "alert_deliveries_waiting" ON "alert_deliveries" USING btree ("upstream_id","channel_id","thread","seq") WHERE state in ('pending', 'sending');--> statement-breakpoint
CREATE UNIQUE INDEX "alert_deliveries_seq" ON "alert_deliveries" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "alert_events_alert" ON "alert_events" USING btree ("alert_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_open" ON "alerts" USING btree ("upstream_id","rule_id","subject") WHERE recovered_at is null;--> statement-breakpoint
CREATE INDEX "alerts_over" ON "alerts" USING btree ("upstream_id","recovered_at");