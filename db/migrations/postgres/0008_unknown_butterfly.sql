CREATE TABLE "working_stage" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"team_id" text NOT NULL,
	"name" text NOT NULL,
	"rank" text COLLATE "C" NOT NULL,
	"wip_limit" integer,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "post" ADD COLUMN "working_id" text;--> statement-breakpoint
ALTER TABLE "working_stage" ADD CONSTRAINT "working_stage_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_stage" ADD CONSTRAINT "working_stage_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "working_stage_workspace" ON "working_stage" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "post_working" ON "post" USING btree ("workspace_id","working_id") WHERE working_id is not null;