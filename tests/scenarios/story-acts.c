/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens in a story. */
#include "story.h"

#include "base/rate.h"
#include "distribution/posting.h"
#include "exchange/carry-over.h"
#include "exchange/csv-import.h"
#include "ledger/closing.h"
#include "ledger/currency-rate.h"
#include "ledger/item.h"
#include "ledger/merge.h"
#include "ledger/party.h"
#include "ledger/period.h"
#include "ledger/preference.h"
#include "ledger/revaluation.h"
#include "members/member.h"
#include "payouts/reversal.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static const char *
word_or (const StoryLine *line,
         guint            position,
         const char      *otherwise)
{
  return position < line->n_words ? line->words[position] : otherwise;
}

/* "book CHART YEAR": the story is told to another book, which must be the first line. */
static gboolean
begin_book (Story           *story,
            const StoryLine *line,
            GError         **error)
{
  (void) error;
  sheaf_book_free (story->book);
  story->year = story_year (story, line, 2);
  story->book = story_new_book (story_word (story, line, 1), story->year, word_or (line, 3, NULL));
  return TRUE;
}

static gboolean
add_party (Story           *story,
           const StoryLine *line,
           GError         **error)
{
  SheafParty party = { .code = (char *) story_word (story, line, 1) };

  party.name = (char *) word_or (line, 3, party.code);
  if (!sheaf_party_kind_from_word (story_word (story, line, 2), &party.kind))
    story_fail (story, "%s is no kind of party", line->words[2]);
  return sheaf_party_insert (story->book, &party, NULL, error);
}

static gboolean
add_member (Story           *story,
            const StoryLine *line,
            GError         **error)
{
  g_autoptr (SheafMember) member = sheaf_member_new ();
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  member->code = g_strdup (story_word (story, line, 1));
  member->name = g_strdup (word_or (line, 4, member->code));
  member->joined = story_day (story, line, 3);
  if (!sheaf_member_kind_from_word (story_word (story, line, 2), &member->kind))
    story_fail (story, "%s is no kind of member", line->words[2]);
  g_ptr_array_add (members, member);
  return sheaf_member_insert (story->book, members, error);
}

/* "voucher [KIND] DAY TEXT": it is posted when the line after its rows is met. */
static gboolean
begin_voucher (Story           *story,
               const StoryLine *line,
               GError         **error)
{
  SheafVoucherKind kind = SHEAF_VOUCHER_JOURNAL;
  gboolean         named = sheaf_voucher_kind_from_word (story_word (story, line, 1), &kind);
  guint            place = named ? 2 : 1;

  (void) error;
  story->voucher =
      sheaf_voucher_new (kind, story_day (story, line, place), word_or (line, place + 1, "x"));
  return TRUE;
}

/* What a row may say of foreign money. FALSE for another word. */
static gboolean
read_foreign (const Story     *story,
              SheafVoucherRow *row,
              const char      *word,
              const char      *value)
{
  gboolean  debit = g_str_has_prefix (word, "debit-");
  SheafRate rate;

  if (strcmp (word, "rate") == 0)
    {
      if (!sheaf_rate_parse (value, &rate, NULL))
        story_fail (story, "%s is no rate", value);
      row->rate = rate.millionths;
      return TRUE;
    }
  for (guint i = 0; i < 2; i++)
    {
      const char *side = i == 0 ? "debit-" : "credit-";
      const char *code = word + strlen (side);

      if (!g_str_has_prefix (word, side) || !sheaf_currency_is_known (code))
        continue;
      *(debit ? &row->debit_currency : &row->credit_currency) = g_strdup (code);
      if (!sheaf_currency_parse (value, code,
                                 debit ? &row->debit_foreign : &row->credit_foreign, NULL))
        story_fail (story, "%s is no amount in %s", value, code);
      return TRUE;
    }
  return FALSE;
}

/* "?" leaves the amount of a row in foreign money to the program. */
static void
value_row (Story *story)
{
  if (sheaf_currency_settle (story->book, story->voucher, &story->refused))
    return;
  story->refused_line = story->line;
  g_clear_pointer (&story->voucher, sheaf_voucher_free);
}

/* As a row that is typed: an item comes into being when it is first named. */
static gint64
story_item (const Story *story,
            const char  *code)
{
  gint64 id;

  if (!sheaf_item_ensure (story->book, code, &id, NULL))
    story_fail (story, "%s is no code of an item", code);
  return id;
}

