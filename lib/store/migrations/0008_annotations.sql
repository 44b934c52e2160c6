CREATE TABLE "annotations" (
	"upstream_id" integer NOT NULL,
	"connection_id" text NOT NULL,
	"tags" text NOT NULL,
	"owners" text NOT NULL,
	"notes" text NOT NULL,
	"runbook" text NOT NULL,
	"version" integer NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" bigint NOT NULL,
	CONSTRAINT "annotations_upstream_id_connection_id_pk" PRIMARY KEY("upstream_id","connection_id")
);
--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;