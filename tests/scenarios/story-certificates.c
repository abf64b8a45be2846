/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificates of contribution in stories: issued, reissued, exchanged, withdrawn; who holds which,
 * and what is due. */
#include "story.h"

#include "capital/certificate-due.h"

#include <string.h>

static void
compare_words (const Story *story,
               const char  *found,
               const char  *expected)
{
  if (strcmp (found, expected) != 0)
    story_fail (story, "“%s” was found, not “%s”", found, expected);
}

/* The word after those that must be there; NULL: none. */
static const char *
optional (const StoryLine *line,
          guint            position)
{
  return line->n_words > position ? line->words[position] : NULL;
}

/* "certificate issue MEMBER DAY [NUMBER]", "certificate reissue|exchange|withdraw MEMBER DAY
 * [REASON]" */
gboolean
story_certificate (Story           *story,
                   const StoryLine *line,
                   GError         **error)
{
  SheafCertificateKind event = SHEAF_CERTIFICATE_ISSUE;
  gint64               party_id = story_party (story, story_word (story, line, 2));
  SheafDate            day = story_day (story, line, 3);
  const char          *text = optional (line, 4);

  if (!sheaf_certificate_kind_from_word (story_word (story, line, 1), &event))
    story_fail (story, "“%s” is not done with certificates", line->words[1]);
  switch (event)
    {
    case SHEAF_CERTIFICATE_ISSUE:
      return sheaf_certificate_issue (story->book, party_id, day, text, NULL, error);
    case SHEAF_CERTIFICATE_REISSUE:
      return sheaf_certificate_reissue (story->book, party_id, day, NULL, text, NULL, error);
    case SHEAF_CERTIFICATE_EXCHANGE:
      return sheaf_certificate_exchange (story->book, party_id, day, NULL, text, NULL, error);
    case SHEAF_CERTIFICATE_WITHDRAW:
    default:
      return sheaf_certificate_withdraw (story->book, party_id, day, text, error);
    }
}

static const SheafCertificate *
find_standing (const GPtrArray *standing,
               gint64           party_id)
{
  for (guint i = 0; i < standing->len; i++)
    if (((const SheafCertificate *) standing->pdata[i])->party_id == party_id)
      return standing->pdata[i];
  return NULL;
}

/* "certificate MEMBER DAY NUMBER [AMOUNT]": what is in force at the end of the day; "none" */
void
story_expect_certificate (Story           *story,
                          const StoryLine *line)
{
  gint64 party_id = story_party (story, story_word (story, line, 2));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) standing = sheaf_certificates_on (story->book, story_day (story, line, 3),
                                                          &error);
  const SheafCertificate *found;

  if (standing == NULL)
    story_fail (story, "%s", error->message);
  found = find_standing (standing, party_id);
  compare_words (story, found != NULL ? found->number : "none", story_word (story, line, 4));
  if (found != NULL && line->n_words > 5 &&
      found->amount.units != story_amount (story, line, 5))
    story_fail (story, "its paper says %" G_GINT64_FORMAT, found->amount.units);
}

/* "certificate-due MEMBER DAY issue|exchange|withdraw|nothing" */
void
story_expect_certificate_due (Story           *story,
                              const StoryLine *line)
{
  gint64      party_id = story_party (story, story_word (story, line, 2));
  const char *found = "nothing";
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dues = sheaf_certificates_due (story->book, story_day (story, line, 3),
                                                       &error);

  if (dues == NULL)
    story_fail (story, "%s", error->message);
  for (guint i = 0; i < dues->len; i++)
    {
      const SheafCertificateDue *due = dues->pdata[i];

      if (due->party_id == party_id)
        found = sheaf_certificate_kind_to_word (due->event);
    }
  compare_words (story, found, story_word (story, line, 4));
}
