CREATE TABLE "earlier_attempts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "earlier_attempts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"upstream_id" integer NOT NULL,
	"draft_id" text NOT NULL,
	"at" bigint NOT NULL,
	"group_id" text NOT NULL,
	"schema" text NOT NULL,
	"attempt" text NOT NULL,
	"instead" text
);
--> statement-breakpoint
ALTER TABLE "earlier_attempts" ADD CONSTRAINT "earlier_attempts_upstream_id_upstreams_id_fk" FOREIGN KEY ("upstream_id") REFERENCES "public"."upstreams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "earlier_attempts_of" ON "earlier_attempts" USING btree ("upstream_id","at");