void
story_add_row (Story           *story,
               const StoryLine *line)
{
  gboolean         open = strcmp (story_word (story, line, 4), "?") == 0;
  SheafVoucherRow *row;

  if (strcmp (story_word (story, line, 0), "debit") != 0 ||
      strcmp (story_word (story, line, 2), "credit") != 0)
    story_fail (story, "a row is written “debit ACCOUNT credit ACCOUNT AMOUNT”");
  row = sheaf_voucher_add_row (story->voucher, story_account (story, story_word (story, line, 1)),
                               story_account (story, story_word (story, line, 3)),
                               SHEAF_MONEY (open ? 0 : story_amount (story, line, 4)));
  for (guint i = 5; i < line->n_words; i += 2)
    {
      const char *value = story_word (story, line, i + 1);

      if (strcmp (line->words[i], "debit-party") == 0)
        row->debit_party_id = story_party (story, value);
      else if (strcmp (line->words[i], "credit-party") == 0)
        row->credit_party_id = story_party (story, value);
      else if (strcmp (line->words[i], "debit-item") == 0)
        row->debit_item_id = story_item (story, value);
      else if (strcmp (line->words[i], "credit-item") == 0)
        row->credit_item_id = story_item (story, value);
      else if (strcmp (line->words[i], "scope") == 0)
        (void) sheaf_scope_from_word (value, &row->scope); /* an unknown one stays none */
      else if (strcmp (line->words[i], "reason") == 0)
        row->scope_reason = g_strdup (value);
      else if (strcmp (line->words[i], "plan") == 0)
        row->plan = g_strdup (value);
      else if (!read_foreign (story, row, line->words[i], value))
        story_fail (story, "a row has no “%s”", line->words[i]);
    }
  if (open)
    value_row (story);
}

/* "rate DAY USD 25400" */
static gboolean
set_rate (Story           *story,
          const StoryLine *line,
          GError         **error)
{
  SheafCurrencyRate rate = { .date = story_day (story, line, 1) };
  SheafRate         parsed;

  (void) g_strlcpy (rate.currency, story_word (story, line, 2), sizeof rate.currency);
  if (!sheaf_rate_parse (story_word (story, line, 3), &parsed, error))
    return FALSE;
  rate.rate = parsed.millionths;
  return sheaf_rate_insert (story->book, &rate, error);
}

static gboolean
revalue (Story           *story,
         const StoryLine *line,
         GError         **error)
{
  return sheaf_revaluation_post (story->book, story_day (story, line, 1), NULL, 0,
                                 &story->voucher_id, error);
}

static gboolean
reverse (Story           *story,
         const StoryLine *line,
         GError         **error)
{
  return sheaf_voucher_reverse (story->book, story->voucher_id, story_day (story, line, 1),
                                word_or (line, 2, "x"), &story->voucher_id, error);
}

static gboolean
import (Story           *story,
        const StoryLine *line,
        GError         **error)
{
  const SheafImportOptions options = { .update = strcmp (word_or (line, 2, ""), "update") == 0 };
  g_autofree char         *path = NULL;
  int                      file = g_file_open_tmp ("sheaf-story-XXXXXX", &path, error);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  gboolean done;

  g_assert_cmpint (file, >=, 0);
  (void) close (file); /* opened only for its name */
  g_assert_true (g_file_set_contents (path, line->block, -1, error));
  done = sheaf_import_file (story->book, story_word (story, line, 1), path, &options, problems,
                            NULL, error);
  for (guint i = 0; i < problems->items->len; i++)
    {
      g_autofree char *text = sheaf_problem_to_text (g_ptr_array_index (problems->items, i));

      g_test_message ("%s", text);
    }
  (void) g_unlink (path); /* a temporary file */
  return done;
}

/* "carry CHART": the story goes on in a new book by another chart that begins with what this one
 * holds; below it the answers to what is asked, as CSV. */
static gboolean
carry (Story           *story,
       const StoryLine *line,
       GError         **error)
{
  const char      *chart = story_word (story, line, 1);
  g_autofree char *path = NULL;
  int              file = g_file_open_tmp ("sheaf-story-XXXXXX", &path, error);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafOpeningMap) map = sheaf_opening_map_load (story->book, chart, 0, "en", error);
  g_autoptr (SheafBook) book = NULL;

  g_assert_cmpint (file, >=, 0);
  (void) close (file); /* opened only for its name */
  if (map == NULL)
    return FALSE;
  g_assert_true (g_file_set_contents (path, line->block, -1, error));
  if (*line->block != '\0')
    g_assert_true (sheaf_opening_map_read (map, path, problems, error));
  (void) g_unlink (path); /* a temporary file */
  sheaf_opening_map_check (map, "answers", problems);
  for (guint i = 0; i < problems->items->len; i++)
    {
      g_autofree char *text = sheaf_problem_to_text (g_ptr_array_index (problems->items, i));

      g_test_message ("%s", text);
    }
  if (!sheaf_problems_pass (problems, g_quark_from_static_string ("answers"), 0, error))
    return FALSE;
  book = story_new_book (chart, map->year + 1, NULL);
  if (!sheaf_carry_over (story->book, map, book, problems, error))
    {
      g_test_message ("%s", ((SheafProblem *) g_ptr_array_index (problems->items, 0))->text);
      return FALSE;
    }
  sheaf_book_free (story->book);
  story->book = g_steal_pointer (&book);
  story->year = map->year + 1;
  return TRUE;
}

