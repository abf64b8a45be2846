/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must be true at a point of a story. */
#include "story.h"

#include "capital/error.h"
#include "distribution/approval.h"
#include "distribution/error.h"
#include "exchange/error.h"
#include "ledger/currency.h"
#include "ledger/error.h"
#include "ledger/item.h"
#include "ledger/open-item.h"
#include "ledger/totals.h"
#include "ledger/verify.h"
#include "notices/error.h"
#include "payouts/error.h"
#include "statements/checks.h"

#include <string.h>

static const char *
name_of_ledger_error (int code)
{
  static const char *const names[] = {
    [SHEAF_LEDGER_ERROR_ACCOUNT] = "account",
    [SHEAF_LEDGER_ERROR_PARTY] = "party",
    [SHEAF_LEDGER_ERROR_AMOUNT] = "amount",
    [SHEAF_LEDGER_ERROR_NUMBER] = "number",
    [SHEAF_LEDGER_ERROR_DATE] = "date",
    [SHEAF_LEDGER_ERROR_PERIOD_LOCKED] = "period-locked",
    [SHEAF_LEDGER_ERROR_YEAR_CLOSED] = "year-closed",
    [SHEAF_LEDGER_ERROR_SCOPE] = "scope",
    [SHEAF_LEDGER_ERROR_KIND] = "kind",
    [SHEAF_LEDGER_ERROR_REVERSAL] = "reversal",
    [SHEAF_LEDGER_ERROR_UNBALANCED] = "unbalanced",
    [SHEAF_LEDGER_ERROR_CHART] = "chart",
    [SHEAF_LEDGER_ERROR_NOT_FOUND] = "not-found",
    [SHEAF_LEDGER_ERROR_CURRENCY] = "currency",
    [SHEAF_LEDGER_ERROR_MONEY] = "money",
    [SHEAF_LEDGER_ERROR_DRAFT] = "draft",
    [SHEAF_LEDGER_ERROR_TEMPLATE] = "template",
    [SHEAF_LEDGER_ERROR_RECURRENCE] = "recurrence",
    [SHEAF_LEDGER_ERROR_ATTACHMENT] = "attachment",
    [SHEAF_LEDGER_ERROR_ITEM] = "item",
    [SHEAF_LEDGER_ERROR_MERGE] = "merge",
    [SHEAF_LEDGER_ERROR_SETTING] = "setting",
    [SHEAF_LEDGER_ERROR_TAX] = "tax",
    [SHEAF_LEDGER_ERROR_RECONCILIATION] = "reconciliation",
    [SHEAF_LEDGER_ERROR_COUNT] = "count",
    [SHEAF_LEDGER_ERROR_CONFIRMATION] = "confirmation",
    [SHEAF_LEDGER_ERROR_ORIGIN] = "origin",
  };

  return names[code];
}

static const char *
name_of_distribution_error (int code)
{
  static const char *const names[] = {
    [SHEAF_DISTRIBUTION_ERROR_LAW] = "law",
    [SHEAF_DISTRIBUTION_ERROR_PLAN] = "plan",
    [SHEAF_DISTRIBUTION_ERROR_REFUSED] = "refused",
    [SHEAF_DISTRIBUTION_ERROR_STATE] = "state",
    [SHEAF_DISTRIBUTION_ERROR_CHANGED] = "changed",
    [SHEAF_DISTRIBUTION_ERROR_NO_SHARE] = "no-share",
  };

  return names[code];
}

static const char *
name_of_notices_error (int code)
{
  static const char *const names[] = {
    [SHEAF_NOTICES_ERROR_LAW] = "law",
    [SHEAF_NOTICES_ERROR_RULE] = "rule",
    [SHEAF_NOTICES_ERROR_NOTHING] = "nothing",
    [SHEAF_NOTICES_ERROR_AMOUNT] = "too-much",
    [SHEAF_NOTICES_ERROR_REDEEMED] = "redeemed",
  };

  return names[code];
}

static const char *
name_of_payouts_error (int code)
{
  switch (code)
    {
    case SHEAF_PAYOUTS_ERROR_STATE:
      return "payout-state";
    case SHEAF_PAYOUTS_ERROR_NOTHING:
      return "payout-nothing";
    case SHEAF_PAYOUTS_ERROR_MONEY:
      return "payout-money";
    default:
      return "payout";
    }
}

static const char *
name_of (const GError *error)
{
  if (error->domain == SHEAF_LEDGER_ERROR)
    return name_of_ledger_error (error->code);
  if (error->domain == SHEAF_DISTRIBUTION_ERROR)
    return name_of_distribution_error (error->code);
  if (error->domain == SHEAF_NOTICES_ERROR)
    return name_of_notices_error (error->code);
  if (error->domain == SHEAF_PAYOUTS_ERROR)
    return name_of_payouts_error (error->code);
  if (error->domain == SHEAF_CAPITAL_ERROR)
    return error->code == SHEAF_CAPITAL_ERROR_REFUSED ? "capital" : "capital-not-found";
  return error->domain == SHEAF_EXCHANGE_ERROR ? "import" : g_quark_to_string (error->domain);
}

