-- Connections that search. Each statement is planned for what is asked, since how many bear a name decides what is quick; and
-- it is carried out row by row through indices, as it is written, since a page ends long before all rows are met. Compiling a
-- plan takes longer than running it.
SET plan_cache_mode = force_custom_plan;
SET jit = off;
SET enable_hashjoin = off;
SET enable_mergejoin = off;
SET enable_seqscan = off;
