CREATE TABLE "connection_templates" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "connection_templates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"upstream_id" integer NOT NULL,
	"name" text NOT NULL,
	"service" text NOT NULL,
	"values" text NOT NULL,
	"schema_from" text,
	"actor" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "connection_templates_name" UNIQUE("upstream_id","name")
);
--> statement-breakpoint
CREATE TABLE "connector_metadata" (
	"upstream_id" integer NOT NULL,
	"service" text NOT NULL,
	"raw" text NOT NULL,
	"read_at" bigint NOT NULL,
	CONSTRAINT "connector_metadata_upstream_id_service_pk" PRIMARY KEY("upstream_id","service")
);
--> statement-breakpoint
CREATE TABLE "setup_drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"upstream_id" integer NOT NULL,
	"actor" text NOT NULL,
	"version" integer NOT NULL,
	"service" text NOT NULL,
	"step" text NOT NULL,
	"values" text NOT NULL,
	"secrets" text NOT NULL,
	"source" text,
	"schema_from" text,
	"state" text NOT NULL,
	"creation" text NOT NULL,
	"attempt" text,
	"claim" text,
	"connection_id" text,
	"holder" text,
	"created_at" bigint NOT NULL,
	"saved_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "connection_templates" ADD CONSTRAINT "connection_templates_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connector_metadata" ADD CONSTRAINT "connector_metadata_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "setup_drafts" ADD CONSTRAINT "setup_drafts_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "setup_drafts_latest" ON "setup_drafts" USING btree ("upstream_id","actor","saved_at");--> statement-breakpoint
CREATE INDEX "setup_drafts_state" ON "setup_drafts" USING btree ("state");--> statement-breakpoint
CREATE UNIQUE INDEX "setup_drafts_one_claim" ON "setup_drafts" USING btree ("upstream_id","claim");--> statement-breakpoint
CREATE UNIQUE INDEX "setup_drafts_one_connection" ON "setup_drafts" USING btree ("upstream_id","connection_id");