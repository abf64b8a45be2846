/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of the notes to the statements (B09-HTX), kept by year. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "base/language.h"
#include "base/text.h"
#include "book/act.h"
#include "cli/error.h"
#include "cli/output.h"
#include "statements/note-text.h"
#include "statements/notes.h"

#include <string.h>

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year") },
  { "text", "TEXT", N_ ("keep this text for the note; an empty one leaves it empty") },
  { "file", "FILE", N_ ("keep the text of this file") },
  { "from-last-year", NULL,
    N_ ("keep the text of the latest earlier year; without a note, of every note that has none") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "key", N_ ("Note"), SHEAF_OUTPUT_TEXT },
  { "title", N_ ("Title"), SHEAF_OUTPUT_TEXT },
  { "source", N_ ("From"), SHEAF_OUTPUT_TEXT },
  { "text", N_ ("Text"), SHEAF_OUTPUT_TEXT },
};

/* What is asked on the line. */
typedef struct
{
  SheafCommandLine *line;
  SheafBook        *book;
  SheafNoteForm    *form;
  int               year;
  const char       *key; /* as the form writes it; NULL: all */
} Asked;

static gboolean
find_key (Asked   *asked,
          GError **error)
{
  const char          *key = sheaf_command_argument (asked->line, 1);
  const SheafNoteLine *found = key == NULL ? NULL : sheaf_note_form_find (asked->form, key);

  asked->key = found == NULL ? NULL : found->key;
  if (key == NULL || found != NULL)
    return TRUE;
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
               _ ("there is no note “%s”: “notes” without one lists them"), key);
  return FALSE;
}

/* Where the text of a note stands: kept ("year"), proposed from an earlier year, the form's own. */
static gboolean
add_note (const Asked     *asked,
          const SheafNote *note,
          SheafOutput     *output,
          GError         **error)
{
  g_autoptr (GError) inner = NULL;
  g_autofree char *proposed = NULL;
  g_autofree char *earlier = NULL;
  int              year = 0;

  if (!note->kept)
    proposed = sheaf_note_text_propose (asked->book, asked->year, SHEAF_NOTES_CODE, note->key,
                                        &year, &inner);
  if (inner != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&inner));
      return FALSE;
    }
  earlier = proposed == NULL ? NULL : g_strdup_printf ("%d", year);
  sheaf_output_text (output, note->key);
  sheaf_output_text (output, note->title);
  sheaf_output_text (output, note->kept           ? "year"
                             : earlier != NULL    ? earlier
                             : note->text != NULL ? "form"
                                                  : NULL);
  sheaf_output_text (output, earlier != NULL ? proposed : note->text);
  return TRUE;
}

static gboolean
list_notes (const Asked *asked,
            GError     **error)
{
  g_autoptr (SheafNotes) notes = sheaf_notes_compute (asked->book, asked->year, SHEAF_DATE_NONE,
                                                      sheaf_language_current (), error);
  g_autoptr (SheafOutput) output = NULL;

  if (notes == NULL)
    return FALSE;
  output = sheaf_output_new (asked->line, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < notes->notes->len; i++)
    {
      const SheafNote *note = notes->notes->pdata[i];

      if (note->kind != SHEAF_NOTE_UNITS && note->kind != SHEAF_NOTE_HEADING &&
          (asked->key == NULL || strcmp (asked->key, note->key) == 0) &&
          !add_note (asked, note, output, error))
        return FALSE;
    }
  return sheaf_output_write (output, asked->line, error);
}

/* One note, or every one that the year has no text of. */
static gboolean
copy_texts (const Asked *asked,
            GError     **error)
{
  g_autoptr (SheafAct) act = sheaf_act_begin (asked->book, "note-text", SHEAF_NOTES_CODE, error);
  gboolean found = FALSE;

  for (guint i = 0; act != NULL && i < asked->form->lines->len; i++)
    {
      const char *key = ((const SheafNoteLine *) asked->form->lines->pdata[i])->key;
      g_autoptr (GError) inner = NULL;
      g_autofree char *kept = NULL;
      g_autofree char *text = NULL;
      int              year;

      if (key == NULL || (asked->key != NULL && strcmp (asked->key, key) != 0))
        continue;
      kept = asked->key != NULL
                 ? NULL
                 : sheaf_note_text_find (asked->book, asked->year, SHEAF_NOTES_CODE, key, &inner);
      if (kept == NULL && inner == NULL)
        text = sheaf_note_text_propose (asked->book, asked->year, SHEAF_NOTES_CODE, key, &year,
                                        &inner);
      if (text != NULL && inner == NULL)
        (void) sheaf_note_text_write (asked->book, asked->year, SHEAF_NOTES_CODE, key, text,
                                      &inner);
      found = found || text != NULL;
      if (inner == NULL)
        continue;
      g_propagate_error (error, g_steal_pointer (&inner));
      return FALSE;
    }
  if (act != NULL && asked->key != NULL && !found)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
                   _ ("no earlier year has a text of note %s: write one with --text"), asked->key);
      return FALSE;
    }
  return act != NULL && sheaf_act_commit (act, error);
}

static gboolean
write_text (const Asked *asked,
            GError     **error)
{
  const char      *text = sheaf_command_option (asked->line, "text");
  const char      *path = sheaf_command_option (asked->line, "file");
  g_autofree char *read = NULL;
  g_autofree char *clean = NULL;
  gsize            length = 0;

  if ((text != NULL) + (path != NULL) + sheaf_command_flag (asked->line, "from-last-year") > 1)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("--text, --file and --from-last-year exclude each other: give one"));
      return FALSE;
    }
  if (asked->key == NULL)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("a text needs one note: notes BOOK --year YYYY KEY --text TEXT, or --file"));
      return FALSE;
    }
  if (path != NULL && !g_file_get_contents (path, &read, &length, NULL))
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
                   _ ("%s cannot be read: check its name and permissions"), path);
      return FALSE;
    }
  clean = sheaf_text_clean (read != NULL ? read : text, read != NULL ? (gssize) length : -1);
  if (clean != NULL)
    return sheaf_note_text_write (asked->book, asked->year, SHEAF_NOTES_CODE, asked->key, clean,
                                  error);
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
               _ ("%s is not text in UTF-8: save it as UTF-8"), path != NULL ? path : "--text");
  return FALSE;
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  gboolean copies = sheaf_command_flag (line, "from-last-year");
  gboolean writes =
      sheaf_command_option (line, "text") != NULL || sheaf_command_option (line, "file") != NULL;
  Asked asked = { .line = line };
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafNoteForm) form = NULL;

  if (!sheaf_command_need_year (line, &asked.year, error))
    return FALSE;
  book = asked.book =
      sheaf_command_open (line, copies || writes ? SHEAF_BOOK_WRITE : SHEAF_BOOK_READ, error);
  if (book == NULL)
    return FALSE;
  form = asked.form = sheaf_note_form_load (book, SHEAF_NOTES_CODE, asked.year, error);
  if (form == NULL || !find_key (&asked, error))
    return FALSE;
  if (writes)
    return write_text (&asked, error);
  return copies ? copy_texts (&asked, error) : list_notes (&asked, error);
}

const SheafCommand sheaf_command_notes = {
  .name = "notes",
  .arguments = "BOOK [NOTE]",
  .n_arguments = 1,
  .n_optional = 1,
  .summary = N_ ("the texts of the notes B09-HTX: listed, written, taken over from last year"),
  .options = options,
  .reports = TRUE,
  .run = run,
};
