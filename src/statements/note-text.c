/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts are only added: what a year's notes said stays in the trail. */
#include "statements/note-text.h"

#include "base/i18n.h"
#include "book/act.h"
#include "statements/error.h"
#include "statements/note-text-sql.h"
#include "store/query.h"
#include "store/store.h"

#define LETTERS_MOST 20000

void
sheaf_note_text_free (SheafNoteText *text)
{
  if (text == NULL)
    return;
  g_free (text->form);
  g_free (text->key);
  g_free (text->text);
  g_free (text);
}

GPtrArray *
sheaf_note_text_list (SheafBook *book,
                      GError   **error)
{
  g_autoptr (GPtrArray) texts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_note_text_free);
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), NOTE_TEXT_LIST, SHEAF_NO_ARGS, error);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafNoteText *text = g_new0 (SheafNoteText, 1);

      text->year = (int) sheaf_query_int (query, 0);
      text->form = g_strdup (sheaf_query_text (query, 1));
      text->key = g_strdup (sheaf_query_text (query, 2));
      text->text = g_strdup (sheaf_query_text (query, 3));
      g_ptr_array_add (texts, text);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&texts) : NULL;
}

char *
sheaf_note_text_find (SheafBook  *book,
                      int         year,
                      const char *form,
                      const char *key,
                      GError    **error)
{
  char *text = NULL;

  return sheaf_store_get_text (sheaf_book_store (book), NOTE_TEXT_FIND,
                               SHEAF_ARGS (SHEAF_INT (year), SHEAF_TEXT (form), SHEAF_TEXT (key)),
                               &text, error)
             ? text
             : NULL;
}

char *
sheaf_note_text_propose (SheafBook  *book,
                         int         year,
                         const char *form,
                         const char *key,
                         int        *ret_year,
                         GError    **error)
{
  gint64 last = 0;

  *ret_year = 0;
  if (!sheaf_store_find_int (sheaf_book_store (book), NOTE_TEXT_LAST_YEAR,
                             SHEAF_ARGS (SHEAF_INT (year), SHEAF_TEXT (form), SHEAF_TEXT (key)),
                             NULL, &last, error) ||
      last == 0)
    return NULL;
  *ret_year = (int) last;
  return sheaf_note_text_find (book, (int) last, form, key, error);
}

static gboolean
check_text (SheafBook  *book,
            int         year,
            const char *text,
            GError    **error)
{
  int first = sheaf_date_year (sheaf_book_first_day (book));

  if (year < first || year > 2999)
    g_set_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_PERIOD,
                 _ ("the book has no year %d, it begins with %d: give a year from then on"), year,
                 first);
  else if (g_utf8_strlen (text, -1) > LETTERS_MOST)
    g_set_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_FORM,
                 _ ("the text is longer than %d letters: shorten it, or attach it as a file"),
                 LETTERS_MOST);
  else
    return TRUE;
  return FALSE;
}

gboolean
sheaf_note_text_write (SheafBook  *book,
                       int         year,
                       const char *form,
                       const char *key,
                       const char *text,
                       GError    **error)
{
  g_autofree char *summary = g_strdup_printf ("%s %s %d", form, key, year);
  g_autoptr (GError) inner = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (SheafAct) act = NULL;

  g_return_val_if_fail (book != NULL && text != NULL, FALSE);

  if (!check_text (book, year, text, error))
    return FALSE;
  kept = sheaf_note_text_find (book, year, form, key, &inner);
  if (inner != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&inner));
      return FALSE;
    }
  if (g_strcmp0 (kept, text) == 0)
    return TRUE;
  act = sheaf_act_begin (book, "note-text", summary, error);
  return act != NULL &&
         sheaf_store_run (sheaf_book_store (book), NOTE_TEXT_INSERT,
                          SHEAF_ARGS (SHEAF_INT (year), SHEAF_TEXT (form), SHEAF_TEXT (key),
                                      SHEAF_TEXT (text), SHEAF_INT (sheaf_act_id (act))),
                          error) &&
         sheaf_act_commit (act, error);
}
