CREATE TABLE "series" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"team_id" text NOT NULL,
	"post_id" text NOT NULL,
	"rule" jsonb NOT NULL,
	"ends" jsonb,
	"first_day" text NOT NULL,
	"time" text NOT NULL,
	"zone" text NOT NULL,
	"created_by" text,
	"created_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "series_id" text;--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "series_day" text;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "series_workspace" ON "series" USING btree ("workspace_id","ended_at");--> statement-breakpoint
CREATE UNIQUE INDEX "post_series" ON "post" USING btree ("series_id","series_day") WHERE series_id is not null;