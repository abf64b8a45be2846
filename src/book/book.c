/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making and opening books. */
#include "book/book.h"

#include "base/i18n.h"
#include "book/act.h"
#include "book/book-private.h"
#include "book/data.h"
#include "book/error.h"
#include "book/setting.h"
#include "store/migrate.h"
#include "store/transaction.h"

#include <string.h>

typedef struct
{
  gpointer       data;
  GDestroyNotify free_data;
  guint          depth; /* of the act under way in which it came or changed; 0: it stands */
} Attached;

static void
attached_free (gpointer data)
{
  Attached *attached = data;

  if (attached->free_data != NULL)
    attached->free_data (attached->data);
  g_free (attached);
}

static SheafBook *
new_book (SheafStore       *store,
          SheafLock        *lock,
          const SheafActor *actor)
{
  SheafBook *book = g_new0 (SheafBook, 1);

  book->store = store;
  book->lock = lock;
  book->user = g_strdup (actor->user);
  book->today = actor->today;
  book->now = actor->now;
  book->attached = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, attached_free);
  book->retired = g_ptr_array_new_with_free_func (attached_free);
  book->at_end = g_array_new (FALSE, FALSE, sizeof (SheafActStep));
  book->warnings = g_ptr_array_new_with_free_func (g_free);
  return book;
}

void
sheaf_book_free (SheafBook *book)
{
  if (book == NULL)
    return;
  g_hash_table_unref (book->attached);
  g_ptr_array_unref (book->retired);
  g_array_unref (book->at_end);
  g_ptr_array_unref (book->warnings);
  sheaf_store_free (book->store);
  sheaf_lock_free (book->lock);
  g_free (book->user);
  g_free (book->name);
  g_free (book);
}

static gboolean
is_yes (SheafBook  *book,
        const char *key)
{
  g_autofree char *value = sheaf_setting_find (book, key);

  return g_strcmp0 (value, "yes") == 0;
}

static gboolean
load_settings (SheafBook *book,
               GError   **error)
{
  g_autofree char *start = sheaf_setting_find (book, "year-start");

  g_free (book->name);
  book->name = sheaf_setting_find (book, "name");
  book->is_union = is_yes (book, "union");
  book->separates = is_yes (book, "separate");
  if (start != NULL && book->name != NULL && sheaf_date_parse (start, &book->first_day, NULL))
    return TRUE;
  g_set_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_DAMAGED,
               _ ("%s lacks its name or first year: restore a backup"), sheaf_book_path (book));
  return FALSE;
}

static gboolean
write_settings (SheafBook           *book,
                const SheafBookSpec *spec,
                GError             **error)
{
  g_autofree char *start = g_strdup_printf ("%04d-01-01", spec->year);
  g_autofree char *end = g_strdup_printf ("%04d-12-31", spec->year);
  const char      *pairs[][2] = {
         { "name", spec->name },
         { "year-start", start },
         { "year-end", end },
         { "chart", spec->chart },
         { "law", spec->law },
         { "sector", spec->sector },
         { "union", spec->is_union ? "yes" : "no" },
         { "currency", spec->currency },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i][1] != NULL && !sheaf_setting_write (book, pairs[i][0], pairs[i][1], error))
      return FALSE;
  return TRUE;
}

static gboolean
fill (SheafBook           *book,
      const SheafBookSpec *spec,
      SheafBookSetUp       set_up,
      GError             **error)
{
  g_autoptr (SheafTransaction) transaction = sheaf_transaction_begin (book->store, error);
  g_autoptr (SheafAct) act = NULL;

  if (transaction == NULL || !sheaf_migrate_create (book->store, error))
    return FALSE;
  act = sheaf_act_begin (book, "book-create", spec->name, error);
  if (act == NULL || !write_settings (book, spec, error) || !load_settings (book, error) ||
      (set_up != NULL && !(set_up (book, error) && load_settings (book, error))) ||
      !sheaf_act_commit (act, error))
    return FALSE;
  g_clear_pointer (&act, sheaf_act_free);
  return sheaf_transaction_commit (transaction, error);
}

static gboolean
check_spec (const SheafBookSpec *spec,
            GError             **error)
{
  if (spec->name == NULL || *spec->name == '\0')
    g_set_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_INVALID,
                 _ ("a book needs the co-op's name: give one"));
  else if (spec->year < 1900 || spec->year > 2999)
    g_set_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_INVALID,
                 _ ("%d is not a year a book can begin with: give one from 1900 to 2999"),
                 spec->year);
  else
    return TRUE;
  return FALSE;
}

SheafBook *
sheaf_book_create (const char          *path,
                   const SheafBookSpec *spec,
                   const SheafActor    *actor,
                   SheafBookSetUp       set_up,
                   GError             **error)
{
  gboolean    in_memory = strcmp (path, ":memory:") == 0;
  SheafLock  *lock = NULL;
  SheafStore *store;
  SheafBook  *book;

  if (!check_spec (spec, error))
    return NULL;
  if (!in_memory && (lock = sheaf_lock_take (path, actor->user, actor->now, error)) == NULL)
    return NULL;
  store = sheaf_store_open (path, SHEAF_STORE_CREATE, error);
  if (store == NULL)
    {
      sheaf_lock_free (lock);
      return NULL;
    }
  book = new_book (store, lock, actor);
  if (fill (book, spec, set_up, error) && sheaf_store_version (store, &book->version, error))
    return book;
  g_clear_pointer (&book->store, sheaf_store_free);
  if (!in_memory)
    sheaf_store_remove (path); /* the half-made book, still under our lock */
  sheaf_book_free (book);
  return NULL;
}

/* A missing file or a foreign one is told before a lock file is made. Under the lock the file is
 * opened again: until then a restore may have put another one in its place. */
