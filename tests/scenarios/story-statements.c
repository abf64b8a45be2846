/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stories expect of statements and their notes. */
#include "scenarios/story.h"

#include "statements/form-book.h"
#include "statements/notes.h"

#include <string.h>

static void
compare (const Story *story,
         gint64       is,
         gint64       should)
{
  if (is != should)
    story_fail (story, "it is %" G_GINT64_FORMAT ", not %" G_GINT64_FORMAT, is, should);
}

/* The column that a word after the amount names: "previous", "increase", "decrease". */
static SheafMoney
figure_of (const Story              *story,
           const SheafStatementLine *line,
           const char               *word)
{
  if (strcmp (word, "current") == 0)
    return line->current;
  if (strcmp (word, "previous") == 0)
    return line->previous;
  if (strcmp (word, "increase") == 0)
    return line->increase;
  if (strcmp (word, "decrease") == 0)
    return line->decrease;
  story_fail (story, "there is no column %s", word);
}

/* "line FORM YEAR LINE AMOUNT [COLUMN] [to DAY]" */
void
story_expect_line (Story           *story,
                   const StoryLine *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafStatement) statement = NULL;
  const SheafStatementLine *found;
  const char               *column = "current";
  SheafDate                 to = SHEAF_DATE_NONE;

  for (guint i = 6; i < line->n_words; i++)
    if (strcmp (line->words[i], "to") == 0)
      to = story_day (story, line, ++i);
    else
      column = line->words[i];
  statement = sheaf_statement_compute (story->book, story_word (story, line, 2),
                                       story_year (story, line, 3), to, &error);
  if (statement == NULL)
    story_fail (story, "%s", error->message);
  found = sheaf_statement_find_line (statement, story_word (story, line, 4));
  if (found == NULL)
    story_fail (story, "the form has no line %s", line->words[4]);
  compare (story, figure_of (story, found, column).units, story_amount (story, line, 5));
}

static SheafNotes *
compute_notes (Story           *story,
               const StoryLine *line,
               guint            year)
{
  g_autoptr (GError) error = NULL;
  SheafNotes *notes = sheaf_notes_compute (story->book, story_year (story, line, year),
                                           SHEAF_DATE_NONE, "vi", &error);

  if (notes == NULL)
    story_fail (story, "%s", error->message);
  return notes;
}

static const SheafNoteRow *
find_row (const SheafNotes *notes,
          const char       *key,
          const char       *label)
{
  for (guint i = 0; i < notes->notes->len; i++)
    {
      const SheafNote *note = notes->notes->pdata[i];

      for (guint j = 0; strcmp (note->key, key) == 0 && j < note->rows->len; j++)
        if (strstr (((const SheafNoteRow *) note->rows->pdata[j])->label, label) != NULL)
          return note->rows->pdata[j];
    }
  return NULL;
}

/* "note KEY YEAR "Words of the row" AMOUNT [AMOUNT …]" */
void
story_expect_note (Story           *story,
                   const StoryLine *line)
{
  g_autoptr (SheafNotes) notes = compute_notes (story, line, 3);
  const SheafNoteRow *row =
      find_row (notes, story_word (story, line, 2), story_word (story, line, 4));

  if (row == NULL)
    story_fail (story, "note %s has no row “%s”", line->words[2], line->words[4]);
  for (guint i = 5; i < line->n_words; i++)
    compare (story, row->amounts[i - 5].units, story_amount (story, line, i));
}

static void
expect_none (const Story         *story,
             const SheafProblems *problems)
{
  if (problems->items->len > 0)
    story_fail (story, "%s", ((const SheafProblem *) problems->items->pdata[0])->text);
}

/* "agree YEAR": every statement agrees with itself, the notes agree with the statements. */
void
story_expect_agree (Story           *story,
                    const StoryLine *line)
{
  g_auto (GStrv) codes = sheaf_form_codes (story->book, NULL);
  g_autoptr (SheafNotes) notes = compute_notes (story, line, 2);

  for (gsize i = 0; codes[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SheafStatement)
          statement = sheaf_statement_compute (story->book, codes[i], story_year (story, line, 2),
                                               SHEAF_DATE_NONE, &error);

      if (statement == NULL)
        story_fail (story, "%s", error->message);
      expect_none (story, statement->problems);
    }
  expect_none (story, notes->problems);
}
