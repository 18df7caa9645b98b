CREATE TABLE `study_days` (
	`learner_id` text NOT NULL,
	`local_day` text NOT NULL,
	`deck_id` text NOT NULL,
	`kind` text NOT NULL,
	`counts` text NOT NULL,
	PRIMARY KEY(`learner_id`, `local_day`, `deck_id`, `kind`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `deck_plans` (
	`learner_id` text NOT NULL,
	`deck_id` text NOT NULL,
	`new_a_day` integer,
	`exam_day` text,
	PRIMARY KEY(`learner_id`, `deck_id`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`deck_id`) REFERENCES `decks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `dials` (
	`id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`set_at` integer NOT NULL,
	`holds_from` integer NOT NULL,
	`time_zone` text NOT NULL,
	`day_start_hour` integer NOT NULL,
	`retention` real NOT NULL,
	`maximum_interval_days` integer NOT NULL,
	`weights` text,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `dials_learner` ON `dials` (`learner_id`,`holds_from`);--> statement-breakpoint
CREATE TABLE `judgements` (
	`id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`item_id` text NOT NULL,
	`attempt_id` text NOT NULL,
	`judgement` text NOT NULL,
	`made_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `judgements_learner_item` ON `judgements` (`learner_id`,`item_id`);--> statement-breakpoint
CREATE TABLE `notes` (
	`learner_id` text NOT NULL,
	`item_id` text NOT NULL,
	`text` text NOT NULL,
	`edited_at` integer NOT NULL,
	PRIMARY KEY(`learner_id`, `item_id`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `shelvings` (
	`id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`item_id` text NOT NULL,
	`shelving` text NOT NULL,
	`made_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`until` integer,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `shelvings_learner_item` ON `shelvings` (`learner_id`,`item_id`);--> statement-breakpoint
ALTER TABLE `snapshots` ADD `revision` integer;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `state` text;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `stability` real;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `difficulty` real;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `due_at` integer;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `reviewed_at` integer;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `reviewed_day` text;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `interval_days` integer;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `step` integer;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `reviews` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `lapses` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `recalled` integer;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `mixed` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `ask_at` integer;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `suspended` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `leech` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `bookmarked` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `snapshots` ADD `days` text;--> statement-breakpoint
CREATE INDEX `snapshots_learner_ask` ON `snapshots` (`learner_id`,`ask_at`);--> statement-breakpoint
CREATE INDEX `snapshots_fold` ON `snapshots` (`fold`);--> statement-breakpoint
ALTER TABLE `items` ADD `revised_at` integer;--> statement-breakpoint
CREATE INDEX `items_revised` ON `items` (`revised_at`);--> statement-breakpoint
ALTER TABLE `learners` ADD `fuzz_seed` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `learners` ADD `new_a_day` integer DEFAULT 20 NOT NULL;--> statement-breakpoint
ALTER TABLE `learners` ADD `reviews_a_day` integer DEFAULT 200 NOT NULL;--> statement-breakpoint
ALTER TABLE `learners` ADD `two_buttons` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `learners` ADD `shortcuts` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `learners` ADD `catch_up_a_day` integer;--> statement-breakpoint
UPDATE `learners` SET `fuzz_seed` = abs(random() % 2147483647);
