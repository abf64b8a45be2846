/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the form of the notes. */
#include "statements/note-form.h"

#include "base/csv-reader.h"
#include "base/i18n.h"
#include "base/number.h"
#include "book/data.h"
#include "book/setting.h"
#include "statements/error.h"
#include "statements/form-book.h"
#include "statements/words.h"

#include <string.h>

#define MEMO "memo"

enum
{
  KEY,
  KIND,
  INDENT,
  LABEL_VI,
  RULE = LABEL_VI + SHEAF_FORM_LANGUAGES,
  OF,
  N_COLUMNS,
};

static void
free_line (gpointer data)
{
  SheafNoteLine *line = data;

  for (gsize i = 0; i < SHEAF_FORM_LANGUAGES; i++)
    g_free (line->labels[i]);
  g_free (line->key);
  g_free (line->kind);
  g_free (line->rule);
  g_free (line->of);
  g_free (line);
}

/* "memo-items?" is an optional memo of the kind "items"; "memo" alone a memo of the kind "row". */
static void
set_kind (SheafNoteLine *line,
          const char    *word)
{
  g_autofree char *kind = g_strdup (word);
  gsize            length = strlen (kind);

  line->optional = length > 0 && kind[length - 1] == '?';
  if (line->optional)
    kind[length - 1] = '\0';
  line->memo = g_str_has_prefix (kind, MEMO);
  if (line->memo)
    line->kind = g_strdup (kind[strlen (MEMO)] == '-' ? kind + strlen (MEMO) + 1 : "row");
  else
    line->kind = g_steal_pointer (&kind);
}

static gboolean
take_line (SheafNoteForm   *form,
           const GPtrArray *fields,
           GError         **error)
{
  char         **field = (char **) fields->pdata;
  gint64         indent = 0;
  SheafNoteLine *line;

  if (fields->len != N_COLUMNS || *field[KIND] == '\0' ||
      !sheaf_number_parse (field[INDENT], 0, &indent, NULL) || indent > 9)
    {
      g_set_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_FORM,
                   _ ("%s.csv: the line “%s” cannot be understood: install the program again"),
                   form->code, fields->len > KIND ? field[KIND] : "");
      return FALSE;
    }
  line = g_new0 (SheafNoteLine, 1);
  g_ptr_array_add (form->lines, line);
  line->key = *field[KEY] == '\0' ? NULL : g_strdup (field[KEY]);
  set_kind (line, field[KIND]);
  line->indent = (guint) indent;
  for (guint i = 0; i < SHEAF_FORM_LANGUAGES; i++)
    line->labels[i] = g_strdup (field[LABEL_VI + i]);
  line->rule = g_strdup (field[RULE]);
  line->of = g_strdup (field[OF]);
  return TRUE;
}

static gboolean
read_lines (SheafNoteForm *form,
            const char    *text,
            GError       **error)
{
  g_autoptr (SheafCsvReader) reader = sheaf_csv_reader_open_text (text);
  g_autoptr (GError) inner = NULL;
  const GPtrArray *fields = sheaf_csv_reader_next (reader, &inner); /* the header */

  while (fields != NULL && inner == NULL &&
         (fields = sheaf_csv_reader_next (reader, &inner)) != NULL)
    (void) take_line (form, fields, &inner); /* the loop ends on the error */
  if (inner == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&inner));
  return FALSE;
}

/* The notes belong to the chart whose statements they explain. */
static gboolean
check_chart (SheafBook  *book,
             const char *code,
             GKeyFile   *words,
             GError    **error)
{
  g_autofree char *chart = sheaf_setting_find (book, "chart");
  g_autofree char *meant = g_key_file_get_string (words, "form", "chart", NULL);

  if (g_strcmp0 (chart, meant) == 0)
    return TRUE;
  g_set_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_UNKNOWN_FORM,
               _ ("The chart of accounts of this book has no statement %s"), code);
  return FALSE;
}

SheafNoteForm *
sheaf_note_form_load (SheafBook  *book,
                      const char *code,
                      int         year,
                      GError    **error)
{
  const SheafDate day = sheaf_form_day (book, year);
  g_autoptr (SheafNoteForm) form = g_new0 (SheafNoteForm, 1);
  g_autofree char *words_name = g_strdup_printf ("forms/%s.ini", code);
  g_autofree char *lines_name = g_strdup_printf ("forms/%s.csv", code);
  g_autofree char *words = sheaf_data_load_on (book, words_name, day, error);
  g_autofree char *lines = words == NULL ? NULL : sheaf_data_load_on (book, lines_name, day, error);

  form->code = g_strdup (code);
  form->lines = g_ptr_array_new_with_free_func (free_line);
  form->words = lines == NULL ? NULL : sheaf_words_parse (words, words_name, error);
  return form->words != NULL && check_chart (book, code, form->words, error) &&
                 read_lines (form, lines, error)
             ? g_steal_pointer (&form)
             : NULL;
}

void
sheaf_note_form_free (SheafNoteForm *form)
{
  if (form == NULL)
    return;
  g_free (form->code);
  g_ptr_array_unref (form->lines);
  g_clear_pointer (&form->words, g_key_file_unref);
  g_free (form);
}

const SheafNoteLine *
sheaf_note_form_find (const SheafNoteForm *form,
                      const char          *key)
{
  for (guint i = 0; i < form->lines->len; i++)
    {
      const SheafNoteLine *line = form->lines->pdata[i];

      if (line->key != NULL && g_ascii_strcasecmp (line->key, key) == 0)
        return line;
    }
  return NULL;
}
