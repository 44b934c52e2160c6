CREATE TABLE "history_reads" (
	"upstream_id" integer NOT NULL,
	"connection_id" text NOT NULL,
	"read_from" bigint NOT NULL,
	"read_until" bigint NOT NULL,
	CONSTRAINT "history_reads_upstream_id_connection_id_pk" PRIMARY KEY("upstream_id","connection_id")
);
--> statement-breakpoint
CREATE TABLE "observations" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "observations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"upstream_id" integer NOT NULL,
	"began_at" bigint NOT NULL,
	"until_at" bigint NOT NULL,
	"gap_ms" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "state_changes" ADD COLUMN "difference" text;--> statement-breakpoint
ALTER TABLE "syncs" ADD COLUMN "sync_id" text;--> statement-breakpoint
ALTER TABLE "syncs" ADD COLUMN "told" text;--> statement-breakpoint
ALTER TABLE "syncs" ADD COLUMN "part_of" text;--> statement-breakpoint
ALTER TABLE "syncs" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "syncs" ADD COLUMN "sources" text DEFAULT 'poll' NOT NULL;--> statement-breakpoint
ALTER TABLE "syncs" ADD COLUMN "since" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "upstreams" ADD COLUMN "sync_history" text;--> statement-breakpoint
ALTER TABLE "upstreams" ADD COLUMN "sync_history_at" bigint;--> statement-breakpoint
ALTER TABLE "history_reads" ADD CONSTRAINT "history_reads_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "observations_latest" ON "observations" USING btree ("upstream_id","until_at");--> statement-breakpoint
CREATE UNIQUE INDEX "syncs_named" ON "syncs" USING btree ("upstream_id","connection_id","sync_id") WHERE sync_id is not null;--> statement-breakpoint
CREATE INDEX "syncs_parts" ON "syncs" USING btree ("upstream_id","connection_id","part_of") WHERE part_of is not null;--> statement-breakpoint
UPDATE "syncs" SET "since" = least(coalesce("start_seen", "point"), "point");