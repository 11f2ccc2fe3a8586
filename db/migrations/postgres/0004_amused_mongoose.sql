CREATE TABLE "label" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"name" text NOT NULL,
	"hue" integer NOT NULL,
	"created_by" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "label" ADD CONSTRAINT "label_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "label_workspace" ON "label" USING btree ("workspace_id");--> statement-breakpoint
INSERT INTO "label" ("id", "workspace_id", "name", "hue", "created_at")
SELECT gen_random_uuid()::text, "workspace_id", "name",
  ((row_number() OVER (PARTITION BY "workspace_id" ORDER BY "name") * 5 + 3) % 12)::integer, "at"
FROM (
  SELECT "workspace_id", min("name") AS "name", min("at") AS "at" FROM (
    SELECT "post"."workspace_id", "word"."value" AS "name", "post"."created_at" AS "at" FROM "post", jsonb_array_elements_text("post"."labels") AS "word"("value")
    UNION ALL
    SELECT "workspace_id", "value", "started_at" FROM "pause" WHERE "scope" = 'label'
  ) AS "used" GROUP BY "workspace_id", lower("name")
) AS "named";--> statement-breakpoint
UPDATE "post" SET "labels" = (
  SELECT coalesce(jsonb_agg("id" ORDER BY "at"), '[]'::jsonb) FROM (
    SELECT "label"."id", min("word"."at") AS "at" FROM jsonb_array_elements_text("post"."labels") WITH ORDINALITY AS "word"("value", "at")
    JOIN "label" ON "label"."workspace_id" = "post"."workspace_id" AND lower("label"."name") = lower("word"."value")
    GROUP BY "label"."id"
  ) AS "kept"
) WHERE "labels" <> '[]'::jsonb;--> statement-breakpoint
UPDATE "pause" SET "value" = (
  SELECT "label"."id" FROM "label" WHERE "label"."workspace_id" = "pause"."workspace_id" AND lower("label"."name") = lower("pause"."value")
) WHERE "scope" = 'label';
