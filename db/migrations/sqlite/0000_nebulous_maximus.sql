CREATE TABLE `channel` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`team_id` text NOT NULL,
	`network` text NOT NULL,
	`name` text NOT NULL,
	`handle` text NOT NULL,
	`remote_id` text NOT NULL,
	`zone` text NOT NULL,
	`cadence_min` integer,
	`cadence_max` integer,
	`flow` text NOT NULL,
	`credentials` blob,
	`renewing_until` integer,
	`facts` text NOT NULL,
	`status` text NOT NULL,
	`status_reason` text,
	`ingest_cursor` text,
	`ingested_at` integer,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `channel_workspace` ON `channel` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `pause` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`scope` text NOT NULL,
	`value` text NOT NULL,
	`reason` text NOT NULL,
	`started_by` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_by` text,
	`ended_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pause_workspace` ON `pause` (`workspace_id`,`ended_at`);--> statement-breakpoint
CREATE TABLE `conversation` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`team_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`remote_thread` text NOT NULL,
	`post_id` text,
	`state` text NOT NULL,
	`priority` text NOT NULL,
	`assignee_id` text,
	`claim_member_id` text,
	`claim_until` integer,
	`snoozed_until` integer,
	`closed_reason` text,
	`closed_note` text,
	`sentiment` text,
	`last_inbound_at` integer,
	`last_message_at` integer NOT NULL,
	`last_text` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`channel_id`) REFERENCES `channel`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conversation_thread` ON `conversation` (`channel_id`,`person_id`,`remote_thread`);--> statement-breakpoint
CREATE INDEX `conversation_list` ON `conversation` (`workspace_id`,`state`,`last_message_at`);--> statement-breakpoint
CREATE INDEX `conversation_recent` ON `conversation` (`workspace_id`,`last_message_at`);--> statement-breakpoint
CREATE INDEX `conversation_person` ON `conversation` (`workspace_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `conversation_seen` (
	`workspace_id` text NOT NULL,
	`member_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `conversation_id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `message` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`direction` text NOT NULL,
	`remote_id` text,
	`remote_url` text,
	`remote_ref` text,
	`text` text NOT NULL,
	`media` text NOT NULL,
	`member_id` text,
	`at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`language` text,
	`sentiment` text,
	`sentiment_score` real,
	`sentiment_words` text,
	`sentiment_by` text,
	`dismissed` text,
	`dismissed_by` text,
	`send_state` text,
	`send_reason` text,
	`send_detail` text,
	`send_begun_at` integer,
	`send_failures` integer DEFAULT 0 NOT NULL,
	`prepared` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`channel_id`) REFERENCES `channel`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `message_remote` ON `message` (`channel_id`,`remote_id`);--> statement-breakpoint
CREATE INDEX `message_conversation` ON `message` (`workspace_id`,`conversation_id`,`at`);--> statement-breakpoint
CREATE INDEX `message_at` ON `message` (`workspace_id`,`direction`,`at`,`channel_id`,`sentiment`,`conversation_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`network` text NOT NULL,
	`remote_id` text NOT NULL,
	`handle` text NOT NULL,
	`name` text NOT NULL,
	`avatar_url` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_remote` ON `person` (`workspace_id`,`network`,`remote_id`);--> statement-breakpoint
CREATE TABLE `delivery` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`post_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`version_hash` text NOT NULL,
	`due_at` integer NOT NULL,
	`try_at` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`detail` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`held_until` integer,
	`prepared` text,
	`remote` text,
	`sent_at` integer,
	`resolved_by` text,
	`created_by` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `variant`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`channel_id`) REFERENCES `channel`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `delivery_post` ON `delivery` (`workspace_id`,`post_id`);--> statement-breakpoint