static void
expect_error (Story           *story,
              const StoryLine *line)
{
  const char *name = story_word (story, line, 2);

  if (story->refused == NULL)
    story_fail (story, "nothing was refused before this");
  if (strcmp (name_of (story->refused), name) != 0)
    story_fail (story, "refused for “%s”: %s", name_of (story->refused), story->refused->message);
  g_clear_error (&story->refused);
}

static void
compare (const Story *story,
         gint64       found,
         gint64       expected)
{
  if (found != expected)
    story_fail (story, "it is %" G_GINT64_FORMAT, found);
}

/* "balance ACCOUNT debit|credit AMOUNT [on DAY]" */
static void
expect_balance (Story           *story,
                const StoryLine *line)
{
  gint64     account = story_account (story, story_word (story, line, 2));
  gboolean   credit = strcmp (story_word (story, line, 3), "credit") == 0;
  SheafDate  on = line->n_words > 6 ? story_day (story, line, 6) : sheaf_date_new (2027, 12, 31);
  SheafMoney balance;
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafTotals) totals =
      sheaf_totals_load (story->book, sheaf_book_first_day (story->book), on, &error);

  if (totals == NULL)
    story_fail (story, "%s", error->message);
  balance = sheaf_totals_balance (totals, account);
  compare (story, credit ? -balance.units : balance.units, story_amount (story, line, 4));
}

/* "held ACCOUNT USD UNITS worth VALUE on DAY [PARTY]", debit positive, with decimals */
static void
expect_held (Story           *story,
             const StoryLine *line)
{
  const char         *code = story_word (story, line, 3), *text = story_word (story, line, 4);
  const char         *value = story_word (story, line, 6);
  gint64              party = line->n_words > 9 ? story_party (story, line->words[9]) : 0;
  SheafForeignBalance balance;
  g_autofree char    *units = NULL;
  g_autofree char    *worth = NULL;
  g_autoptr (GError) error = NULL;

  if (!sheaf_currency_book_rate (story->book, story_account (story, story_word (story, line, 2)),
                                 party, 0, code, story_day (story, line, 8), &balance, &error))
    story_fail (story, "%s", error->message);
  units = sheaf_currency_to_text (balance.units, code);
  worth = sheaf_money_to_text (balance.value);
  if (strcmp (units, text) != 0 || strcmp (worth, value) != 0)
    story_fail (story, "it is %s worth %s", units, worth);
}

/* "owed PARTY ACCOUNT debit|credit AMOUNT [on DAY]": a party's balance, with those merged into
 * it. */
static void
expect_owed (Story           *story,
             const StoryLine *line)
{
  gint64     party = story_party (story, story_word (story, line, 2));
  gint64     account = story_account (story, story_word (story, line, 3));
  gboolean   credit = strcmp (story_word (story, line, 4), "credit") == 0;
  SheafDate  on = line->n_words > 7 ? story_day (story, line, 7) : sheaf_date_new (2027, 12, 31);
  SheafMoney balance;
  g_autoptr (GError) error = NULL;

  if (!sheaf_totals_party_balance (story->book, account, party, on, &balance, &error))
    story_fail (story, "%s", error->message);
  compare (story, credit ? -balance.units : balance.units, story_amount (story, line, 5));
}

/* "open ITEM ACCOUNT debit|credit AMOUNT [due DAY]": what is open of an item in the end, and until
 * when. */
static void
expect_open (Story           *story,
             const StoryLine *line)
{
  gboolean   credit = strcmp (story_word (story, line, 4), "credit") == 0;
  SheafMoney sum = SHEAF_MONEY_ZERO;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) list = NULL;
  SheafOpenItemFilter filter = { .on = sheaf_date_new (2027, 12, 31),
                                 .item_id = sheaf_item_find (story->book,
                                                             story_word (story, line, 2)),
                                 .account_id = story_account (story, story_word (story, line, 3)),
                                 .due_until = SHEAF_DATE_NONE };

  if (filter.item_id == 0)
    story_fail (story, "there is no item %s", line->words[2]);
  list = sheaf_open_item_list (story->book, &filter, &error);
  if (list == NULL)
    story_fail (story, "%s", error->message);
  for (guint i = 0; i < list->len; i++)
    {
      const SheafOpenItem *open = &g_array_index (list, SheafOpenItem, i);

      sum = sheaf_money_add (sum, open->balance);
      if (line->n_words > 7 && sheaf_date_cmp (open->due, story_day (story, line, 7)) != 0)
        story_fail (story, "it is due on another day");
    }
  compare (story, credit ? -sum.units : sum.units, story_amount (story, line, 5));
}

