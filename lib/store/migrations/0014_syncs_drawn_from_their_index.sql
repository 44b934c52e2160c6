DROP INDEX "syncs_order";--> statement-breakpoint
CREATE INDEX "syncs_order" ON "syncs" USING btree ("upstream_id","connection_id","point","shown","outcome","started_at","ended_at");