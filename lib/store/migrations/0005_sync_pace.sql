ALTER TABLE "connections" ADD COLUMN "usual_ms" integer;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "slow_ms" integer;