static SheafStore *
open_locked (const char       *path,
             const SheafActor *actor,
             SheafLock       **ret_lock,
             GError          **error)
{
  SheafStore *store = sheaf_store_open (path, SHEAF_STORE_WRITE, error);

  if (store == NULL)
    return NULL;
  sheaf_store_free (store);
  *ret_lock = sheaf_lock_take (path, actor->user, actor->now, error);
  return *ret_lock == NULL ? NULL : sheaf_store_open (path, SHEAF_STORE_WRITE, error);
}

SheafBook *
sheaf_book_open (const char       *path,
                 SheafBookMode     mode,
                 const SheafActor *actor,
                 GError          **error)
{
  g_autoptr (SheafStore) store = NULL;
  g_autoptr (SheafLock) lock = NULL;
  g_autoptr (SheafBook) book = NULL;

  if (mode == SHEAF_BOOK_READ)
    store = sheaf_store_open (path, SHEAF_STORE_READ, error);
  else
    store = open_locked (path, actor, &lock, error);
  if (store == NULL)
    return NULL;
  if (!sheaf_migrate_check (store, error))
    return NULL;
  book = new_book (g_steal_pointer (&store), g_steal_pointer (&lock), actor);
  return sheaf_store_version (book->store, &book->version, error) && load_settings (book, error)
             ? g_steal_pointer (&book)
             : NULL;
}

SheafStore *
sheaf_book_store (SheafBook *book)
{
  return book->store;
}

const char *
sheaf_book_path (const SheafBook *book)
{
  return sheaf_store_path (book->store);
}

const char *
sheaf_book_user (const SheafBook *book)
{
  return book->user;
}

SheafDate
sheaf_book_today (const SheafBook *book)
{
  return book->today;
}

gint64
sheaf_book_now (const SheafBook *book)
{
  return book->now;
}

const char *
sheaf_book_name (const SheafBook *book)
{
  return book->name;
}

gboolean
sheaf_book_is_union (const SheafBook *book)
{
  return book->is_union;
}

gboolean
sheaf_book_separates (const SheafBook *book)
{
  return book->separates;
}

SheafDate
sheaf_book_first_day (const SheafBook *book)
{
  return book->first_day;
}

SheafDate
sheaf_book_year_start (const SheafBook *book,
                       int              year)
{
  return sheaf_date_new (year, sheaf_date_month (book->first_day),
                         sheaf_date_day (book->first_day));
}

SheafDate
sheaf_book_year_end (const SheafBook *book,
                     int              year)
{
  return sheaf_date_add_days (sheaf_book_year_start (book, year + 1), -1);
}

gint64
sheaf_book_act_id (const SheafBook *book)
{
  return book->act_id;
}

void
sheaf_book_attach (SheafBook     *book,
                   const char    *key,
                   gpointer       data,
                   GDestroyNotify free_data)
{
  Attached *attached = g_new (Attached, 1);
  gpointer  earlier = NULL;

  g_return_if_fail (data != NULL);
  *attached = (Attached){ data, free_data, book->act_depth };
  if (g_hash_table_steal_extended (book->attached, key, NULL, &earlier))
    g_ptr_array_add (book->retired, earlier);
  g_hash_table_insert (book->attached, (gpointer) key, attached);
}

void
sheaf_book_touch (SheafBook  *book,
                  const char *key)
{
  Attached *attached = g_hash_table_lookup (book->attached, key);

  if (attached != NULL)
    attached->depth = book->act_depth;
}

gpointer
sheaf_book_attached (SheafBook  *book,
                     const char *key)
{
  Attached *attached = g_hash_table_lookup (book->attached, key);

  return attached == NULL ? NULL : attached->data;
}

/* Whoever holds a chart while an act fails may go on reading it: so nothing is freed here yet. */
static void
retire_from (SheafBook *book,
             guint      depth)
{
  GHashTableIter iter;
  gpointer       value;

  g_hash_table_iter_init (&iter, book->attached);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Attached *) value)->depth >= depth)
      {
        g_hash_table_iter_steal (&iter);
        g_ptr_array_add (book->retired, value);
      }
}

/* Only what was sealed is told. */
static void
tell_warnings (SheafBook *book,
               gboolean   kept)
{
  for (guint i = 0; kept && book->tell != NULL && i < book->warnings->len; i++)
    book->tell (g_ptr_array_index (book->warnings, i), book->tell_data);
  g_ptr_array_set_size (book->warnings, 0);
}

void
sheaf_book_end_act (SheafBook *book,
                    gboolean   kept)
{
  GHashTableIter iter;
  gpointer       value;

  if (!kept)
    retire_from (book, book->act_depth);
  book->act_depth--;
  g_hash_table_iter_init (&iter, book->attached);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    ((Attached *) value)->depth = MIN (((Attached *) value)->depth, book->act_depth);
  if (book->act_depth > 0)
    return;
  book->act_id = 0;
  g_array_set_size (book->at_end, 0);
  tell_warnings (book, kept);
}

void
sheaf_book_on_warning (SheafBook    *book,
                       SheafBookTell tell,
                       gpointer      data)
{
  book->tell = tell;
  book->tell_data = data;
}

void
sheaf_book_refresh (SheafBook *book)
{
  g_ptr_array_set_size (book->retired, 0);
  retire_from (book, 0);
}

gboolean
sheaf_book_follow (SheafBook *book,
                   GError   **error)
{
  gint64 version;

  g_return_val_if_fail (book != NULL && book->act_depth == 0, FALSE);
  if (!sheaf_store_version (book->store, &version, error))
    return FALSE;
  if (version == book->version)
    return TRUE;
  book->version = version;
  sheaf_book_refresh (book);
  return load_settings (book, error);
}
