/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person answers for a case, and what follows from it: accounts, scope, amounts. */
#include "ledger/guide-private.h"
#include "ledger/party.h"

#include <string.h>

SheafGuideAnswers *
sheaf_guide_answers_new (const SheafGuideCase *entry,
                         SheafDate             date)
{
  SheafGuideAnswers *answers = g_new0 (SheafGuideAnswers, 1);

  answers->entry = entry;
  answers->date = date;
  answers->lines = g_new0 (SheafGuideLineAnswer, entry->lines->len);
  answers->amounts = g_new0 (SheafMoney, entry->amounts->len);
  return answers;
}

void
sheaf_guide_answers_free (SheafGuideAnswers *answers)
{
  if (answers == NULL)
    return;
  sheaf_guide_unref (answers->guide);
  g_free (answers->description);
  g_free (answers->currency);
  g_free (answers->lines);
  g_free (answers->amounts);
  g_free (answers);
}

gboolean
sheaf_guide_answers_set (SheafGuideAnswers *answers,
                         const char        *role,
                         SheafMoney         amount)
{
  const GPtrArray *amounts = answers->entry->amounts;

  for (guint i = 0; i < amounts->len; i++)
    {
      const SheafGuideAmount *named = amounts->pdata[i];

      if (!named->asked || strcmp (named->role, role) != 0)
        continue;
      answers->amounts[i] = amount;
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_sided (const SheafAccount *account)
{
  return account->scope == SHEAF_ACCOUNT_SCOPE_INTERNAL ||
         account->scope == SHEAF_ACCOUNT_SCOPE_EXTERNAL;
}

static SheafScope
scope_of (const SheafAccount *account)
{
  return account->scope == SHEAF_ACCOUNT_SCOPE_INTERNAL ? SHEAF_SCOPE_INTERNAL
                                                        : SHEAF_SCOPE_EXTERNAL;
}

/* The side that an account chosen for another line says. */
static SheafScope
scope_of_choices (const SheafChart        *chart,
                  const SheafGuideAnswers *answers,
                  guint                    line)
{
  for (guint i = 0; i < answers->entry->lines->len; i++)
    {
      const SheafAccount *chosen = sheaf_chart_by_id (chart, answers->lines[i].account_id);

      if (i != line && chosen != NULL && is_sided (chosen))
        return scope_of (chosen);
    }
  return SHEAF_SCOPE_NONE;
}

/* The party's standing on the day; NONE where no party is named. */
static SheafScope
scope_of_party (SheafBook               *book,
                const SheafGuideAnswers *answers)
{
  gint64   party = answers->party_id;
  gboolean internal = FALSE;

  if (party == 0)
    party = answers->debit_party_id != 0 ? answers->debit_party_id : answers->credit_party_id;
  for (guint i = 0; party == 0 && i < answers->entry->lines->len; i++)
    party = answers->lines[i].party_id;
  if (party == 0 || !sheaf_party_is_internal (book, party, answers->date, &internal, NULL))
    return SHEAF_SCOPE_NONE;
  return internal ? SHEAF_SCOPE_INTERNAL : SHEAF_SCOPE_EXTERNAL;
}

/* What is known of the side for choosing the line's account. */
static SheafScope
known_scope (SheafBook               *book,
             const SheafChart        *chart,
             const SheafGuideAnswers *answers,
             guint                    line)
{
  SheafScope scope = answers->scope;

  if (!sheaf_book_separates (book))
    return SHEAF_SCOPE_EXTERNAL;
  if (scope == SHEAF_SCOPE_NONE)
    scope = answers->entry->scope;
  if (scope == SHEAF_SCOPE_NONE)
    scope = scope_of_choices (chart, answers, line);
  return scope != SHEAF_SCOPE_NONE ? scope : scope_of_party (book, answers);
}

/* Every account of the chart that a code of the line names. */
static GPtrArray *
list_candidates (const SheafChart     *chart,
                 const SheafGuideLine *line)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint n = 0; line->accounts[n] != NULL; n++)
    {
      const SheafAccount *named = sheaf_chart_by_code (chart, line->accounts[n]);

      for (guint i = 0; named != NULL && i < sheaf_chart_count (chart); i++)
        {
          const SheafAccount *account = sheaf_chart_at (chart, i);

          if (account->postable && sheaf_chart_is_under (chart, account, named) &&
              !g_ptr_array_find (found, account, NULL))
            g_ptr_array_add (found, (gpointer) account);
        }
    }
  return found;
}

/* Leaves out accounts of the other side, unless nothing would be left. */
static void
keep_scope (GPtrArray *accounts,
            SheafScope scope)
{
  guint fitting = 0;

  for (guint i = 0; i < accounts->len; i++)
    if (!is_sided (accounts->pdata[i]) || scope_of (accounts->pdata[i]) == scope)
      fitting++;
  for (guint i = accounts->len; fitting > 0 && i > 0; i--)
    if (is_sided (accounts->pdata[i - 1]) && scope_of (accounts->pdata[i - 1]) != scope)
      g_ptr_array_remove_index (accounts, i - 1);
}

