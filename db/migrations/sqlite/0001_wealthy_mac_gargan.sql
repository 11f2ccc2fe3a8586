ALTER TABLE `notification` ADD `mail_state` text;--> statement-breakpoint
ALTER TABLE `notification` ADD `mail_id` text;--> statement-breakpoint
CREATE INDEX `notification_mail` ON `notification` (`workspace_id`,`member_id`,`mail_state`) WHERE mail_state is not null;--> statement-breakpoint
ALTER TABLE `workspace` ADD `origin` text;--> statement-breakpoint
ALTER TABLE `member` DROP COLUMN `hue`;