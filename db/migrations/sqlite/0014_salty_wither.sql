PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_thread` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`post_id` text,
	`canvas_id` text,
	`object_id` text,
	`anchor` text,
	`resolved_at` integer,
	`resolved_by` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`canvas_id`) REFERENCES `canvas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_thread`("id", "workspace_id", "post_id", "canvas_id", "object_id", "anchor", "resolved_at", "resolved_by", "created_by", "created_at") SELECT "id", "workspace_id", "post_id", "canvas_id", "object_id", "anchor", "resolved_at", "resolved_by", "created_by", "created_at" FROM `thread`;--> statement-breakpoint
DROP TABLE `thread`;--> statement-breakpoint
ALTER TABLE `__new_thread` RENAME TO `thread`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `thread_post` ON `thread` (`workspace_id`,`post_id`);--> statement-breakpoint
CREATE INDEX `thread_canvas` ON `thread` (`workspace_id`,`canvas_id`);