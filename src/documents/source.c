/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings and the distribution are read once for all papers of a year, members one by one. */
#include "documents/source.h"

#include "base/i18n.h"
#include "book/audit.h"
#include "book/setting.h"
#include "distribution/approval.h"
#include "documents/error.h"
#include "documents/source-private.h"
#include "ledger/chart.h"
#include "ledger/currency.h"

const char *
sheaf_source_keep (SheafSource *source,
                   char        *text)
{
  if (text == NULL)
    return "";
  g_ptr_array_add (source->strings, text);
  return text;
}

static const char *
setting (SheafSource *source,
         const char  *key)
{
  return sheaf_source_keep (source, sheaf_setting_find (source->book, key));
}

SheafSource *
sheaf_source_new (SheafBook *book,
                  int        year,
                  GError   **error)
{
  SheafPaperTexts *texts = sheaf_paper_texts_load ("vn", error);
  g_autofree char *currency = sheaf_currency_home (book);
  SheafSource     *source;

  if (texts == NULL)
    return NULL;
  source = g_new0 (SheafSource, 1);
  source->book = book;
  source->year = year;
  source->texts = texts;
  sheaf_paper_texts_set_currency (texts, currency);
  source->strings = g_ptr_array_new_with_free_func (g_free);
  source->frame = (SheafFrame){ .name = sheaf_book_name (book),
                                .address = setting (source, "address"),
                                .tax_code = setting (source, "tax-code"),
                                .director = setting (source, "director"),
                                .chief_accountant = setting (source, "chief-accountant"),
                                .accountant = setting (source, "accountant"),
                                .cashier = setting (source, "cashier"),
                                .seal = sheaf_source_keep (source, sheaf_audit_head (book)),
                                .date = sheaf_book_today (book) };
  return source;
}

static void
free_shares (SheafSource *source)
{
  sheaf_law_free (source->law);
  sheaf_plan_free (source->plan);
  sheaf_distribution_free (source->result);
  if (source->fund_names != NULL)
    g_hash_table_unref (source->fund_names);
  source->law = NULL;
  source->plan = NULL;
  source->result = NULL;
  source->fund_names = NULL;
}

void
sheaf_source_free (SheafSource *source)
{
  if (source == NULL)
    return;
  sheaf_paper_texts_free (source->texts);
  sheaf_words_free (source->words);
  g_ptr_array_unref (source->strings);
  free_shares (source);
  if (source->wages != NULL)
    {
      g_hash_table_unref (source->deliveries);
      g_hash_table_unref (source->supplies);
      g_hash_table_unref (source->wages);
    }
  g_clear_pointer (&source->payments, g_hash_table_unref);
  g_free (source);
}

SheafBook *
sheaf_source_book (const SheafSource *source)
{
  return source->book;
}

int
sheaf_source_year (const SheafSource *source)
{
  return source->year;
}

SheafPaperTexts *
sheaf_source_texts (const SheafSource *source)
{
  return source->texts;
}

const SheafFrame *
sheaf_source_frame (const SheafSource *source)
{
  return &source->frame;
}

SheafWords *
sheaf_source_words (SheafSource *source,
                    GError     **error)
{
  if (source->words == NULL)
    source->words = sheaf_words_of_book (source->book, "vi", error);
  return source->words;
}

static void
name_fund (SheafSource      *source,
           const SheafChart *chart,
           const char       *name,
           const char       *title,
           const char       *code)
{
  const SheafAccount *account = sheaf_chart_by_code (chart, code);

  if (title == NULL && account != NULL)
    title = account->name;
  if (title != NULL)
    g_hash_table_insert (source->fund_names, g_strdup (name), g_strdup (title));
}

/* Papers call a fund by the title that the plan gives it, else as the chart calls its account. */
static gboolean
name_funds (SheafSource *source,
            GError     **error)
{
  const SheafChart *chart = sheaf_chart_get (source->book, error);

  if (chart == NULL)
    return FALSE;
  source->fund_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < source->plan->funds->len; i++)
    {
      const SheafPlanFund *fund = g_ptr_array_index (source->plan->funds, i);

      name_fund (source, chart, fund->name, fund->title, fund->account);
    }
  for (guint i = 0; i < source->plan->earmarks->len; i++)
    {
      const SheafPlanEarmark *earmark = g_ptr_array_index (source->plan->earmarks, i);

      name_fund (source, chart, earmark->name, earmark->title, earmark->account);
    }
  return TRUE;
}

static gboolean
load_resolution (SheafSource   *source,
                 SheafPlanState state,
                 GError       **error)
{
  g_autoptr (SheafApproval) approval = NULL;
  g_autoptr (GError) cause = NULL;

  source->shares.resolution_day = SHEAF_DATE_NONE;
  if (state != SHEAF_PLAN_APPROVED && state != SHEAF_PLAN_POSTED)
    return TRUE;
  approval = sheaf_approval_find (source->book, source->year, &cause);
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  g_return_val_if_fail (approval != NULL, FALSE); /* the state says that there is one */
  source->shares.resolution = sheaf_source_keep (source, g_strdup (approval->resolution));
  source->shares.resolution_day = approval->date;
  return TRUE;
}

static gboolean
load_shares (SheafSource *source,
             GError     **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  SheafPlanState state = SHEAF_PLAN_NONE;

  if (!sheaf_plan_state (source->book, source->year, &state, error))
    return FALSE;
  if (state == SHEAF_PLAN_NONE)
    {
      g_set_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY,
                   _ ("The year %d has no distribution plan, so there are no shares to print: "
                      "store a plan first"),
                   source->year);
      return FALSE;
    }
  source->law = sheaf_law_of_year (source->book, source->year, error);
  if (source->law == NULL)
    return FALSE;
  source->plan = sheaf_plan_load (source->book, source->law, source->year, NULL, error);
  if (source->plan == NULL)
    return FALSE;
  source->result = sheaf_distribution_load (source->book, source->year, problems, error);
  if (source->result == NULL || !name_funds (source, error) ||
      !load_resolution (source, state, error))
    return FALSE;
  source->shares.year_end = sheaf_book_year_end (source->book, source->year);
  source->shares.plan = source->plan;
  source->shares.law = source->law;
  source->shares.result = source->result;
  source->shares.fund_names = source->fund_names;
  source->shares.words = sheaf_source_words (source, error);
  return source->shares.words != NULL;
}

const SheafYearShares *
sheaf_source_shares (SheafSource *source,
                     GError     **error)
{
  if (!source->has_shares && !load_shares (source, error))
    {
      free_shares (source);
      return NULL;
    }
  source->has_shares = TRUE;
  return &source->shares;
}
