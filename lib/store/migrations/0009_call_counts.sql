CREATE TABLE "call_counts" (
	"upstream_id" integer NOT NULL,
	"hour" bigint NOT NULL,
	"feature" text NOT NULL,
	"calls" integer NOT NULL,
	CONSTRAINT "call_counts_upstream_id_hour_feature_pk" PRIMARY KEY("upstream_id","hour","feature")
);
--> statement-breakpoint
ALTER TABLE "call_counts" ADD CONSTRAINT "call_counts_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;