/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens with drafts, own templates and entries that come again, and what VAT is by
 * invoices. */
#include "story.h"

#include "ledger/recurrence.h"
#include "ledger/vat.h"

#include <string.h>

/* "template NAME": the voucher before is kept under the name. */
gboolean
story_keep_template (Story           *story,
                     const StoryLine *line,
                     GError         **error)
{
  g_autoptr (SheafDraft) draft = sheaf_voucher_copy (story->book, story->voucher_id, error);

  return draft != NULL &&
         sheaf_own_template_save (story->book, story_word (story, line, 1), draft, error);
}

/* "copy DAY [AMOUNT]": the voucher before once more, with the amount in its first row. */
gboolean
story_copy_voucher (Story           *story,
                    const StoryLine *line,
                    GError         **error)
{
  g_autoptr (SheafDraft) draft = sheaf_voucher_copy (story->book, story->voucher_id, error);

  if (draft == NULL)
    return FALSE;
  sheaf_draft_set (&draft->date, story_word (story, line, 1));
  if (line->n_words > 2)
    sheaf_draft_set (&((SheafDraftRow *) draft->rows->pdata[0])->cells[SHEAF_DRAFT_AMOUNT],
                     line->words[2]);
  return sheaf_draft_save (story->book, draft, NULL, error) &&
         sheaf_draft_post (story->book, draft, NULL, NULL, NULL, &story->voucher_id, error);
}

/* "recurring NAME MONTHS FIRST [LAST]" */
gboolean
story_set_recurring (Story           *story,
                     const StoryLine *line,
                     GError         **error)
{
  const SheafRecurrence recurrence = {
    .template_name = (char *) story_word (story, line, 1),
    .months = (guint) story_amount (story, line, 2),
    .first = story_day (story, line, 3),
    .last = line->n_words > 4 ? story_day (story, line, 4) : SHEAF_DATE_NONE,
  };

  return sheaf_recurrence_set (story->book, &recurrence, error);
}

/* "post-due NAME DAY" */
gboolean
story_post_due (Story           *story,
                const StoryLine *line,
                GError         **error)
{
  SheafDate due = story_day (story, line, 2);

  return sheaf_recurrence_post (story->book, story_word (story, line, 1), due, due, NULL,
                                &story->voucher_id, error);
}

/* "skip-due NAME DAY REASON" */
gboolean
story_skip_due (Story           *story,
                const StoryLine *line,
                GError         **error)
{
  return sheaf_recurrence_skip (story->book, story_word (story, line, 1),
                                story_day (story, line, 2), story_word (story, line, 3), error);
}

/* "due DAY N": so many entries are due until the day. */
void
story_expect_due (Story           *story,
                  const StoryLine *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      due = sheaf_recurrence_due (story->book, story_day (story, line, 2), &error);

  if (due == NULL)
    story_fail (story, "%s", error->message);
  if (due->len != (guint) story_amount (story, line, 3))
    story_fail (story, "%u are due", due->len);
}

/* "vat in|out FROM TO TAX [DIFFERENCE]": the tax by invoices (of what was bought, deductible tax),
 * and how far the tax accounts are from it. */
void
story_expect_vat (Story           *story,
                  const StoryLine *line)
{
  gboolean in = strcmp (story_word (story, line, 2), "in") == 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafVatList) list = sheaf_vat_list_load (
      story->book, in ? SHEAF_INVOICE_IN : SHEAF_INVOICE_OUT, story_day (story, line, 3),
      story_day (story, line, 4), &error);
  gint64      difference = line->n_words > 6 ? story_amount (story, line, 6) : 0;
  const char *tax = story_word (story, line, 5);
  gint64      expected = g_ascii_strtoll (tax, NULL, 10);

  if (list == NULL)
    story_fail (story, "%s", error->message);
  if (list->deductible_vat.units != expected)
    story_fail (story, "it is %" G_GINT64_FORMAT, list->deductible_vat.units);
  if (list->difference.units != difference)
    story_fail (story, "the difference is %" G_GINT64_FORMAT, list->difference.units);
}