/* "merge CODE INTO TEXT" */
static gboolean
merge (Story           *story,
       const StoryLine *line,
       GError         **error)
{
  return sheaf_party_merge (story->book, story_party (story, story_word (story, line, 1)),
                            story_party (story, story_word (story, line, 2)),
                            word_or (line, 3, "x"), error);
}

static gboolean
unmerge (Story           *story,
         const StoryLine *line,
         GError         **error)
{
  return sheaf_party_unmerge (story->book, story_party (story, story_word (story, line, 1)),
                              word_or (line, 2, "x"), error);
}

static gboolean
set (Story           *story,
     const StoryLine *line,
     GError         **error)
{
  return sheaf_preference_set (story->book, story_word (story, line, 1), word_or (line, 2, ""),
                               error);
}

static gboolean
lock (Story           *story,
      const StoryLine *line,
      GError         **error)
{
  return sheaf_period_lock (story->book, story_day (story, line, 1), error);
}

static gboolean
unlock (Story           *story,
        const StoryLine *line,
        GError         **error)
{
  return sheaf_period_unlock (story->book, story_day (story, line, 1), word_or (line, 2, "x"),
                              error);
}

static gboolean
close_year (Story           *story,
            const StoryLine *line,
            GError         **error)
{
  SheafClosingKeys keys;

  return sheaf_closing_keys_parse (word_or (line, 2, "revenue"), word_or (line, 3, NULL), &keys,
                                   error) &&
         sheaf_closing_post (story->book, story_year (story, line, 1), &keys, NULL, error);
}

static gboolean
reopen (Story           *story,
        const StoryLine *line,
        GError         **error)
{
  return sheaf_closing_reopen (story->book, story_year (story, line, 1), word_or (line, 2, "x"),
                               error);
}

static gboolean
plan (Story           *story,
      const StoryLine *line,
      GError         **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  story->year = story_year (story, line, 1);
  return sheaf_plan_store (story->book, story->year, line->block, -1, "plan", problems, error);
}

static gboolean
post (Story           *story,
      const StoryLine *line,
      GError         **error)
{
  return sheaf_plan_post (story->book, story_year (story, line, 1), story_day (story, line, 2),
                          &story->voucher_id, error);
}

/* "unpost YEAR DAY [TEXT]": takes the posted distribution back */
static gboolean
unpost (Story           *story,
        const StoryLine *line,
        GError         **error)
{
  return sheaf_journal_unpost (story->book, story_year (story, line, 1), story_day (story, line, 2),
                               word_or (line, 3, "x"), error);
}

StoryAct
story_find_act (const char *word)
{
  static const struct
  {
    const char *word;
    StoryAct    act;
  } acts[] = {
    { "book", begin_book },
    { "party", add_party },
    { "member", add_member },
    { "voucher", begin_voucher },
    { "reverse", reverse },
    { "import", import },
    { "carry", carry },
    { "merge", merge },
    { "unmerge", unmerge },
    { "set", set },
    { "lock", lock },
    { "unlock", unlock },
    { "close", close_year },
    { "reopen", reopen },
    { "plan", plan },
    { "approve", story_approve },
    { "post", post },
    { "unpost", unpost },
    { "payout", story_payout },
    { "retain", story_retain },
    { "redeem", story_redeem },
    { "take-back", story_take_back },
    { "rate", set_rate },
    { "revalue", revalue },
    { "template", story_keep_template },
    { "copy", story_copy_voucher },
    { "recurring", story_set_recurring },
    { "post-due", story_post_due },
    { "skip-due", story_skip_due },
    { "tax-mark", story_mark_tax },
    { "answer", story_answer_tax },
    { "tax", story_enter_tax },
    { "vat-share", story_share_vat },
    { "count", story_count },
    { "count-again", story_count_again },
    { "withdraw-count", story_withdraw_count },
    { "post-count", story_post_count },
    { "letters", story_make_letters },
    { "letters-sent", story_send_letters },
    { "letter-answer", story_answer_letter },
    { "letter-withdraw", story_withdraw_answer },
    { "letter-post", story_post_letter },
    { "letter-reverse", story_reverse_letter },
    { "lower", story_lower_commitment },
    { "certificate", story_certificate },
  };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (strcmp (acts[i].word, word) == 0)
      return acts[i].act;
  return NULL;
}
