ALTER TABLE "notification" ADD COLUMN "mail_state" text;--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "mail_id" text;--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "origin" text;--> statement-breakpoint
CREATE INDEX "notification_mail" ON "notification" USING btree ("workspace_id","member_id","mail_state") WHERE mail_state is not null;--> statement-breakpoint
ALTER TABLE "member" DROP COLUMN "hue";