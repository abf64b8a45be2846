/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Retains of what members delivered. */
#include "notices/retain.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/chart.h"
#include "ledger/party-credit.h"
#include "notices/entry.h"
#include "notices/error.h"
#include "notices/law.h"
#include "trade/use.h"

/* Thousandths of a unit times millionths of money. */
#define QUANTITY_TIMES_RATE G_GINT64_CONSTANT (1000000000)

void
sheaf_retain_rule_free (SheafRetainRule *rule)
{
  if (rule == NULL)
    return;
  g_free (rule->name);
  g_free (rule->title);
  g_strfreev (rule->products);
  g_free (rule->account);
  g_free (rule);
}

static void
line_free (gpointer data)
{
  SheafRetainLine *line = data;

  g_free (line->code);
  g_free (line);
}

static SheafRetainLine *
find_line (GPtrArray             *lines,
           const SheafRetainRule *rule,
           gint64                 party_id,
           const char            *code)
{
  SheafRetainLine *line = lines->len == 0 ? NULL : lines->pdata[lines->len - 1];

  if (line != NULL && line->rule == rule && line->party_id == party_id)
    return line;
  line = g_new0 (SheafRetainLine, 1);
  line->rule = rule;
  line->party_id = party_id;
  line->code = g_strdup (code);
  g_ptr_array_add (lines, line);
  return line;
}

/* What was retained by the rule before comes off, amount and units, so that a second run takes only
 * what was delivered since; also of who delivers nothing any more. */
static void
take_off (GPtrArray             *lines,
          guint                  from,
          const SheafRetainRule *rule,
          const GPtrArray       *notices,
          int                    year)
{
  g_autoptr (GHashTable) members = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = from; i < lines->len; i++)
    {
      SheafRetainLine *line = lines->pdata[i];

      g_hash_table_insert (members, &line->party_id, line);
    }
  for (guint i = 0; i < notices->len; i++)
    {
      const SheafNotice *notice = notices->pdata[i];
      SheafRetainLine   *line = g_hash_table_lookup (members, &notice->party_id);

      if (notice->year != year || g_strcmp0 (notice->rule, rule->name) != 0)
        continue;
      if (line == NULL) /* all deliveries were taken back since */
        {
          line = find_line (lines, rule, notice->party_id, notice->code);
          g_hash_table_insert (members, &line->party_id, line);
        }
      line->amount = sheaf_money_sub (line->amount, notice->amount);
      line->quantity.thousandths -= notice->quantity.thousandths;
    }
}

static gboolean
add_rule (GPtrArray             *lines,
          const SheafRetainRule *rule,
          const GPtrArray       *uses,
          const GPtrArray       *notices,
          int                    year,
          GError               **error)
{
  guint from = lines->len;

  for (guint i = 0; i < uses->len; i++)
    {
      const SheafUse *use = uses->pdata[i];

      if (use->kind == SHEAF_USE_DELIVERY &&
          (rule->products == NULL ||
           g_strv_contains ((const char *const *) rule->products, use->product)))
        find_line (lines, rule, use->party_id, use->member)->quantity.thousandths +=
            use->quantity.thousandths;
    }
  for (guint i = from; i < lines->len; i++)
    {
      SheafRetainLine *line = lines->pdata[i];

      if (sheaf_money_try_mul_div (SHEAF_MONEY (line->quantity.thousandths), rule->rate.millionths,
                                   QUANTITY_TIMES_RATE, SHEAF_ROUND_HALF_UP, &line->amount))
        continue;
      g_set_error (error, SHEAF_NOTICES_ERROR, SHEAF_NOTICES_ERROR_RULE,
                   _ ("what [retain %s] takes of %s passes 18 digits: choose a smaller rate"),
                   rule->name, line->code);
      return FALSE;
    }
  take_off (lines, from, rule, notices, year);
  return TRUE;
}

/* Leaves out what comes to nothing; complains of what is below it. */
static void
clean (GPtrArray     *lines,
       SheafProblems *problems)
{
  for (guint i = lines->len; i > 0; i--)
    {
      const SheafRetainLine *line = lines->pdata[i - 1];

      if (line->amount.units < 0)
        sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, line->code,
                            _ ("%s more were retained by [retain %s] than the deliveries now say: "
                               "reverse the retain before, then retain anew"),
                            sheaf_money_word (sheaf_money_neg (line->amount)).text,
                            line->rule->name);
      if (line->amount.units <= 0)
        g_ptr_array_remove_index (lines, i - 1);
    }
}

GPtrArray *
sheaf_retain_preview (SheafBook       *book,
                      const GPtrArray *rules,
                      int              year,
                      SheafDate        date,
                      SheafProblems   *problems,
                      GError         **error)
{
  const SheafMemberRight anyone = { .official = TRUE,
                                    .contributing = TRUE,
                                    .non_contributing = TRUE };
  SheafDate              last = sheaf_book_year_end (book, year);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GPtrArray) uses = NULL;

  g_return_val_if_fail (book != NULL && rules != NULL && problems != NULL, NULL);
  uses = sheaf_use_list_of (book, sheaf_book_year_start (book, year),
                            sheaf_date_cmp (date, last) < 0 ? date : last, &anyone, error);
  notices = uses == NULL ? NULL : sheaf_notice_list (book, 0, SHEAF_DATE_NONE, error);
  if (notices == NULL)
    return NULL;
  for (guint i = 0; i < rules->len; i++)
    if (!add_rule (lines, rules->pdata[i], uses, notices, year, error))
      return NULL;
  clean (lines, problems);
  return g_steal_pointer (&lines);
}

