CREATE TABLE "bond" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"campaign_id" text NOT NULL,
	"parent_id" text NOT NULL,
	"child_id" text NOT NULL,
	"team_id" text NOT NULL,
	"zone" text,
	"locked" jsonb NOT NULL,
	"base" jsonb NOT NULL,
	"declined" jsonb NOT NULL,
	"told" jsonb NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "campaign" ADD COLUMN "budget" bigint;--> statement-breakpoint
ALTER TABLE "campaign" ADD COLUMN "currency" text;--> statement-breakpoint
ALTER TABLE "campaign" ADD COLUMN "brief" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign" ADD COLUMN "brief_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "bond" ADD CONSTRAINT "bond_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bond" ADD CONSTRAINT "bond_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bond" ADD CONSTRAINT "bond_parent_id_post_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bond" ADD CONSTRAINT "bond_child_id_post_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bond" ADD CONSTRAINT "bond_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bond_once" ON "bond" USING btree ("parent_id","team_id");--> statement-breakpoint
CREATE UNIQUE INDEX "bond_child" ON "bond" USING btree ("child_id");--> statement-breakpoint
CREATE INDEX "bond_campaign" ON "bond" USING btree ("workspace_id","campaign_id");