ALTER TABLE `thread` ADD `canvas_id` text REFERENCES canvas(id);--> statement-breakpoint
ALTER TABLE `thread` ADD `object_id` text;--> statement-breakpoint
CREATE INDEX `thread_canvas` ON `thread` (`workspace_id`,`canvas_id`);