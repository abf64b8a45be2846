/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One co-op's books: one file. */
#pragma once

#include "store/store.h"

typedef struct _SheafBook SheafBook;

/* Who acts and when; the core never asks the clock itself. */
typedef struct
{
  const char *user;
  SheafDate   today;
  gint64      now; /* seconds since 1970, UTC */
} SheafActor;

typedef enum
{
  SHEAF_BOOK_READ,
  SHEAF_BOOK_WRITE, /* takes the writer's lock */
} SheafBookMode;

/* What a new book is made of. chart and law name files in data/charts and data/laws. */
typedef struct
{
  const char *name;
  int         year; /* the first calendar year, 1900 to 2999 */
  const char *chart;
  const char *law;
  const char *sector;   /* may be NULL */
  const char *currency; /* NULL: as the chart's data say */
  gboolean    is_union;
} SheafBookSpec;

/* Fills a new book with what the folders above need, inside the act that makes it. */
typedef gboolean (*SheafBookSetUp) (SheafBook *book,
                                    GError   **error);

/* Makes a book for writing; path must not exist (or be ":memory:"). Nothing is left behind when it
 * fails. Programs pass sheaf_ledger_set_up. */
SheafBook *sheaf_book_create (const char          *path,
                              const SheafBookSpec *spec,
                              const SheafActor    *actor,
                              SheafBookSetUp       set_up,
                              GError             **error);

/* Opens a book; reading works beside a writer. A second writer is refused with who has it, where
 * and since when. */
SheafBook *sheaf_book_open (const char       *path,
                            SheafBookMode     mode,
                            const SheafActor *actor,
                            GError          **error);
void       sheaf_book_free (SheafBook *book);

SheafStore *sheaf_book_store (SheafBook *book);
const char *sheaf_book_path (const SheafBook *book);
const char *sheaf_book_user (const SheafBook *book);
SheafDate   sheaf_book_today (const SheafBook *book);
gint64      sheaf_book_now (const SheafBook *book);
const char *sheaf_book_name (const SheafBook *book);
gboolean    sheaf_book_is_union (const SheafBook *book);

/* The book's first day, and the first and last day of a year. */
SheafDate sheaf_book_first_day (const SheafBook *book);
SheafDate sheaf_book_year_start (const SheafBook *book,
                                 int              year);
SheafDate sheaf_book_year_end (const SheafBook *book,
                               int              year);

/* FALSE: everything counts as external (Law 17/2023 Art. 85). */
gboolean sheaf_book_separates (const SheafBook *book);

/* Whom warnings of acts that went through are told, each one sentence, in the thread that acted;
 * NULL: nobody. */
typedef void (*SheafBookTell) (const char *text,
                               gpointer    data);
void sheaf_book_on_warning (SheafBook    *book,
                            SheafBookTell tell,
                            gpointer      data);

/* The act under way, for rows written inside it; 0 when there is none. */
gint64 sheaf_book_act_id (const SheafBook *book);

/* What folders above keep in memory with a book (the chart, codes found); key must be a string
 * constant. What came or was touched in an act is forgotten when the act is undone, and everything
 * by sheaf_book_refresh, which readers call after somebody else wrote. Pointers to what was
 * forgotten hold until the second refresh after that, or the end of the book. */
void     sheaf_book_attach (SheafBook     *book,
                            const char    *key,
                            gpointer       data,
                            GDestroyNotify free_data);
gpointer sheaf_book_attached (SheafBook  *book,
                              const char *key);

/* Tells that what is kept now holds something written by the act under way. */
void sheaf_book_touch (SheafBook  *book,
                       const char *key);
void sheaf_book_refresh (SheafBook *book);

/* Refreshes the book, its name and first day among the rest, when somebody else wrote since it was
 * opened or last asked; nothing else is read. Whoever keeps a book open asks before each piece of
 * work, not inside an act. */
gboolean sheaf_book_follow (SheafBook *book,
                            GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafBook, sheaf_book_free)
