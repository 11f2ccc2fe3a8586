CREATE TABLE `bond` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`parent_id` text NOT NULL,
	`child_id` text NOT NULL,
	`team_id` text NOT NULL,
	`zone` text,
	`locked` text NOT NULL,
	`base` text NOT NULL,
	`declined` text NOT NULL,
	`told` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`child_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bond_once` ON `bond` (`parent_id`,`team_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `bond_child` ON `bond` (`child_id`);--> statement-breakpoint
CREATE INDEX `bond_campaign` ON `bond` (`workspace_id`,`campaign_id`);--> statement-breakpoint
ALTER TABLE `campaign` ADD `budget` integer;--> statement-breakpoint
ALTER TABLE `campaign` ADD `currency` text;--> statement-breakpoint
ALTER TABLE `campaign` ADD `brief` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `campaign` ADD `brief_revision` integer DEFAULT 0 NOT NULL;