CREATE INDEX `delivery_due` ON `delivery` (`workspace_id`,`state`,`try_at`);--> statement-breakpoint
CREATE INDEX `delivery_slot` ON `delivery` (`workspace_id`,`due_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `delivery_live` ON `delivery` (`variant_id`) WHERE state <> 'cancelled';--> statement-breakpoint
CREATE INDEX `delivery_channel` ON `delivery` (`workspace_id`,`channel_id`);--> statement-breakpoint
CREATE INDEX `delivery_sent` ON `delivery` (`workspace_id`,`sent_at`,`channel_id`);--> statement-breakpoint
CREATE TABLE `event` (
	`workspace_id` text NOT NULL,
	`n` integer NOT NULL,
	`at` integer NOT NULL,
	`type` text NOT NULL,
	`member_id` text,
	`subject_id` text,
	`audience` text NOT NULL,
	`data` text NOT NULL,
	`request_id` text,
	PRIMARY KEY(`workspace_id`, `n`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `event_subject` ON `event` (`workspace_id`,`subject_id`,`n`);--> statement-breakpoint
CREATE TABLE `log_cursor` (
	`workspace_id` text NOT NULL,
	`reader` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `reader`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `job` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`run_at` integer NOT NULL,
	`key` text,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`max_attempts` integer NOT NULL,
	`locked_until` integer,
	`locked_by` text,
	`last_error` text,
	`created_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `job_key` ON `job` (`kind`,`key`);--> statement-breakpoint
CREATE INDEX `job_due` ON `job` (`state`,`run_at`);--> statement-breakpoint
CREATE INDEX `job_workspace` ON `job` (`workspace_id`,`state`);--> statement-breakpoint
CREATE TABLE `api_token` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`member_id` text NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_token_hash_unique` ON `api_token` (`hash`);--> statement-breakpoint
CREATE INDEX `api_token_workspace` ON `api_token` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `idempotency` (
	`workspace_id` text NOT NULL,
	`scope` text NOT NULL,
	`request_hash` text NOT NULL,
	`response` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `scope`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text,
	`token_hash` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`narrowed` integer DEFAULT false NOT NULL,
	`team_ids` text NOT NULL,
	`invited_by` text,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_tokenHash_unique` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitation_workspace` ON `invitation` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `member` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`hue` integer NOT NULL,
	`role` text NOT NULL,
	`narrowed` integer DEFAULT false NOT NULL,
	`mail_kinds` text NOT NULL,
	`removed_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user_account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_user` ON `member` (`workspace_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`user_agent` text NOT NULL,
	`address` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user_account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `team` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`zone` text NOT NULL,
	`locale` text NOT NULL,
	`country` text NOT NULL,
	`archived_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `team_workspace` ON `team` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `team_member` (
	`workspace_id` text NOT NULL,
	`team_id` text NOT NULL,
	`member_id` text NOT NULL,
	`role` text,
	PRIMARY KEY(`team_id`, `member_id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `team_member_member` ON `team_member` (`workspace_id`,`member_id`);--> statement-breakpoint
CREATE TABLE `user_account` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`zone` text NOT NULL,
	`locale` text NOT NULL,
	`failed_logins` integer DEFAULT 0 NOT NULL,
	`locked_until` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_account_email_unique` ON `user_account` (`email`);--> statement-breakpoint
CREATE TABLE `channel_count` (
	`channel_id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`followers` real,
	`next_at` integer NOT NULL,
	`collected_at` integer,
	FOREIGN KEY (`channel_id`) REFERENCES `channel`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `delivery_count` (
	`delivery_id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`sent_at` integer NOT NULL,
	`total` text NOT NULL,
	`next_at` integer,
	`collected_at` integer,
	FOREIGN KEY (`delivery_id`) REFERENCES `delivery`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`channel_id`) REFERENCES `channel`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `delivery_count_due` ON `delivery_count` (`workspace_id`,`channel_id`,`next_at`);--> statement-breakpoint
CREATE TABLE `part_count` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`delivery_id` text NOT NULL,
	`remote_id` text NOT NULL,
	`counts` text NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`delivery_id`) REFERENCES `delivery_count`(`delivery_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `part_count_remote` ON `part_count` (`channel_id`,`remote_id`);--> statement-breakpoint
CREATE INDEX `part_count_delivery` ON `part_count` (`workspace_id`,`delivery_id`);--> statement-breakpoint
CREATE TABLE `snapshot` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`metric` text NOT NULL,
	`value` real NOT NULL,
	`gain` real NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `snapshot_point` ON `snapshot` (`subject_id`,`metric`,`at`);--> statement-breakpoint
CREATE INDEX `snapshot_channel` ON `snapshot` (`workspace_id`,`channel_id`,`metric`,`at`);--> statement-breakpoint
CREATE INDEX `snapshot_gain` ON `snapshot` (`workspace_id`,`metric`,`at`,`channel_id`,`subject_id`,`gain`);--> statement-breakpoint
CREATE TABLE `notification` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`n` integer NOT NULL,
	`subject_id` text,
	`data` text NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer,
	`mailed_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notification_event` ON `notification` (`workspace_id`,`member_id`,`n`,`kind`);--> statement-breakpoint
CREATE INDEX `notification_list` ON `notification` (`workspace_id`,`member_id`,`at`);--> statement-breakpoint
CREATE TABLE `asset` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`mime` text NOT NULL,
	`size` integer NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `asset_hash` ON `asset` (`workspace_id`,`hash`);--> statement-breakpoint
CREATE TABLE `asset_blob` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`asset_id` text NOT NULL,
	`size` text NOT NULL,
	`mime` text NOT NULL,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asset_id`) REFERENCES `asset`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `asset_blob_size` ON `asset_blob` (`asset_id`,`size`);--> statement-breakpoint
CREATE INDEX `asset_blob_workspace` ON `asset_blob` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `campaign` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`team_id` text NOT NULL,
	`name` text NOT NULL,
	`goal` text NOT NULL,
	`hue` integer NOT NULL,
	`starts_on` text,
	`ends_on` text,
	`targets` text NOT NULL,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `campaign_workspace` ON `campaign` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `comment` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`thread_id` text NOT NULL,
	`body` text NOT NULL,
	`mention_ids` text NOT NULL,
	`member_id` text NOT NULL,
	`at` integer NOT NULL,
	`edited_at` integer,
	`deleted_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`thread_id`) REFERENCES `thread`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comment_thread` ON `comment` (`workspace_id`,`thread_id`);--> statement-breakpoint
CREATE TABLE `decision` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`post_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`version_hash` text NOT NULL,
	`step` integer NOT NULL,
	`kind` text NOT NULL,
	`comment` text NOT NULL,
	`member_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `variant`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decision_variant` ON `decision` (`workspace_id`,`variant_id`);--> statement-breakpoint
CREATE INDEX `decision_post` ON `decision` (`workspace_id`,`post_id`);--> statement-breakpoint
CREATE TABLE `post` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`team_id` text NOT NULL,
	`campaign_id` text,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`media` text NOT NULL,
	`labels` text NOT NULL,
	`assignee_id` text,
	`stage` text NOT NULL,
	`rank` text NOT NULL,
	`send_local` text,
	`send_zone` text,
	`send_at` integer,
	`revision` integer DEFAULT 0 NOT NULL,
	`pen_member_id` text,
	`pen_until` integer,
	`created_by` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaign`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `post_stage` ON `post` (`workspace_id`,`archived_at`,`stage`,`rank`);--> statement-breakpoint
CREATE INDEX `post_rank` ON `post` (`workspace_id`,`rank`);--> statement-breakpoint
CREATE INDEX `post_send` ON `post` (`workspace_id`,`send_at`);--> statement-breakpoint
CREATE INDEX `post_campaign` ON `post` (`workspace_id`,`campaign_id`);--> statement-breakpoint
CREATE TABLE `post_edit` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`post_id` text NOT NULL,
	`variant_id` text,
	`member_id` text NOT NULL,
	`revision` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `post_edit_post` ON `post_edit` (`workspace_id`,`post_id`);--> statement-breakpoint
CREATE TABLE `thread` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`post_id` text NOT NULL,
	`anchor` text,
	`resolved_at` integer,
	`resolved_by` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `thread_post` ON `thread` (`workspace_id`,`post_id`);--> statement-breakpoint
CREATE TABLE `variant` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`post_id` text NOT NULL,
	`channel_id` text NOT NULL,
	`text` text,
	`media` text,
	`options` text NOT NULL,
	`stage` text NOT NULL,
	`send_local` text,
	`send_zone` text,
	`send_at` integer,
	`version_hash` text,
	`submitted_by` text,
	`submitted_at` integer,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`channel_id`) REFERENCES `channel`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `variant_post` ON `variant` (`workspace_id`,`post_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `variant_channel` ON `variant` (`post_id`,`channel_id`);--> statement-breakpoint
CREATE INDEX `variant_by_channel` ON `variant` (`workspace_id`,`channel_id`);--> statement-breakpoint
CREATE TABLE `version` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`hash` text NOT NULL,
	`content` text NOT NULL,
	`author_ids` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `variant`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `version_hash` ON `version` (`variant_id`,`hash`);--> statement-breakpoint
CREATE INDEX `version_workspace` ON `version` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `practice_account` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`kind` text NOT NULL,
	`handle` text NOT NULL,
	`name` text NOT NULL,
	`language` text NOT NULL,
	`head` integer DEFAULT 0 NOT NULL,
	`crowd` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `practice_account_handle` ON `practice_account` (`workspace_id`,`handle`);--> statement-breakpoint
CREATE TABLE `practice_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`page_id` text NOT NULL,
	`author_id` text NOT NULL,
	`kind` text NOT NULL,
	`thread_id` text NOT NULL,
	`parent_id` text,
	`text` text NOT NULL,
	`media` text NOT NULL,
	`language` text NOT NULL,
	`key` text NOT NULL,
	`n` integer NOT NULL,
	`touched` integer NOT NULL,
	`at` integer NOT NULL,
	`crowd` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`page_id`) REFERENCES `practice_account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `practice_account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `practice_entry_key` ON `practice_entry` (`page_id`,`key`);--> statement-breakpoint
CREATE INDEX `practice_entry_page` ON `practice_entry` (`workspace_id`,`page_id`,`n`);--> statement-breakpoint
CREATE INDEX `practice_entry_touched` ON `practice_entry` (`workspace_id`,`page_id`,`touched`);--> statement-breakpoint
CREATE INDEX `practice_entry_parent` ON `practice_entry` (`workspace_id`,`parent_id`);--> statement-breakpoint
CREATE TABLE `practice_like` (
	`workspace_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`account_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`entry_id`, `account_id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `practice_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `practice_account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `workspace` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`zone` text NOT NULL,
	`locale` text NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	`seq` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workspace_slug_unique` ON `workspace` (`slug`);