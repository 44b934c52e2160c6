DROP INDEX "syncs_shown";--> statement-breakpoint
CREATE INDEX "syncs_shown" ON "syncs" USING btree ("upstream_id","point","connection_id","outcome") WHERE shown;