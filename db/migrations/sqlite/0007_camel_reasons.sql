-- Reasons are codes in camelCase, as problems are; what the log says of them too.
UPDATE `delivery` SET `reason` = CASE `reason`
  WHEN 'network.auth_expired' THEN 'network.authExpired'
  WHEN 'network.rate_limited' THEN 'network.rateLimited'
  WHEN 'delivery.not_due' THEN 'delivery.notDue'
  WHEN 'delivery.in_progress' THEN 'delivery.inProgress'
  WHEN 'content.over_limit' THEN 'content.overLimit'
  WHEN 'content.media_missing' THEN 'content.mediaMissing'
END WHERE `reason` IN ('network.auth_expired', 'network.rate_limited', 'delivery.not_due', 'delivery.in_progress', 'content.over_limit', 'content.media_missing');
--> statement-breakpoint
UPDATE `message` SET `send_reason` = CASE `send_reason`
  WHEN 'network.auth_expired' THEN 'network.authExpired'
  WHEN 'network.rate_limited' THEN 'network.rateLimited'
END WHERE `send_reason` IN ('network.auth_expired', 'network.rate_limited');
--> statement-breakpoint
UPDATE `conversation` SET `closed_reason` = CASE `closed_reason`
  WHEN 'no_reply_needed' THEN 'noReplyNeeded'
  WHEN 'handled_elsewhere' THEN 'handledElsewhere'
  WHEN 'off_topic' THEN 'offTopic'
END WHERE `closed_reason` IN ('no_reply_needed', 'handled_elsewhere', 'off_topic');
--> statement-breakpoint
UPDATE `message` SET `dismissed` = json_set(`dismissed`, '$.reason', CASE json_extract(`dismissed`, '$.reason')
  WHEN 'no_reply_needed' THEN 'noReplyNeeded'
  WHEN 'handled_elsewhere' THEN 'handledElsewhere'
  WHEN 'off_topic' THEN 'offTopic'
END) WHERE json_extract(`dismissed`, '$.reason') IN ('no_reply_needed', 'handled_elsewhere', 'off_topic');
--> statement-breakpoint
UPDATE `event` SET `data` = json_set(`data`, '$.because', CASE json_extract(`data`, '$.because')
  WHEN 'network.auth_expired' THEN 'network.authExpired'
  WHEN 'network.rate_limited' THEN 'network.rateLimited'
  WHEN 'delivery.not_due' THEN 'delivery.notDue'
  WHEN 'delivery.in_progress' THEN 'delivery.inProgress'
  WHEN 'content.over_limit' THEN 'content.overLimit'
  WHEN 'content.media_missing' THEN 'content.mediaMissing'
END) WHERE `type` IN ('delivery.notSent', 'delivery.waits') AND json_extract(`data`, '$.because') IN ('network.auth_expired', 'network.rate_limited', 'delivery.not_due', 'delivery.in_progress', 'content.over_limit', 'content.media_missing');
--> statement-breakpoint
UPDATE `event` SET `data` = json_set(`data`, '$.reason', CASE json_extract(`data`, '$.reason')
  WHEN 'network.auth_expired' THEN 'network.authExpired'
  WHEN 'network.rate_limited' THEN 'network.rateLimited'
  WHEN 'no_reply_needed' THEN 'noReplyNeeded'
  WHEN 'handled_elsewhere' THEN 'handledElsewhere'
  WHEN 'off_topic' THEN 'offTopic'
END) WHERE `type` IN ('conversation.delayed', 'conversation.notSent', 'conversation.closed') AND json_extract(`data`, '$.reason') IN ('network.auth_expired', 'network.rate_limited', 'no_reply_needed', 'handled_elsewhere', 'off_topic');
