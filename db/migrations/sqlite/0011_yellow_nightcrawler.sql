CREATE TABLE `series` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`team_id` text NOT NULL,
	`post_id` text NOT NULL,
	`rule` text NOT NULL,
	`ends` text,
	`first_day` text NOT NULL,
	`time` text NOT NULL,
	`zone` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `series_workspace` ON `series` (`workspace_id`,`ended_at`);--> statement-breakpoint
ALTER TABLE `post` ADD `series_id` text;--> statement-breakpoint
ALTER TABLE `post` ADD `series_day` text;--> statement-breakpoint
CREATE UNIQUE INDEX `post_series` ON `post` (`series_id`,`series_day`) WHERE series_id is not null;