GPtrArray *
sheaf_guide_accounts (SheafBook               *book,
                      const SheafGuideAnswers *answers,
                      guint                    line)
{
  const SheafChart *chart = sheaf_chart_get (book, NULL);
  GPtrArray        *accounts;
  SheafScope        scope;

  g_return_val_if_fail (line < answers->entry->lines->len, NULL);
  if (chart == NULL)
    return g_ptr_array_new ();
  accounts = list_candidates (chart, answers->entry->lines->pdata[line]);
  scope = known_scope (book, chart, answers, line);
  if (scope != SHEAF_SCOPE_NONE)
    keep_scope (accounts, scope);
  return accounts;
}

/* TRUE when the program itself posts to the account: the usual detail of a group. */
static gboolean
takes_postings (const SheafChart   *chart,
                const SheafAccount *account)
{
  g_autofree const char **roles = sheaf_chart_posting_roles (chart, account);

  return roles[0] != NULL;
}

/* The usual one of a code's details: the only one, or the only one that the program posts to. */
static const SheafAccount *
find_usual (const SheafChart *chart,
            const GPtrArray  *accounts)
{
  const SheafAccount *usual = NULL;
  guint               n_usual = 0;

  if (accounts->len == 1)
    return accounts->pdata[0];
  for (guint i = 0; i < accounts->len; i++)
    if (takes_postings (chart, accounts->pdata[i]))
      {
        usual = accounts->pdata[i];
        n_usual++;
      }
  return n_usual == 1 ? usual : NULL;
}

const SheafAccount *
sheaf_guide_account (SheafBook               *book,
                     const SheafGuideAnswers *answers,
                     guint                    line)
{
  const SheafChart     *chart = sheaf_chart_get (book, NULL);
  const SheafGuideLine *named = answers->entry->lines->pdata[line];
  const SheafAccount   *chosen;
  g_autoptr (GPtrArray) accounts = NULL;
  guint n_named = 0;

  if (chart == NULL)
    return NULL;
  chosen = sheaf_chart_by_id (chart, answers->lines[line].account_id);
  if (chosen != NULL)
    return chosen;
  accounts = sheaf_guide_accounts (book, answers, line);
  if (known_scope (book, chart, answers, line) == SHEAF_SCOPE_NONE)
    keep_scope (accounts, SHEAF_SCOPE_EXTERNAL); /* nobody is named: external */
  for (guint n = 0; named->accounts[n] != NULL; n++)
    {
      const SheafAccount *code = sheaf_chart_by_code (chart, named->accounts[n]);
      gboolean            there = FALSE;

      for (guint i = 0; code != NULL && !there && i < accounts->len; i++)
        there = sheaf_chart_is_under (chart, accounts->pdata[i], code);
      if (!there)
        continue;
      n_named++;
    }
  return n_named == 1 ? find_usual (chart, accounts) : NULL;
}

gboolean
sheaf_guide_asks_currency (SheafBook               *book,
                           const SheafGuideAnswers *answers)
{
  for (guint l = 0; l < answers->entry->lines->len; l++)
    {
      const SheafAccount *account = sheaf_guide_account (book, answers, l);

      if (account != NULL && account->currency == SHEAF_ACCOUNT_CURRENCY_FOREIGN)
        return TRUE;
    }
  return FALSE;
}

static gint64
compute_sum (const SheafGuideSum *sum,
             const SheafMoney    *amounts)
{
  SheafMoney total = SHEAF_MONEY (0);

  for (guint t = 0; t < sum->terms->len; t++)
    {
      const SheafGuideTerm *term = &g_array_index (sum->terms, SheafGuideTerm, t);

      total = term->minus ? sheaf_money_sub (total, amounts[term->amount])
                          : sheaf_money_add (total, amounts[term->amount]);
    }
  return total.units;
}

SheafMoney *
sheaf_guide_amounts (const SheafGuideAnswers *answers)
{
  const SheafGuideEntry *entry = (const SheafGuideEntry *) answers->entry;
  SheafMoney            *amounts = g_new0 (SheafMoney, answers->entry->amounts->len + 1);

  for (guint i = 0; i < answers->entry->amounts->len; i++)
    if (((SheafGuideAmount *) answers->entry->amounts->pdata[i])->asked)
      amounts[i] = SHEAF_MONEY (CLAMP (answers->amounts[i].units, 0, SHEAF_MONEY_MAX));
  for (guint i = 0; i < entry->sums->len; i++)
    {
      const SheafGuideSum *sum = entry->sums->pdata[i];
      gint64               total = compute_sum (sum, amounts);

      if (total < 0 && sum->below != G_MAXUINT)
        amounts[sum->below] = SHEAF_MONEY (-total);
      else
        amounts[sum->target] = SHEAF_MONEY (total);
    }
  return amounts;
}
