CREATE TABLE "column_lists" (
	"upstream_id" integer NOT NULL,
	"connection_id" text NOT NULL,
	"table_key" text NOT NULL,
	"names" text NOT NULL,
	"columns" text NOT NULL,
	"read_at" bigint NOT NULL,
	CONSTRAINT "column_lists_upstream_id_connection_id_table_key_pk" PRIMARY KEY("upstream_id","connection_id","table_key")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"upstream_id" integer NOT NULL,
	"connection_id" text NOT NULL,
	"kind" text NOT NULL,
	"actor" text NOT NULL,
	"request_id" text NOT NULL,
	"state" text NOT NULL,
	"created_at" bigint NOT NULL,
	"started_at" bigint,
	"ended_at" bigint,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"note" text NOT NULL,
	"cancel_asked" boolean DEFAULT false NOT NULL,
	"waits_until" bigint,
	"input" text NOT NULL,
	"result" text,
	"holder" text
);
--> statement-breakpoint
CREATE TABLE "schema_configs" (
	"upstream_id" integer NOT NULL,
	"connection_id" text NOT NULL,
	"hash" text NOT NULL,
	"body" "bytea" NOT NULL,
	"read_started_at" bigint NOT NULL,
	"read_at" bigint NOT NULL,
	"upstream_bytes" bigint NOT NULL,
	CONSTRAINT "schema_configs_upstream_id_connection_id_pk" PRIMARY KEY("upstream_id","connection_id")
);
--> statement-breakpoint
CREATE TABLE "schema_drafts" (
	"upstream_id" integer NOT NULL,
	"connection_id" text NOT NULL,
	"actor" text NOT NULL,
	"version" integer NOT NULL,
	"base_hash" text NOT NULL,
	"changes" text NOT NULL,
	"saved_at" bigint NOT NULL,
	CONSTRAINT "schema_drafts_upstream_id_connection_id_actor_pk" PRIMARY KEY("upstream_id","connection_id","actor")
);
--> statement-breakpoint
CREATE TABLE "schema_revisions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "schema_revisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"upstream_id" integer NOT NULL,
	"connection_id" text NOT NULL,
	"number" integer NOT NULL,
	"cause" text NOT NULL,
	"actor" text,
	"why" text NOT NULL,
	"at" bigint NOT NULL,
	"not_before" bigint,
	"changes" text NOT NULL,
	"counts" text NOT NULL,
	"of" integer,
	CONSTRAINT "schema_revisions_number" UNIQUE("upstream_id","connection_id","number")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"upstream_id" integer NOT NULL,
	"name" text NOT NULL,
	"value" text NOT NULL,
	"version" integer NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" bigint NOT NULL,
	CONSTRAINT "settings_upstream_id_name_pk" PRIMARY KEY("upstream_id","name")
);
--> statement-breakpoint
ALTER TABLE "column_lists" ADD CONSTRAINT "column_lists_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schema_configs" ADD CONSTRAINT "schema_configs_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schema_drafts" ADD CONSTRAINT "schema_drafts_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schema_revisions" ADD CONSTRAINT "schema_revisions_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "column_lists_latest" ON "column_lists" USING btree ("upstream_id","connection_id","read_at");--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_one_open" ON "jobs" USING btree ("upstream_id","connection_id","kind") WHERE state in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "jobs_latest" ON "jobs" USING btree ("upstream_id","connection_id","created_at");--> statement-breakpoint
CREATE INDEX "jobs_state" ON "jobs" USING btree ("state");