CREATE TABLE `deck_files` (
	`deck_id` text PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`source` text NOT NULL,
	FOREIGN KEY (`deck_id`) REFERENCES `decks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `verify_tokens` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`email` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `verify_tokens_learner` ON `verify_tokens` (`learner_id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`learner_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`data` text NOT NULL,
	`made_at` integer NOT NULL,
	`dismissed_at` integer,
	PRIMARY KEY(`learner_id`, `kind`, `subject`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`item_id` text NOT NULL,
	`deck_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`text` text NOT NULL,
	`made_at` integer NOT NULL,
	`state` text NOT NULL,
	`answer` text,
	`answered_at` integer,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_open` ON `reports` (`learner_id`,`item_id`,`content_hash`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `reports_learner` ON `reports` (`learner_id`,`made_at`);--> statement-breakpoint
CREATE INDEX `reports_deck` ON `reports` (`deck_id`,`state`);