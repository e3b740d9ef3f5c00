-- The dead letters of one consumer in one tenant, page by page.
CREATE INDEX tikit_dead_letter_by_consumer ON tikit_dead_letter (tenant, consumer, id);
