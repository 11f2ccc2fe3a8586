ALTER TABLE "thread" ADD COLUMN "canvas_id" text;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "object_id" text;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_canvas_id_canvas_id_fk" FOREIGN KEY ("canvas_id") REFERENCES "public"."canvas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "thread_canvas" ON "thread" USING btree ("workspace_id","canvas_id");