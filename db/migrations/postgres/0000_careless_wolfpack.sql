CREATE TABLE "channel" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"team_id" text NOT NULL,
	"network" text NOT NULL,
	"name" text NOT NULL,
	"handle" text NOT NULL,
	"remote_id" text NOT NULL,
	"zone" text NOT NULL,
	"cadence_min" integer,
	"cadence_max" integer,
	"flow" jsonb NOT NULL,
	"credentials" "bytea",
	"renewing_until" bigint,
	"facts" jsonb NOT NULL,
	"status" text NOT NULL,
	"status_reason" text,
	"ingest_cursor" jsonb,
	"ingested_at" bigint,
	"created_at" bigint NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "pause" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"scope" text NOT NULL,
	"value" text NOT NULL,
	"reason" text NOT NULL,
	"started_by" text NOT NULL,
	"started_at" bigint NOT NULL,
	"ended_by" text,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "conversation" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"team_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"remote_thread" text NOT NULL,
	"post_id" text,
	"state" text NOT NULL,
	"priority" text NOT NULL,
	"assignee_id" text,
	"claim_member_id" text,
	"claim_until" bigint,
	"snoozed_until" bigint,
	"closed_reason" text,
	"closed_note" text,
	"sentiment" text,
	"last_inbound_at" bigint,
	"last_message_at" bigint NOT NULL,
	"last_text" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversation_seen" (
	"workspace_id" text NOT NULL,
	"member_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"seen_at" bigint NOT NULL,
	CONSTRAINT "conversation_seen_member_id_conversation_id_pk" PRIMARY KEY("member_id","conversation_id")
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"direction" text NOT NULL,
	"remote_id" text,
	"remote_url" text,
	"remote_ref" jsonb,
	"text" text NOT NULL,
	"media" jsonb NOT NULL,
	"member_id" text,
	"at" bigint NOT NULL,
	"received_at" bigint NOT NULL,
	"language" text,
	"sentiment" text,
	"sentiment_score" double precision,
	"sentiment_words" jsonb,
	"sentiment_by" text,
	"dismissed" jsonb,
	"dismissed_by" text,
	"send_state" text,
	"send_reason" text,
	"send_detail" text,
	"send_begun_at" bigint,
	"send_failures" integer DEFAULT 0 NOT NULL,
	"prepared" jsonb
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"network" text NOT NULL,
	"remote_id" text NOT NULL,
	"handle" text NOT NULL,
	"name" text NOT NULL,
	"avatar_url" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"post_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"version_hash" text NOT NULL,
	"due_at" bigint NOT NULL,
	"try_at" bigint NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"detail" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"held_until" bigint,
	"prepared" jsonb,
	"remote" jsonb,
	"sent_at" bigint,
	"resolved_by" text,
	"created_by" text,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event" (
	"workspace_id" text NOT NULL,
	"n" bigint NOT NULL,
	"at" bigint NOT NULL,
	"type" text NOT NULL,
	"member_id" text,
	"subject_id" text,
	"audience" text NOT NULL,
	"data" jsonb NOT NULL,
	"request_id" text,
	CONSTRAINT "event_workspace_id_n_pk" PRIMARY KEY("workspace_id","n")
);
--> statement-breakpoint
CREATE TABLE "log_cursor" (
	"workspace_id" text NOT NULL,
	"reader" text NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "log_cursor_workspace_id_reader_pk" PRIMARY KEY("workspace_id","reader")
);
--> statement-breakpoint
CREATE TABLE "job" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"run_at" bigint NOT NULL,
	"key" text,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"max_attempts" integer NOT NULL,
	"locked_until" bigint,
	"locked_by" text,
	"last_error" text,
	"created_at" bigint NOT NULL,
	"finished_at" bigint
);
--> statement-breakpoint
CREATE TABLE "api_token" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"member_id" text NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"used_at" bigint,
	"revoked_at" bigint,
	CONSTRAINT "api_token_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"workspace_id" text NOT NULL,
	"scope" text NOT NULL,
	"request_hash" text NOT NULL,
	"response" jsonb NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "idempotency_workspace_id_scope_pk" PRIMARY KEY("workspace_id","scope")
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text,
	"token_hash" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"narrowed" boolean DEFAULT false NOT NULL,
	"team_ids" jsonb NOT NULL,
	"invited_by" text,
	"expires_at" bigint NOT NULL,
	"used_at" bigint,
	"created_at" bigint NOT NULL,
	CONSTRAINT "invitation_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "member" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"hue" integer NOT NULL,
	"role" text NOT NULL,
	"narrowed" boolean DEFAULT false NOT NULL,
	"mail_kinds" jsonb NOT NULL,
	"removed_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL,
	"user_agent" text NOT NULL,
	"address" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"zone" text NOT NULL,
	"locale" text NOT NULL,
	"country" text NOT NULL,
	"archived_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team_member" (
	"workspace_id" text NOT NULL,
	"team_id" text NOT NULL,
	"member_id" text NOT NULL,
	"role" text,
	CONSTRAINT "team_member_team_id_member_id_pk" PRIMARY KEY("team_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "user_account" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"zone" text NOT NULL,
	"locale" text NOT NULL,
	"failed_logins" integer DEFAULT 0 NOT NULL,
	"locked_until" bigint,
	"created_at" bigint NOT NULL,
	CONSTRAINT "user_account_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "channel_count" (
	"channel_id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"followers" double precision,
	"next_at" bigint NOT NULL,
	"collected_at" bigint
);
--> statement-breakpoint
CREATE TABLE "delivery_count" (
	"delivery_id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"sent_at" bigint NOT NULL,
	"total" jsonb NOT NULL,
	"next_at" bigint,
	"collected_at" bigint
);
--> statement-breakpoint
CREATE TABLE "part_count" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"delivery_id" text NOT NULL,
	"remote_id" text NOT NULL,
	"counts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "snapshot" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"metric" text NOT NULL,
	"value" double precision NOT NULL,
	"gain" double precision NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"member_id" text NOT NULL,
	"kind" text NOT NULL,
	"n" bigint NOT NULL,
	"subject_id" text,
	"data" jsonb NOT NULL,
	"at" bigint NOT NULL,
	"read_at" bigint,
	"mailed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "asset" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"mime" text NOT NULL,
	"size" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"created_by" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "asset_blob" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"asset_id" text NOT NULL,
	"size" text NOT NULL,
	"mime" text NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaign" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"team_id" text NOT NULL,
	"name" text NOT NULL,
	"goal" text NOT NULL,
	"hue" integer NOT NULL,
	"starts_on" text,
	"ends_on" text,
	"targets" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"archived_at" bigint
);
--> statement-breakpoint
CREATE TABLE "comment" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"thread_id" text NOT NULL,
	"body" text NOT NULL,
	"mention_ids" jsonb NOT NULL,
	"member_id" text NOT NULL,
	"at" bigint NOT NULL,
	"edited_at" bigint,
	"deleted_at" bigint
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"post_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"version_hash" text NOT NULL,
	"step" integer NOT NULL,
	"kind" text NOT NULL,
	"comment" text NOT NULL,
	"member_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "post" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"team_id" text NOT NULL,
	"campaign_id" text,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"media" jsonb NOT NULL,
	"labels" jsonb NOT NULL,
	"assignee_id" text,
	"stage" text NOT NULL,
	"rank" text COLLATE "C" NOT NULL,
	"send_local" text,
	"send_zone" text,
	"send_at" bigint,
	"revision" integer DEFAULT 0 NOT NULL,
	"pen_member_id" text,
	"pen_until" bigint,
	"created_by" text,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"archived_at" bigint
);
--> statement-breakpoint
CREATE TABLE "post_edit" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"post_id" text NOT NULL,
	"variant_id" text,
	"member_id" text NOT NULL,
	"revision" integer NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "thread" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"post_id" text NOT NULL,
	"anchor" jsonb,
	"resolved_at" bigint,
	"resolved_by" text,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "variant" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"post_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"text" text,
	"media" jsonb,
	"options" jsonb NOT NULL,
	"stage" text NOT NULL,
	"send_local" text,
	"send_zone" text,
	"send_at" bigint,
	"version_hash" text,
	"submitted_by" text,
	"submitted_at" bigint,
	"created_at" bigint NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "version" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"hash" text NOT NULL,
	"content" jsonb NOT NULL,
	"author_ids" jsonb NOT NULL,
	"created_by" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "practice_account" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"kind" text NOT NULL,
	"handle" text NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"head" bigint DEFAULT 0 NOT NULL,
	"crowd" jsonb,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "practice_entry" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"page_id" text NOT NULL,
	"author_id" text NOT NULL,
	"kind" text NOT NULL,
	"thread_id" text NOT NULL,
	"parent_id" text,
	"text" text NOT NULL,
	"media" jsonb NOT NULL,
	"language" text NOT NULL,
	"key" text NOT NULL,
	"n" bigint NOT NULL,
	"touched" bigint NOT NULL,
	"at" bigint NOT NULL,
	"crowd" jsonb
);
--> statement-breakpoint
CREATE TABLE "practice_like" (
	"workspace_id" text NOT NULL,
	"entry_id" text NOT NULL,
	"account_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "practice_like_entry_id_account_id_pk" PRIMARY KEY("entry_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "workspace" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"locale" text NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "workspace_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "channel" ADD CONSTRAINT "channel_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel" ADD CONSTRAINT "channel_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pause" ADD CONSTRAINT "pause_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_channel_id_channel_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channel"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_seen" ADD CONSTRAINT "conversation_seen_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_seen" ADD CONSTRAINT "conversation_seen_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_channel_id_channel_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channel"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_variant_id_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_channel_id_channel_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channel"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "log_cursor" ADD CONSTRAINT "log_cursor_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency" ADD CONSTRAINT "idempotency_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_user_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user_account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team" ADD CONSTRAINT "team_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_count" ADD CONSTRAINT "channel_count_channel_id_channel_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channel"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_count" ADD CONSTRAINT "channel_count_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_count" ADD CONSTRAINT "delivery_count_delivery_id_delivery_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."delivery"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_count" ADD CONSTRAINT "delivery_count_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_count" ADD CONSTRAINT "delivery_count_channel_id_channel_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channel"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_count" ADD CONSTRAINT "part_count_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_count" ADD CONSTRAINT "part_count_delivery_id_delivery_count_delivery_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."delivery_count"("delivery_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset" ADD CONSTRAINT "asset_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_blob" ADD CONSTRAINT "asset_blob_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asset_blob" ADD CONSTRAINT "asset_blob_asset_id_asset_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."asset"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_thread_id_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."thread"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_variant_id_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_edit" ADD CONSTRAINT "post_edit_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_edit" ADD CONSTRAINT "post_edit_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variant" ADD CONSTRAINT "variant_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variant" ADD CONSTRAINT "variant_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variant" ADD CONSTRAINT "variant_channel_id_channel_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channel"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version" ADD CONSTRAINT "version_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version" ADD CONSTRAINT "version_variant_id_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_account" ADD CONSTRAINT "practice_account_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_entry" ADD CONSTRAINT "practice_entry_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_entry" ADD CONSTRAINT "practice_entry_page_id_practice_account_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."practice_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_entry" ADD CONSTRAINT "practice_entry_author_id_practice_account_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."practice_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_like" ADD CONSTRAINT "practice_like_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_like" ADD CONSTRAINT "practice_like_entry_id_practice_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."practice_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_like" ADD CONSTRAINT "practice_like_account_id_practice_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."practice_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "channel_workspace" ON "channel" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "pause_workspace" ON "pause" USING btree ("workspace_id","ended_at");--> statement-breakpoint
CREATE UNIQUE INDEX "conversation_thread" ON "conversation" USING btree ("channel_id","person_id","remote_thread");--> statement-breakpoint
CREATE INDEX "conversation_list" ON "conversation" USING btree ("workspace_id","state","last_message_at");--> statement-breakpoint
CREATE INDEX "conversation_recent" ON "conversation" USING btree ("workspace_id","last_message_at");--> statement-breakpoint
CREATE INDEX "conversation_person" ON "conversation" USING btree ("workspace_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "message_remote" ON "message" USING btree ("channel_id","remote_id");--> statement-breakpoint
CREATE INDEX "message_conversation" ON "message" USING btree ("workspace_id","conversation_id","at");--> statement-breakpoint
CREATE INDEX "message_at" ON "message" USING btree ("workspace_id","direction","at","channel_id","sentiment","conversation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_remote" ON "person" USING btree ("workspace_id","network","remote_id");--> statement-breakpoint
CREATE INDEX "delivery_post" ON "delivery" USING btree ("workspace_id","post_id");--> statement-breakpoint
CREATE INDEX "delivery_due" ON "delivery" USING btree ("workspace_id","state","try_at");--> statement-breakpoint
CREATE INDEX "delivery_slot" ON "delivery" USING btree ("workspace_id","due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_live" ON "delivery" USING btree ("variant_id") WHERE state <> 'cancelled';--> statement-breakpoint
CREATE INDEX "delivery_channel" ON "delivery" USING btree ("workspace_id","channel_id");--> statement-breakpoint
CREATE INDEX "delivery_sent" ON "delivery" USING btree ("workspace_id","sent_at","channel_id");--> statement-breakpoint
CREATE INDEX "event_subject" ON "event" USING btree ("workspace_id","subject_id","n");--> statement-breakpoint
CREATE UNIQUE INDEX "job_key" ON "job" USING btree ("kind","key");--> statement-breakpoint
CREATE INDEX "job_due" ON "job" USING btree ("state","run_at");--> statement-breakpoint
CREATE INDEX "job_workspace" ON "job" USING btree ("workspace_id","state");--> statement-breakpoint
CREATE INDEX "api_token_workspace" ON "api_token" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "invitation_workspace" ON "invitation" USING btree ("workspace_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_user" ON "member" USING btree ("workspace_id","user_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "team_workspace" ON "team" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "team_member_member" ON "team_member" USING btree ("workspace_id","member_id");--> statement-breakpoint
CREATE INDEX "delivery_count_due" ON "delivery_count" USING btree ("workspace_id","channel_id","next_at");--> statement-breakpoint
CREATE UNIQUE INDEX "part_count_remote" ON "part_count" USING btree ("channel_id","remote_id");--> statement-breakpoint
CREATE INDEX "part_count_delivery" ON "part_count" USING btree ("workspace_id","delivery_id");--> statement-breakpoint
CREATE UNIQUE INDEX "snapshot_point" ON "snapshot" USING btree ("subject_id","metric","at");--> statement-breakpoint
CREATE INDEX "snapshot_channel" ON "snapshot" USING btree ("workspace_id","channel_id","metric","at");--> statement-breakpoint
CREATE INDEX "snapshot_gain" ON "snapshot" USING btree ("workspace_id","metric","at","channel_id","subject_id","gain");--> statement-breakpoint
CREATE UNIQUE INDEX "notification_event" ON "notification" USING btree ("workspace_id","member_id","n","kind");--> statement-breakpoint
CREATE INDEX "notification_list" ON "notification" USING btree ("workspace_id","member_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "asset_hash" ON "asset" USING btree ("workspace_id","hash");--> statement-breakpoint
CREATE UNIQUE INDEX "asset_blob_size" ON "asset_blob" USING btree ("asset_id","size");--> statement-breakpoint
CREATE INDEX "asset_blob_workspace" ON "asset_blob" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "campaign_workspace" ON "campaign" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "comment_thread" ON "comment" USING btree ("workspace_id","thread_id");--> statement-breakpoint
CREATE INDEX "decision_variant" ON "decision" USING btree ("workspace_id","variant_id");--> statement-breakpoint
CREATE INDEX "decision_post" ON "decision" USING btree ("workspace_id","post_id");--> statement-breakpoint
CREATE INDEX "post_stage" ON "post" USING btree ("workspace_id","archived_at","stage","rank");--> statement-breakpoint
CREATE INDEX "post_rank" ON "post" USING btree ("workspace_id","rank");--> statement-breakpoint
CREATE INDEX "post_send" ON "post" USING btree ("workspace_id","send_at");--> statement-breakpoint
CREATE INDEX "post_campaign" ON "post" USING btree ("workspace_id","campaign_id");--> statement-breakpoint
CREATE INDEX "post_edit_post" ON "post_edit" USING btree ("workspace_id","post_id");--> statement-breakpoint
CREATE INDEX "thread_post" ON "thread" USING btree ("workspace_id","post_id");--> statement-breakpoint
CREATE INDEX "variant_post" ON "variant" USING btree ("workspace_id","post_id");--> statement-breakpoint
CREATE UNIQUE INDEX "variant_channel" ON "variant" USING btree ("post_id","channel_id");--> statement-breakpoint
CREATE INDEX "variant_by_channel" ON "variant" USING btree ("workspace_id","channel_id");--> statement-breakpoint
CREATE UNIQUE INDEX "version_hash" ON "version" USING btree ("variant_id","hash");--> statement-breakpoint
CREATE INDEX "version_workspace" ON "version" USING btree ("workspace_id");--> statement-breakpoint
CREATE UNIQUE INDEX "practice_account_handle" ON "practice_account" USING btree ("workspace_id","handle");--> statement-breakpoint
CREATE UNIQUE INDEX "practice_entry_key" ON "practice_entry" USING btree ("page_id","key");--> statement-breakpoint
CREATE INDEX "practice_entry_page" ON "practice_entry" USING btree ("workspace_id","page_id","n");--> statement-breakpoint
CREATE INDEX "practice_entry_touched" ON "practice_entry" USING btree ("workspace_id","page_id","touched");--> statement-breakpoint
CREATE INDEX "practice_entry_parent" ON "practice_entry" USING btree ("workspace_id","parent_id");