/* Who was paid for the deliveries already has nothing left to be retained of. */
static gboolean
check_owed (SheafBook       *book,
            SheafDate        date,
            const GPtrArray *lines,
            GError         **error)
{
  g_autoptr (GHashTable) ledger = NULL;
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *owed;

  owed = chart == NULL ? NULL : sheaf_chart_posting_account (chart, "trade-payable", error);
  ledger = owed == NULL ? NULL : sheaf_party_credits (book, owed->id, date, error);
  if (ledger == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const SheafRetainLine *line = lines->pdata[i];
      SheafMoney             held = sheaf_party_credit (ledger, line->party_id);
      const gint64          *before = g_hash_table_lookup (sums, &line->party_id);
      gint64                 sum = line->amount.units + (before == NULL ? 0 : *before);

      g_hash_table_insert (sums, g_memdup2 (&line->party_id, sizeof line->party_id),
                           g_memdup2 (&sum, sizeof sum));
      if (sum <= held.units)
        continue;
      g_set_error (error, SHEAF_NOTICES_ERROR, SHEAF_NOTICES_ERROR_AMOUNT,
                   _ ("%s is owed %s for deliveries on that day, %s are to be retained: retain "
                      "before the deliveries are paid"),
                   line->code, sheaf_money_word (held).text,
                   sheaf_money_word (SHEAF_MONEY (sum)).text);
      return FALSE;
    }
  return TRUE;
}

/* Plans of before were stored without a look at it. */
static const SheafAccount *
find_account (const SheafChart      *chart,
              const SheafRetainRule *rule,
              GError               **error)
{
  const SheafAccount *account = sheaf_chart_by_code (chart, rule->account);

  if (account != NULL && sheaf_notice_account_fits (account))
    return account;
  g_set_error (error, SHEAF_NOTICES_ERROR, SHEAF_NOTICES_ERROR_RULE,
               _ ("account %s of [retain %s] does not keep what each member has: open one of "
                  "equity or liabilities that needs a party, and name it in the plan"),
               rule->account, rule->name);
  return NULL;
}

static gboolean
insert (SheafBook       *book,
        const GPtrArray *lines,
        const GArray    *rows,
        int              year,
        SheafDate        date,
        gint64          *ret_voucher_id,
        GError         **error)
{
  g_autoptr (SheafVoucher) voucher = sheaf_notice_voucher (book, "notice-retain", date, NULL, rows,
                                                           error);
  g_autoptr (SheafAct) act = voucher == NULL
                                 ? NULL
                                 : sheaf_act_begin (book, "retain", voucher->description, error);
  gint64 id;

  if (act == NULL || !sheaf_voucher_post (book, voucher, &id, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const SheafRetainLine *line = lines->pdata[i];
      SheafNotice            notice = { .year = year, .party_id = line->party_id, .date = date };

      notice.kind = line->rule->kind;
      notice.account_id = g_array_index (rows, SheafNoticeRow, i).account_id;
      notice.amount = line->amount;
      notice.rule = line->rule->name;
      notice.quantity.thousandths = MAX (line->quantity.thousandths, 0);
      notice.voucher_id = id;
      if (!sheaf_notice_insert (book, &notice, sheaf_act_id (act), error))
        return FALSE;
    }
  if (!sheaf_act_commit (act, error))
    return FALSE;
  if (ret_voucher_id != NULL)
    *ret_voucher_id = id;
  return TRUE;
}

static GArray *
make_rows (SheafBook       *book,
           const GPtrArray *lines,
           SheafDate        date,
           GError         **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SheafNoticeRow));
  g_autoptr (SheafNoticeLaw) law = sheaf_notice_law_load (book, date, error);
  const SheafChart *chart = law == NULL ? NULL : sheaf_chart_get (book, error);

  for (guint i = 0; chart != NULL && i < lines->len; i++)
    {
      const SheafRetainLine *line = lines->pdata[i];
      const SheafAccount    *account;
      SheafNoticeRow         row = { .party_id = line->party_id, .amount = line->amount };

      if (!sheaf_notice_law_allows (law, line->rule->kind, error))
        return NULL;
      account = find_account (chart, line->rule, error);
      if (account == NULL)
        return NULL;
      row.account_id = account->id;
      g_array_append_val (rows, row);
    }
  return chart == NULL ? NULL : g_steal_pointer (&rows);
}

gboolean
sheaf_retain_post (SheafBook       *book,
                   const GPtrArray *rules,
                   int              year,
                   SheafDate        date,
                   SheafProblems   *problems,
                   gint64          *ret_voucher_id,
                   GPtrArray      **ret_lines,
                   GError         **error)
{
  g_autoptr (GPtrArray) lines = sheaf_retain_preview (book, rules, year, date, problems, error);
  g_autoptr (GArray) rows = NULL;

  if (lines == NULL ||
      !sheaf_problems_pass (problems, SHEAF_NOTICES_ERROR, SHEAF_NOTICES_ERROR_AMOUNT, error))
    return FALSE;
  if (lines->len == 0)
    {
      g_set_error (error, SHEAF_NOTICES_ERROR, SHEAF_NOTICES_ERROR_NOTHING,
                   _ ("nothing is left to be retained of the deliveries of %d: enter the rules as "
                      "[retain NAME] in the year’s plan, or the deliveries first"),
                   year);
      return FALSE;
    }
  rows = make_rows (book, lines, date, error);
  if (rows == NULL || !check_owed (book, date, lines, error) ||
      !insert (book, lines, rows, year, date, ret_voucher_id, error))
    return FALSE;
  if (ret_lines != NULL)
    *ret_lines = g_steal_pointer (&lines);
  return TRUE;
}
