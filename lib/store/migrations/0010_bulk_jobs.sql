CREATE TABLE "bulk_items" (
	"job_id" text NOT NULL,
	"place" integer NOT NULL,
	"connection_id" text NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"note" text,
	"at" bigint,
	CONSTRAINT "bulk_items_job_id_place_pk" PRIMARY KEY("job_id","place")
);
--> statement-breakpoint
DROP INDEX "jobs_one_open";--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_one_open" ON "jobs" USING btree ("upstream_id","connection_id","kind") WHERE state in ('queued', 'running') and connection_id <> '';