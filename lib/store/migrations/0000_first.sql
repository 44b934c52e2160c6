CREATE TABLE "audit" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"upstream_id" integer NOT NULL,
	"actor" text NOT NULL,
	"request_id" text NOT NULL,
	"operation" text NOT NULL,
	"connection_id" text,
	"params" text NOT NULL,
	"body" text,
	"at" bigint NOT NULL,
	"ended_at" bigint,
	"status" integer,
	"outcome" text NOT NULL,
	"message" text,
	"holder" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "connections" (
	"upstream_id" integer NOT NULL,
	"id" text NOT NULL,
	"schema" text NOT NULL,
	"service" text NOT NULL,
	"group_id" text NOT NULL,
	"setup_state" text NOT NULL,
	"sync_state" text NOT NULL,
	"update_state" text NOT NULL,
	"is_historical_sync" boolean NOT NULL,
	"paused" boolean NOT NULL,
	"schedule_type" text NOT NULL,
	"sync_frequency" integer NOT NULL,
	"daily_sync_time" text,
	"created_at" bigint,
	"succeeded_at" bigint,
	"failed_at" bigint,
	"rescheduled_for" bigint,
	"task" text,
	"task_count" integer NOT NULL,
	"warning_count" integer NOT NULL,
	"health" text NOT NULL,
	"health_since" bigint NOT NULL,
	"since_exact" boolean NOT NULL,
	"resting_health" text,
	"resting_since" bigint,
	"resting_exact" boolean DEFAULT false NOT NULL,
	"raw" text NOT NULL,
	"digest" text NOT NULL,
	"read_started_at" bigint NOT NULL,
	"read_at" bigint NOT NULL,
	"detail_read_at" bigint,
	"vanished_at" bigint,
	"announced_by" text,
	"announced_at" bigint,
	"announced" text,
	"version" bigint NOT NULL,
	CONSTRAINT "connections_upstream_id_id_pk" PRIMARY KEY("upstream_id","id")
);
--> statement-breakpoint
CREATE TABLE "connector_types" (
	"upstream_id" integer NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"link_to_docs" text,
	"raw" text NOT NULL,
	CONSTRAINT "connector_types_upstream_id_id_pk" PRIMARY KEY("upstream_id","id")
);
--> statement-breakpoint
CREATE TABLE "destinations" (
	"upstream_id" integer NOT NULL,
	"id" text NOT NULL,
	"service" text NOT NULL,
	"region" text,
	"time_zone_offset" text NOT NULL,
	"daylight_saving_time_enabled" boolean,
	"setup_status" text NOT NULL,
	"raw" text NOT NULL,
	CONSTRAINT "destinations_upstream_id_id_pk" PRIMARY KEY("upstream_id","id")
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"upstream_id" integer NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"created_at" bigint,
	CONSTRAINT "groups_upstream_id_id_pk" PRIMARY KEY("upstream_id","id")
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"upstream_id" integer NOT NULL,
	"name" text NOT NULL,
	"holder" text NOT NULL,
	"token" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"state" text,
	CONSTRAINT "leases_upstream_id_name_pk" PRIMARY KEY("upstream_id","name")
);
--> statement-breakpoint
CREATE TABLE "setup_test_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"upstream_id" integer NOT NULL,
	"connection_id" text NOT NULL,
	"actor" text NOT NULL,
	"started_at" bigint NOT NULL,
	"ended_at" bigint,
	"state" text NOT NULL,
	"tests" text NOT NULL,
	"error" text,
	"holder" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "state_changes" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "state_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"upstream_id" integer NOT NULL,
	"connection_id" text NOT NULL,
	"kind" text NOT NULL,
	"from" text,
	"to" text,
	"seen_at" bigint NOT NULL,
	"not_before" bigint,
	"actor" text NOT NULL,
	"detail" text
);
--> statement-breakpoint
CREATE TABLE "sweeps" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sweeps_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"upstream_id" integer NOT NULL,
	"asked_by" text NOT NULL,
	"started_at" bigint NOT NULL,
	"ended_at" bigint NOT NULL,
	"calls" integer NOT NULL,
	"connections" integer NOT NULL,
	"complete" boolean NOT NULL,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "syncs" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "syncs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"upstream_id" integer NOT NULL,
	"connection_id" text NOT NULL,
	"start_seen" bigint,
	"start_not_before" bigint,
	"end_kind" text,
	"end_exact" bigint,
	"end_seen" bigint,
	"end_not_before" bigint,
	"started_at" bigint,
	"started_exact" boolean NOT NULL,
	"ended_at" bigint,
	"ended_exact" boolean NOT NULL,
	"outcome" text NOT NULL,
	"shown" boolean NOT NULL,
	"point" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "upstreams" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "upstreams_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"url" text NOT NULL,
	"account_id" text NOT NULL,
	"account_name" text,
	"key_kind" text NOT NULL,
	"key_digest" text NOT NULL,
	"version" bigint DEFAULT 0 NOT NULL,
	"lists_version" bigint DEFAULT 0 NOT NULL,
	"denied" text NOT NULL,
	"destinations_seen" integer DEFAULT 0 NOT NULL,
	"lists_read_at" bigint,
	"types_read_at" bigint,
	"seen_at" bigint NOT NULL,
	CONSTRAINT "upstreams_identity" UNIQUE("url","account_id")
);
--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connector_types" ADD CONSTRAINT "connector_types_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "destinations" ADD CONSTRAINT "destinations_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leases" ADD CONSTRAINT "leases_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "setup_test_runs" ADD CONSTRAINT "setup_test_runs_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "state_changes" ADD CONSTRAINT "state_changes_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sweeps" ADD CONSTRAINT "sweeps_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "syncs" ADD CONSTRAINT "syncs_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_latest" ON "audit" USING btree ("upstream_id","at");--> statement-breakpoint
CREATE INDEX "audit_connection" ON "audit" USING btree ("upstream_id","connection_id","at");--> statement-breakpoint
CREATE INDEX "audit_pending" ON "audit" USING btree ("outcome");--> statement-breakpoint
CREATE INDEX "connections_version" ON "connections" USING btree ("upstream_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "setup_test_runs_one_running" ON "setup_test_runs" USING btree ("upstream_id","connection_id") WHERE state = 'running';--> statement-breakpoint
CREATE INDEX "setup_test_runs_latest" ON "setup_test_runs" USING btree ("upstream_id","connection_id","started_at");--> statement-breakpoint
CREATE INDEX "state_changes_latest" ON "state_changes" USING btree ("upstream_id","seen_at");--> statement-breakpoint
CREATE INDEX "state_changes_connection" ON "state_changes" USING btree ("upstream_id","connection_id","seen_at");--> statement-breakpoint
CREATE INDEX "sweeps_latest" ON "sweeps" USING btree ("upstream_id","started_at");--> statement-breakpoint
CREATE INDEX "syncs_order" ON "syncs" USING btree ("upstream_id","connection_id","point");--> statement-breakpoint
CREATE INDEX "syncs_exact" ON "syncs" USING btree ("upstream_id","connection_id","end_exact");