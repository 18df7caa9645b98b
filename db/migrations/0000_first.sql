CREATE TABLE `attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`item_id` text NOT NULL,
	`deck_id` text NOT NULL,
	`kind` text NOT NULL,
	`content_hash` text NOT NULL,
	`revision` integer NOT NULL,
	`context` text NOT NULL,
	`assignment_id` text,
	`answer` text NOT NULL,
	`certainty` text,
	`option_order` text,
	`hints` text,
	`answered_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`duration_ms` integer,
	`local_day` text NOT NULL,
	`study_session` text,
	`mark` real NOT NULL,
	`verdict` text NOT NULL,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attempts_learner_item` ON `attempts` (`learner_id`,`item_id`);--> statement-breakpoint
CREATE TABLE `rollups` (
	`learner_id` text NOT NULL,
	`deck_id` text NOT NULL,
	`kind` text NOT NULL,
	`items` integer NOT NULL,
	`attempts` integer NOT NULL,
	`known` integer NOT NULL,
	`right_first` integer NOT NULL,
	`right_ever` integer NOT NULL,
	`concepts_best` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`learner_id`, `deck_id`, `kind`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `snapshots` (
	`learner_id` text NOT NULL,
	`item_id` text NOT NULL,
	`deck_id` text NOT NULL,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`fold` integer NOT NULL,
	`attempts` integer NOT NULL,
	`first_at` integer NOT NULL,
	`first_mark` real NOT NULL,
	`first_answer` text NOT NULL,
	`first_hash` text NOT NULL,
	`first_covered` text,
	`last_at` integer NOT NULL,
	`last_mark` real NOT NULL,
	`last_answer` text NOT NULL,
	`best_mark` real NOT NULL,
	`known` integer NOT NULL,
	`right_first` integer NOT NULL,
	`right_ever` integer NOT NULL,
	`concepts_best` integer NOT NULL,
	PRIMARY KEY(`learner_id`, `item_id`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `snapshots_learner_deck` ON `snapshots` (`learner_id`,`deck_id`);--> statement-breakpoint
CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`class_id` text NOT NULL,
	`deck_id` text NOT NULL,
	`due_at` integer,
	`assigned_at` integer NOT NULL,
	FOREIGN KEY (`class_id`) REFERENCES `classes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`deck_id`) REFERENCES `decks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assignments_class_deck` ON `assignments` (`class_id`,`deck_id`);--> statement-breakpoint
CREATE TABLE `classes` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`code` text NOT NULL,
	`created_at` integer NOT NULL,
	`archived_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `classes_code` ON `classes` (`code`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`class_id` text NOT NULL,
	`learner_id` text NOT NULL,
	`role` text NOT NULL,
	`joined_at` integer NOT NULL,
	`agreed_at` integer,
	PRIMARY KEY(`class_id`, `learner_id`),
	FOREIGN KEY (`class_id`) REFERENCES `classes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `memberships_learner` ON `memberships` (`learner_id`);--> statement-breakpoint
CREATE TABLE `decks` (
	`id` text PRIMARY KEY NOT NULL,
	`topic` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`language` text NOT NULL,
	`direction` text NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE TABLE `item_versions` (
	`item_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`revision` integer NOT NULL,
	`body` text NOT NULL,
	`seeded_at` integer NOT NULL,
	PRIMARY KEY(`item_id`, `content_hash`),
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `items` (
	`id` text PRIMARY KEY NOT NULL,
	`deck_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`level` text NOT NULL,
	`tags` text NOT NULL,
	`concepts` text NOT NULL,
	`content_hash` text NOT NULL,
	`revision` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`deck_id`) REFERENCES `decks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `items_deck` ON `items` (`deck_id`,`kind`,`position`);--> statement-breakpoint
CREATE TABLE `identities` (
	`id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`provider` text NOT NULL,
	`subject` text NOT NULL,
	`secret` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `identities_subject` ON `identities` (`provider`,`subject`);--> statement-breakpoint
CREATE INDEX `identities_learner` ON `identities` (`learner_id`);--> statement-breakpoint
CREATE TABLE `learners` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`email_verified_at` integer,
	`time_zone` text DEFAULT 'UTC' NOT NULL,
	`day_start_hour` integer DEFAULT 4 NOT NULL,
	`session_version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `learners_email` ON `learners` (`email`);--> statement-breakpoint
CREATE TABLE `reset_tokens` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reset_tokens_learner` ON `reset_tokens` (`learner_id`);--> statement-breakpoint
CREATE TABLE `throttles` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`resets_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `throttles_resets` ON `throttles` (`resets_at`);