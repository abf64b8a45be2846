/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kind and agreement decide which money a member shares in (Law 17/2023/QH15, Art. 86), so a
 * statement must tell when they changed. */
#include "documents/member-changes.h"

#define GROUP "member-changes"

static void
add_change (GPtrArray       *changes,
            SheafPaperTexts *texts,
            const char      *key,
            SheafDate        day)
{
  g_autofree char *date = sheaf_date_format (day, "vi");

  g_ptr_array_add (changes, sheaf_paper_texts_fill (texts, GROUP, key, "date", date, NULL));
}

/* One who leaves has no agreement any more, which need not be said. */
static void
compare (GPtrArray              *changes,
         SheafPaperTexts        *texts,
         const SheafMemberState *before,
         const SheafMemberSpan  *span)
{
  const SheafMemberState *after = &span->state;

  if (before->kind == SHEAF_MEMBER_NONE)
    return; /* the day of joining stands on the paper anyway */
  if (after->kind == SHEAF_MEMBER_NONE)
    {
      add_change (changes, texts, "left", span->from);
      return;
    }
  if (after->kind != before->kind)
    add_change (changes, texts, sheaf_member_kind_to_word (after->kind), span->from);
  if (after->agreement != before->agreement)
    add_change (changes, texts, after->agreement ? "agreement-signed" : "agreement-ended",
                span->from);
}

char *
sheaf_member_changes (const GArray    *spans,
                      SheafDate        first,
                      SheafDate        last,
                      SheafPaperTexts *texts)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (spans != NULL && texts != NULL, NULL);
  for (guint i = 1; i < spans->len; i++)
    {
      const SheafMemberSpan *span = &g_array_index (spans, SheafMemberSpan, i);

      if (sheaf_date_cmp (span->from, first) > 0 && sheaf_date_cmp (span->from, last) <= 0)
        compare (changes, texts, &g_array_index (spans, SheafMemberSpan, i - 1).state, span);
    }
  g_ptr_array_add (changes, NULL);
  return g_strjoinv ("; ", (char **) changes->pdata);
}
