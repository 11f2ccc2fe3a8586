CREATE TABLE `working_stage` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`team_id` text NOT NULL,
	`name` text NOT NULL,
	`rank` text NOT NULL,
	`wip_limit` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `working_stage_workspace` ON `working_stage` (`workspace_id`);--> statement-breakpoint
ALTER TABLE `post` ADD `working_id` text;--> statement-breakpoint
CREATE INDEX `post_working` ON `post` (`workspace_id`,`working_id`) WHERE working_id is not null;