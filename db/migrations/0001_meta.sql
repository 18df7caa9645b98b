CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
-- The oldest code that may use the database, as the number of migrations it knows: the first release lives with this one.
INSERT INTO `meta` (`key`, `value`) VALUES ('oldest-code', '1');
