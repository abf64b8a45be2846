/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cash and stock counted beside the books. */
#include "story.h"

#include "ledger/count.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static SheafCountKind
read_kind (const Story     *story,
           const StoryLine *line,
           guint            position)
{
  const char *word = story_word (story, line, position);

  if (strcmp (word, "cash") != 0 && strcmp (word, "stock") != 0)
    story_fail (story, "“%s” is nothing to be counted", word);
  return strcmp (word, "cash") == 0 ? SHEAF_COUNT_CASH : SHEAF_COUNT_STOCK;
}

static SheafCount *
find (const Story     *story,
      const StoryLine *line,
      guint            position)
{
  const char *number = story_word (story, line, position);
  g_autoptr (GPtrArray) all = sheaf_count_list (story->book, NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (strcmp (((SheafCount *) all->pdata[i])->number, number) == 0)
      return sheaf_count_load (story->book, ((SheafCount *) all->pdata[i])->id, NULL);
  story_fail (story, "there is no count %s", number);
}

/* What is written below the line, as a file. */
static SheafCount *
read_sheet (const Story     *story,
            const StoryLine *line,
            SheafCountKind   kind,
            gint64           account_id,
            SheafDate        date,
            GError         **error)
{
  g_autoptr (SheafCount) count = sheaf_count_prepare (story->book, kind, account_id, date, error);
  g_autofree char *path = NULL;
  int              file;
  gboolean         done;

  if (count == NULL)
    return NULL;
  file = g_file_open_tmp ("sheaf-story-XXXXXX", &path, error);
  g_assert_cmpint (file, >=, 0);
  (void) close (file); /* opened only for its name */
  g_assert_true (g_file_set_contents (path, line->block, -1, error));
  done = sheaf_count_read (count, path, error);
  (void) g_unlink (path); /* a temporary file */
  return done ? g_steal_pointer (&count) : NULL;
}

/* "count KIND ACCOUNT DAY", what was found below it as CSV */
gboolean
story_count (Story           *story,
             const StoryLine *line,
             GError         **error)
{
  g_autoptr (SheafCount) count =
      read_sheet (story, line, read_kind (story, line, 1),
                  story_account (story, story_word (story, line, 2)), story_day (story, line, 3),
                  error);
  gint64 id;

  return count != NULL && sheaf_count_insert (story->book, count, &id, error);
}

/* "count-again NUMBER", what was found now below it */
gboolean
story_count_again (Story           *story,
                   const StoryLine *line,
                   GError         **error)
{
  g_autoptr (SheafCount) old = find (story, line, 1);
  g_autoptr (SheafCount) count =
      read_sheet (story, line, old->kind, old->account_id, old->date, error);
  gint64 id;

  return count != NULL && sheaf_count_replace (story->book, old->id, count, &id, error);
}

/* "withdraw-count NUMBER WHY" */
gboolean
story_withdraw_count (Story           *story,
                      const StoryLine *line,
                      GError         **error)
{
  g_autoptr (SheafCount) count = find (story, line, 1);

  return sheaf_count_withdraw (story->book, count->id, line->n_words > 2 ? line->words[2] : NULL,
                               error);
}

/* "post-count NUMBER [ACCOUNT]"; "reverse" after it takes the last of its vouchers back. */
gboolean
story_post_count (Story           *story,
                  const StoryLine *line,
                  GError         **error)
{
  g_autoptr (SheafCount) count = find (story, line, 1);
  gint64 other = line->n_words > 2 ? story_account (story, line->words[2]) : 0;

  if (!sheaf_count_post (story->book, count->id, other, error))
    return FALSE;
  story->voucher_id = sheaf_count_last_voucher (story->book, count->id);
  return TRUE;
}

/* "counted NUMBER DIFFERENCE open|agrees|posted|withdrawn" */
void
story_expect_counted (Story           *story,
                      const StoryLine *line)
{
  g_autoptr (SheafCount) count = find (story, line, 2);
  gint64      difference = sheaf_count_difference (count).units;
  const char *state = count->withdrawn != NULL              ? "withdrawn"
                      : !sheaf_count_has_difference (count) ? "agrees"
                      : count->vouchers > 0                 ? "posted"
                                                            : "open";

  if (difference != story_amount (story, line, 3) ||
      strcmp (state, story_word (story, line, 4)) != 0)
    story_fail (story, "it is %" G_GINT64_FORMAT " and %s", difference, state);
}

/* "not-counted KIND DAY ACCOUNTS": those that hold something and have no sheet of the day */
void
story_expect_not_counted (Story           *story,
                          const StoryLine *line)
{
  g_autoptr (GError) error = NULL;
  g_auto (SheafCountState) state = { 0 };

  if (!sheaf_count_state (story->book, read_kind (story, line, 2), story_day (story, line, 3),
                          &state, &error))
    story_fail (story, "%s", error->message);
  if (strcmp (state.missing, story_word (story, line, 4)) != 0)
    story_fail (story, "these are not counted: %s", state.missing);
}
