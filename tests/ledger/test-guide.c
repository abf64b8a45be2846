/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entries that the Circular prescribes: every one of them becomes a voucher in balance. */
#include "ledger/guide.h"

#include "helpers/ledger.h"
#include "ledger/party.h"
#include "ledger/voucher-check.h"

#include <string.h>

#define TRIES 400 /* random amounts until they fit together */

static const SheafGuide *
guide_of (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  const SheafGuide *guide = sheaf_guide_get (book, &error);

  g_assert_no_error (error);
  return guide;
}

/* Random amounts; half of the optional ones are left out. */
static void
draw_amounts (SheafGuideAnswers *answers,
              GRand             *rand)
{
  for (guint i = 0; i < answers->entry->amounts->len; i++)
    {
      const SheafGuideAmount *amount = answers->entry->amounts->pdata[i];
      gboolean                out = amount->optional && g_rand_boolean (rand);

      answers->amounts[i] = SHEAF_MONEY (out ? 0 : g_rand_int_range (rand, 1, 10000000));
    }
}

/* Two sides of one account differ by their items, as two assets do. */
static void
name_details (SheafBook         *book,
              SheafGuideAnswers *answers)
{
  gint64 items[2];

  g_assert_true (sheaf_item_ensure (book, "A", &items[0], NULL));
  g_assert_true (sheaf_item_ensure (book, "B", &items[1], NULL));
  answers->party_id = sheaf_party_find (book, "KH1");
  g_free (answers->currency);
  answers->currency = g_strdup ("USD");
  answers->foreign = 12345;
  for (guint l = 0; l < answers->entry->lines->len; l++)
    answers->lines[l].item_id = items[((SheafGuideLine *) answers->entry->lines->pdata[l])->debit];
}

static void
choose_first (SheafBook         *book,
              SheafGuideAnswers *answers,
              guint              line,
              guint              place)
{
  g_autoptr (GPtrArray) accounts = sheaf_guide_accounts (book, answers, line);

  g_assert_cmpuint (accounts->len, >, 0);
  answers->lines[line].account_id =
      ((const SheafAccount *) accounts->pdata[place % accounts->len])->id;
}

/* What is wrong, in one text; NULL when nothing is. */
static char *
findings (const SheafProblems *problems)
{
  GString *text = NULL;

  for (guint i = 0; i < problems->items->len; i++)
    {
      const SheafProblem *problem = problems->items->pdata[i];

      if (problem->kind != SHEAF_PROBLEM_ERROR)
        continue;
      text = text == NULL ? g_string_new (NULL) : g_string_append_c (text, '\n');
      g_string_append_printf (text, "%s: %s", problem->column, problem->text);
    }
  return text == NULL ? NULL : g_string_free (text, FALSE);
}

/* Fills with amounts that fit, and expects the voucher to pass the ledger's own check. */
static void
expect_fills (SheafBook         *book,
              SheafGuideAnswers *answers,
              GRand             *rand)
{
  for (guint try = 0; try < TRIES; try++)
    {
      g_autoptr (SheafProblems) problems = sheaf_problems_new ();
      g_autoptr (SheafVoucher) voucher = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *wrong = NULL;

      draw_amounts (answers, rand);
      voucher = sheaf_guide_fill (book, answers, "vi", problems, &error);
      g_assert_no_error (error);
      wrong = findings (problems);
      if (wrong != NULL && try < TRIES - 1)
        continue;
      if (wrong == NULL)
        {
          g_assert_cmpuint (voucher->rows->len, >, 0);
          g_assert_true (sheaf_voucher_check (book, voucher, NULL, problems, &error));
          g_assert_no_error (error);
          wrong = findings (problems);
        }
      /* a revenue deduction that nobody's standing settles: the person names the side */
      if (wrong != NULL && g_str_has_prefix (wrong, "scope: ") &&
          answers->scope == SHEAF_SCOPE_NONE)
        {
          answers->scope = SHEAF_SCOPE_EXTERNAL;
          continue;
        }
      if (wrong != NULL)
        g_test_message ("%s: %s", answers->entry->id, wrong);
      g_assert_null (wrong);
      return;
    }
}

static guint
count_choices (SheafBook         *book,
               SheafGuideAnswers *answers)
{
  guint most = 1;

  for (guint l = 0; l < answers->entry->lines->len; l++)
    {
      g_autoptr (GPtrArray) accounts = sheaf_guide_accounts (book, answers, l);

      most = MAX (most, accounts->len);
    }
  return most;
}

/* Every account of every choice is taken at least once. */
static void
test_all_fill (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  const SheafGuide *guide = guide_of (book);
  g_autoptr (GRand) rand = g_rand_new_with_seed (71);
  guint filled = 0;

  for (guint i = 0; i < sheaf_guide_count (guide); i++)
    {
      const SheafGuideCase *item = sheaf_guide_at (guide, i);
      g_autoptr (SheafGuideAnswers)
          answers = sheaf_guide_answers_new (item, test_day ("2025-06-30"));
      guint n = *sheaf_guide_text (&item->withheld, "vi") == '\0' ? count_choices (book, answers)
                                                                  : 0;

      for (guint turn = 0; turn < n; turn++)
        {
          answers->scope = SHEAF_SCOPE_NONE;
          memset (answers->lines, 0, item->lines->len * sizeof *answers->lines);
          for (guint l = 0; l < item->lines->len; l++)
            choose_first (book, answers, l, turn);
          name_details (book, answers);
          expect_fills (book, answers, rand);
        }
      filled += n > 0;
    }
  g_assert_cmpuint (filled, >, 600);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/every-case-and-choice-makes-a-voucher-in-balance", test_all_fill);
  return g_test_run ();
}
