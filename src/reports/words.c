/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of reports. */
#include "reports/words.h"

#include "base/i18n.h"
#include "book/data.h"
#include "reports/error.h"
#include "statements/words.h"

#include <string.h>

/* Where words of reports lie, in the order of looking. */
static const char *const folders[] = { "forms", "books", "lists" };

/* own: the keys that the report itself has. */
static gboolean
is_own (const char *const *own,
        const char        *key)
{
  const char      *end = strrchr (key, '_');
  g_autofree char *vietnamese =
      end == NULL ? g_strdup (key) : g_strdup_printf ("%.*s_vi", (int) (end - key), key);

  return own != NULL && (g_strv_contains (own, key) || g_strv_contains (own, vietnamese));
}

/* A report's own words stand; a key that it has in Vietnamese is its own in every language. */
static void
take_group (GKeyFile          *words,
            const char *const *own,
            GKeyFile          *shared,
            const char        *group)
{
  g_auto (GStrv) keys = g_key_file_get_keys (shared, group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *value = is_own (own, keys[i])
                                   ? NULL
                                   : g_key_file_get_value (shared, group, keys[i], NULL);

      if (value != NULL && !g_key_file_has_key (words, "text", keys[i], NULL))
        g_key_file_set_value (words, "text", keys[i], value);
    }
}

/* Words that many reports share: [form] words names a file, parts its groups beside "text". */
static gboolean
take_shared (SheafBook *book,
             GKeyFile  *words,
             GError   **error)
{
  g_autofree char *name = g_key_file_get_string (words, "form", "words", NULL);
  g_auto (GStrv) parts = g_key_file_get_string_list (words, "form", "parts", NULL, NULL);
  g_auto (GStrv) own = g_key_file_get_keys (words, "text", NULL, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GKeyFile) shared = NULL;

  if (name == NULL)
    return TRUE;
  text = sheaf_data_load (book, name, error);
  shared = text == NULL ? NULL : sheaf_words_parse (text, name, error);
  if (shared == NULL)
    return FALSE;
  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    take_group (words, (const char *const *) own, shared, parts[i]);
  take_group (words, (const char *const *) own, shared, "text");
  if (!g_key_file_has_key (words, "form", "signing_block", NULL) &&
      g_key_file_has_key (shared, "form", "signing_block", NULL))
    g_key_file_set_integer (words, "form", "signing_block",
                            g_key_file_get_integer (shared, "form", "signing_block", NULL));
  return TRUE;
}

GKeyFile *
sheaf_report_words_load (SheafBook  *book,
                         const char *code,
                         GError    **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s.ini", folders[i], code);
      g_autofree char *text = sheaf_data_load (book, name, NULL); /* not in this folder */

      if (text != NULL)
        {
          g_autoptr (GKeyFile) words = sheaf_words_parse (text, name, error);

          return words != NULL && take_shared (book, words, error) ? g_steal_pointer (&words)
                                                                   : NULL;
        }
    }
  g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_DATA,
               _ ("The words of report %s are missing: install the program's data again"), code);
  return NULL;
}

static char *
take_text (GKeyFile   *words,
           const char *key,
           const char *language,
           SheafDate   from,
           SheafDate   to)
{
  g_autofree char *text = sheaf_words_text (words, key, language);

  return sheaf_words_fill (text, from, to, language);
}

static void
take_list (char     ***place,
           GKeyFile   *words,
           const char *key,
           const char *language,
           SheafDate   from,
           SheafDate   to)
{
  char **list = sheaf_words_list (words, key, language);

  for (char **text = list; *text != NULL; text++)
    {
      g_autofree char *raw = *text;

      *text = sheaf_words_fill (raw, from, to, language);
    }
  g_strfreev (*place);
  *place = list;
}

SheafReportHead *
sheaf_report_words_head (GKeyFile   *words,
                         const char *code,
                         const char *language,
                         SheafDate   from,
                         SheafDate   to)
{
  SheafReportHead *head = sheaf_report_head_new (code);

  head->from = from;
  head->to = to;
  head->form_code = take_text (words, "form_code", language, from, to);
  head->attachment = take_text (words, "attachment", language, from, to);
  head->title = take_text (words, "title", language, from, to);
  head->unit = take_text (words, "unit", language, from, to);
  if (head->unit != NULL && *head->unit == '\0')
    g_clear_pointer (&head->unit, g_free); /* a book of quantities */
  head->signing_date = sheaf_words_text (words, "signing_date", language);
  head->forward = take_text (words, "forward", language, from, to);
  head->brought = take_text (words, "brought", language, from, to);
  take_list (&head->subtitles, words, "subtitle", language, from, to);
  take_list (&head->foot, words, "foot", language, from, to);
  take_list (&head->signers, words, "signers", language, from, to);
  take_list (&head->signer_notes, words, "signer_notes", language, from, to);
  take_list (&head->notes, words, "notes", language, from, to);
  take_list (&head->header, words, "header", language, from, to);
  head->signing_block = G_MAXUINT; /* the last one, the director's, where nothing is said */
  if (g_key_file_has_key (words, "form", "signing_block", NULL))
    head->signing_block = (guint) g_key_file_get_integer (words, "form", "signing_block", NULL);
  head->header_by_hand = g_key_file_get_boolean (words, "form", "header_by_hand", NULL);
  head->landscape = g_key_file_get_boolean (words, "form", "landscape", NULL);
  head->section_pages = g_key_file_get_boolean (words, "form", "section_pages", NULL);
  head->section_signed = g_key_file_get_boolean (words, "form", "section_signed", NULL);
  return head;
}

char *
sheaf_report_title (SheafBook  *book,
                    const char *code,
                    const char *language,
                    GError    **error)
{
  g_autoptr (GKeyFile) words = sheaf_report_words_load (book, code, error);
  char *title;

  if (words == NULL)
    return NULL;
  title = sheaf_words_text (words, "title", language);
  if (title == NULL)
    g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_DATA,
                 _ ("The words of report %s have no title: install the program's data again"),
                 code);
  return title;
}
