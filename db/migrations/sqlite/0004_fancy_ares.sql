CREATE TABLE `label` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`hue` integer NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `label_workspace` ON `label` (`workspace_id`);--> statement-breakpoint
INSERT INTO `label` (`id`, `workspace_id`, `name`, `hue`, `created_at`)
SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
  `workspace_id`, `name`, (row_number() OVER (PARTITION BY `workspace_id` ORDER BY `name`) * 5 + 3) % 12, `at`
FROM (
  SELECT `workspace_id`, min(`name`) AS `name`, min(`at`) AS `at` FROM (
    SELECT `post`.`workspace_id`, `word`.`value` AS `name`, `post`.`created_at` AS `at` FROM `post`, json_each(`post`.`labels`) AS `word`
    UNION ALL
    SELECT `workspace_id`, `value`, `started_at` FROM `pause` WHERE `scope` = 'label'
  ) GROUP BY `workspace_id`, lower(`name`)
);--> statement-breakpoint
UPDATE `post` SET `labels` = (
  SELECT json_group_array(`id`) FROM (
    SELECT `label`.`id` FROM json_each(`post`.`labels`) AS `word`
    JOIN `label` ON `label`.`workspace_id` = `post`.`workspace_id` AND lower(`label`.`name`) = lower(`word`.`value`)
    GROUP BY `label`.`id` ORDER BY min(`word`.`key`)
  )
) WHERE `labels` <> '[]';--> statement-breakpoint
UPDATE `pause` SET `value` = (
  SELECT `label`.`id` FROM `label` WHERE `label`.`workspace_id` = `pause`.`workspace_id` AND lower(`label`.`name`) = lower(`pause`.`value`)
) WHERE `scope` = 'label';
