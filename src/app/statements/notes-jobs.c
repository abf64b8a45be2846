/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs on the threads: nothing here may touch a widget. */
#include "app/statements/notes-jobs.h"

#include "base/language.h"
#include "statements/note-text.h"
#include "statements/notes.h"

/* The form whose texts are written. */
#define FORM "B09-HTX"

static void
free_words (gpointer data)
{
  SheafNoteWords *words = data;

  g_free (words->key);
  g_free (words->title);
  g_free (words->text);
  g_free (words->proposed);
  g_free (words);
}

gpointer
sheaf_notes_read_job (gpointer connection,
                      gpointer data,
                      GError **error)
{
  int year = *(const int *) data;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_words);
  g_autoptr (SheafNotes) notes = sheaf_notes_compute (connection, year, SHEAF_DATE_NONE,
                                                      sheaf_language_current (), error);

  if (notes == NULL)
    return NULL;
  for (guint i = 0; i < notes->notes->len; i++)
    {
      const SheafNote *note = notes->notes->pdata[i];
      SheafNoteWords  *words;

      if (note->kind == SHEAF_NOTE_HEADING)
        continue;
      words = g_new0 (SheafNoteWords, 1);
      words->key = g_strdup (note->key);
      words->title = g_strdup (note->title);
      words->text = g_strdup (note->text);
      words->kept = note->kept;
      words->proposed = sheaf_note_text_propose (connection, year, FORM, note->key,
                                                 &words->proposed_year, NULL);
      g_ptr_array_add (list, words);
    }
  return g_steal_pointer (&list);
}

void
sheaf_note_writing_free (SheafNoteWriting *writing)
{
  if (writing == NULL)
    return;
  g_free (writing->key);
  g_free (writing->text);
  g_free (writing);
}

gpointer
sheaf_notes_write_job (gpointer connection,
                       gpointer data,
                       GError **error)
{
  const SheafNoteWriting *writing = data;

  return sheaf_note_text_write (connection, writing->year, FORM, writing->key, writing->text, error)
             ? g_strdup ("")
             : NULL;
}
