/* schema.h: the tables of an article set, for people too: docs/schema.md says the same in prose.
   In: a connection. Out: a file of the present version, or the reason why it is none of ours.
   An SQLite file is ours when its application_id is ALN_APPLICATION_ID; user_version counts the
   migrations it has seen. It is refused when it holds anything that the schema does not say. */
#ifndef ALN_SCHEMA_H
#define ALN_SCHEMA_H

#include "../base/status.h"

#pragma GCC visibility push(hidden)

#define ALN_APPLICATION_ID 0x416C6E31 /* "Aln1" */
#define ALN_SCHEMA_VERSION 3

struct sqlite3;

/* What the file is: ALN_OK with *version (0: a new, empty file), or ALN_ENOTDB, ALN_EVERSION. */
aln_status aln_schema_version (struct sqlite3 *db, const char *path, int *version, aln_fault *f);
/* Runs every migration after 'version', in the caller's transaction; returns SQLite's code. */
int aln_schema_migrate (struct sqlite3 *db, int version);
/* ALN_ESCHEMA where an object is missing, changed or foreign. */
aln_status aln_schema_check (struct sqlite3 *db, const char *path, aln_fault *f);

#pragma GCC visibility pop

#endif