static SheafDistribution *
load_distribution (const Story *story)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  SheafDistribution *distribution =
      sheaf_distribution_load (story->book, story->year, problems, &error);

  if (distribution == NULL)
    story_fail (story, "%s", error->message);
  return distribution;
}

/* "step NAME internal|external AMOUNT" */
static void
expect_step (Story           *story,
             const StoryLine *line)
{
  g_autoptr (SheafDistribution) distribution = load_distribution (story);
  const SheafDistributionStep *step =
      sheaf_distribution_step (distribution, story_word (story, line, 2));
  gboolean external = strcmp (story_word (story, line, 3), "external") == 0;

  if (step == NULL)
    story_fail (story, "there is no step %s", line->words[2]);
  compare (story, step->amounts[external ? SHEAF_SIDE_EXTERNAL : SHEAF_SIDE_INTERNAL].units,
           story_amount (story, line, 4));
}

/* "share MEMBER POOL AMOUNT" */
static void
expect_share (Story           *story,
              const StoryLine *line)
{
  g_autoptr (SheafDistribution) distribution = load_distribution (story);

  for (guint i = 0; i < distribution->shares->len; i++)
    {
      const SheafShare *share = &g_array_index (distribution->shares, SheafShare, i);

      if (strcmp (share->code, story_word (story, line, 2)) != 0 ||
          strcmp (sheaf_pool_name (share->side, share->pool), story_word (story, line, 3)) != 0)
        continue;
      compare (story, share->amount.units, story_amount (story, line, 4));
      return;
    }
  story_fail (story, "there is no such share");
}

/* "warning TEXT", "no-warning TEXT" */
static void
expect_warning (Story           *story,
                const StoryLine *line)
{
  gboolean    wanted = strcmp (line->words[1], "warning") == 0;
  const char *text = story_word (story, line, 2);

  if ((story->warned != NULL && strstr (story->warned, text) != NULL) != wanted)
    story_fail (story, "the warnings are: %s", story->warned != NULL ? story->warned : "none");
}

static void
add_problem (const SheafCheck   *check,
             const SheafProblem *problem,
             gpointer            problems)
{
  sheaf_problems_add (problems, problem->kind, check->name, 0, NULL, "%s", problem->text);
}

/* "sound [members]": the checks of book and ledger; with members every check there is */
static void
expect_sound (Story           *story,
              const StoryLine *line)
{
  const SheafCheck *tables[] = { sheaf_book_checks, sheaf_ledger_checks };
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  guint failed = 0;

  if (line->n_words > 2)
    {
      if (!sheaf_checks_run (story->book, add_problem, problems, &failed, &error))
        story_fail (story, "%s", error->message);
    }
  else
    for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
      for (const SheafCheck *check = tables[i]; check->name != NULL; check++)
        if (!check->run (story->book, problems, &error))
          story_fail (story, "%s", error->message);
  if (problems->errors > 0 || failed > 0)
    {
      g_autofree char *text = sheaf_problem_to_text (g_ptr_array_index (problems->items, 0));

      story_fail (story, "%s", text);
    }
}

void
story_expect (Story           *story,
              const StoryLine *line)
{
  static const struct
  {
    const char *word;
    void (*expect) (Story *story, const StoryLine *line);
  } kinds[] = {
    { "error", expect_error },
    { "balance", expect_balance },
    { "held", expect_held },
    { "owed", expect_owed },
    { "open", expect_open },
    { "line", story_expect_line },
    { "note", story_expect_note },
    { "agree", story_expect_agree },
    { "step", expect_step },
    { "share", expect_share },
    { "due", story_expect_due },
    { "vat", story_expect_vat },
    { "tax", story_expect_tax },
    { "shared-vat", story_expect_shared_vat },
    { "counted", story_expect_counted },
    { "not-counted", story_expect_not_counted },
    { "letter", story_expect_letter },
    { "letters", story_expect_letters },
    { "capital", story_expect_capital },
    { "withheld", story_expect_withheld },
    { "certificate", story_expect_certificate },
    { "certificate-due", story_expect_certificate_due },
    { "standing", story_expect_standing },
    { "contribution-due", story_expect_contribution_due },
    { "contributions-due", story_expect_contributions_due },
    { "breaches", story_expect_breaches },
    { "remedy", story_expect_remedy },
    { "notices", story_expect_notices },
    { "payable", story_expect_payable },
    { "figure", story_expect_figure },
    { "sound", expect_sound },
    { "warning", expect_warning },
    { "no-warning", expect_warning },
  };
  const char *word = story_word (story, line, 1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].word, word) == 0)
      {
        kinds[i].expect (story, line);
        return;
      }
  story_fail (story, "“%s” cannot be expected", word);
}
