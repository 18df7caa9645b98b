CREATE TABLE `courses` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`audience` text NOT NULL,
	`language` text NOT NULL,
	`direction` text NOT NULL,
	`decks` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `deck_keepers` (
	`deck_id` text NOT NULL,
	`email` text NOT NULL,
	PRIMARY KEY(`deck_id`, `email`),
	FOREIGN KEY (`deck_id`) REFERENCES `decks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `search_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`deck_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`asked` text NOT NULL,
	`told` text NOT NULL,
	`tags` text NOT NULL,
	`facets` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`deck_id`) REFERENCES `decks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entries_ref_unique` ON `search_entries` (`ref`);--> statement-breakpoint
ALTER TABLE `decks` ADD `licence` text;--> statement-breakpoint
ALTER TABLE `decks` ADD `sources` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
-- By hand from here on: the generator knows no virtual tables. The index holds no text of its own, the rows of search_entries do.
CREATE VIRTUAL TABLE `search_index` USING fts5(`title`, `asked`, `told`, `tags`, `facets`, content = 'search_entries', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
--> statement-breakpoint
CREATE TRIGGER `search_entries_added` AFTER INSERT ON `search_entries` BEGIN
	INSERT INTO `search_index` (`rowid`, `title`, `asked`, `told`, `tags`, `facets`) VALUES (new.`id`, new.`title`, new.`asked`, new.`told`, new.`tags`, new.`facets`);
END;
--> statement-breakpoint
CREATE TRIGGER `search_entries_gone` AFTER DELETE ON `search_entries` BEGIN
	INSERT INTO `search_index` (`search_index`, `rowid`, `title`, `asked`, `told`, `tags`, `facets`) VALUES ('delete', old.`id`, old.`title`, old.`asked`, old.`told`, old.`tags`, old.`facets`);
END;
--> statement-breakpoint
CREATE TRIGGER `search_entries_changed` AFTER UPDATE ON `search_entries` BEGIN
	INSERT INTO `search_index` (`search_index`, `rowid`, `title`, `asked`, `told`, `tags`, `facets`) VALUES ('delete', old.`id`, old.`title`, old.`asked`, old.`told`, old.`tags`, old.`facets`);
	INSERT INTO `search_index` (`rowid`, `title`, `asked`, `told`, `tags`, `facets`) VALUES (new.`id`, new.`title`, new.`asked`, new.`told`, new.`tags`, new.`facets`);
END;
