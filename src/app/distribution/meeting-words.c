/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The judgement is distribution/meeting's; here it is asked of one thing after the other, so that
 * all that is wrong is told at once. */
#include "app/distribution/meeting-words.h"

#include "base/i18n.h"
#include "base/language.h"
#include "base/percent.h"
#include "base/text.h"

#define WHOLE 1000000

static void
free_word (gpointer data)
{
  SheafMeetingWord *word = data;

  g_free (word->text);
  g_free (word);
}

static void
add_word (GPtrArray *words,
          gboolean   met,
          gboolean   to_know,
          char      *text)
{
  SheafMeetingWord *word = g_new0 (SheafMeetingWord, 1);

  word->met = met;
  word->to_know = to_know;
  word->text = text;
  g_ptr_array_add (words, word);
}

/* In percent, rounded down, so that 49,99 is not told as half. */
static char *
say_part (guint part,
          guint whole)
{
  return sheaf_percent_format (SHEAF_RATE ((gint64) part * WHOLE / MAX (whole, 1) / 100 * 100),
                               sheaf_language_current ());
}

/* TRUE, and the rule, where the law has one. */
static gboolean
read_rule (const SheafLaw *law,
           const char     *group,
           SheafLawRate   *rule)
{
  return g_key_file_has_group (law->defaults, group) &&
         sheaf_law_rate_read (law->defaults, group, "rate", SHEAF_RATE (0), rule, NULL);
}

static char *
say_quorum (const SheafMeeting *meeting,
            const SheafLaw     *law)
{
  static const char *const groups[] = { "meeting first-call", "meeting second-call",
                                        "meeting third-call" };
  SheafLawRate             rule = { { 0 }, NULL, NULL, { 0 } };
  g_autofree char         *part = say_part (meeting->present, meeting->members);
  g_autofree char         *asked = NULL;
  char                    *text;

  if (meeting->members == 0 || !read_rule (law, groups[CLAMP (meeting->call, 1, 3) - 1], &rule))
    return NULL;
  asked = sheaf_percent_format (rule.rate, sheaf_language_current ());
  text = rule.rate.millionths == 0
             ? g_strdup_printf (
                   _ ("Attendance: %u of %u members, %s; at this call Art. %s takes "
                      "any number"),
                   meeting->present, meeting->members, part, rule.article)
             : g_strdup_printf (_ ("Attendance: %u of %u members, %s; Art. %s asks for at least "
                                   "%s at this call"),
                                meeting->present, meeting->members, part, rule.article, asked);
  sheaf_law_rate_clear (&rule);
  return text;
}

static char *
say_majority (const SheafMeeting *meeting,
              const SheafLaw     *law)
{
  SheafLawRate     rule = { { 0 }, NULL, NULL, { 0 } };
  g_autofree char *part = say_part (meeting->in_favour, meeting->present);
  g_autofree char *asked = NULL;
  char            *text;

  if (!meeting->voted || meeting->present == 0 ||
      !read_rule (law, "meeting majority", &rule))
    return NULL;
  asked = sheaf_percent_format (rule.rate, sheaf_language_current ());
  text = g_strdup_printf (_ ("Votes: %u of %u present, %s; Art. %s asks for more than %s"),
                          meeting->in_favour, meeting->present, part, rule.article, asked);
  sheaf_law_rate_clear (&rule);
  return text;
}

/* Adds what the judge says: the refusal, else the words for what is met, and its warnings. */
static void
judge (const SheafMeeting *meeting,
       const SheafLaw     *law,
       SheafDate           year_end,
       char               *words_when_met,
       gboolean            with_warnings,
       GPtrArray          *words)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *met = words_when_met;

  if (!sheaf_meeting_check (meeting, law, year_end, problems, &error))
    add_word (words, FALSE, FALSE, sheaf_text_capitalize (error->message));
  else if (met != NULL)
    add_word (words, TRUE, FALSE, g_steal_pointer (&met));
  for (guint i = 0; with_warnings && i < problems->items->len; i++)
    add_word (words, TRUE, TRUE,
              sheaf_text_capitalize (((SheafProblem *) problems->items->pdata[i])->text));
}

GPtrArray *
sheaf_meeting_words (const SheafMeeting *meeting,
                     const SheafLaw     *law,
                     SheafDate           year_end)
{
  GPtrArray   *words = g_ptr_array_new_with_free_func (free_word);
  SheafMeeting attended = *meeting;
  SheafMeeting voted = *meeting;

  g_return_val_if_fail (meeting != NULL && law != NULL, words);

  attended.voted = FALSE;
  judge (&attended, law, year_end, say_quorum (meeting, law), TRUE, words);
  /* Attendance has been judged: here only who voted counts, by those who were there. */
  voted.members = voted.present;
  voted.call = 3;
  voted.call_before = SHEAF_DATE_NONE;
  if (meeting->present <= meeting->members && meeting->present > 0)
    judge (&voted, law, year_end, say_majority (meeting, law), FALSE, words);
  return words;
}
