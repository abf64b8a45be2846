/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the tax that a refund or transfer meets. Shares are taxed above this folder, by pools that
 * it does not know; of the same rules it asks only for those of capital and persons. */
#include "capital/tax.h"

#include "book/data.h"
#include "book/setting.h"
#include "capital/event-sql.h"
#include "capital/untaxed.h"
#include "ledger/chart.h"
#include "ledger/dated.h"
#include "members/member.h"

#define WHOLE 1000000

void
sheaf_capital_tax_free (SheafCapitalTax *tax)
{
  if (tax == NULL)
    return;
  g_free (tax->name);
  g_free (tax->title);
  g_free (tax->article);
  g_free (tax);
}

/* A list that is absent names all. */
static gboolean
names (GKeyFile   *file,
       const char *group,
       const char *key,
       const char *word)
{
  g_auto (GStrv) list = g_key_file_get_string_list (file, group, key, NULL, NULL);

  return list == NULL || (word != NULL && g_strv_contains ((const char *const *) list, word));
}

/* The last rule that fits, as for shares; NULL where the law says nothing. */
static char *
find_group (GKeyFile   *file,
            const char *sector,
            SheafDate   on)
{
  g_auto (GStrv) groups = sheaf_dated_list (file, "tax", on);
  g_autofree char *treatment = g_key_file_get_string (file, "default tax", "capital", NULL);
  char            *found = NULL;

  for (guint i = 0; groups[i] != NULL; i++)
    if (names (file, groups[i], "treatment", treatment) &&
        names (file, groups[i], "payees", "person") &&
        names (file, groups[i], "pools", "capital") && names (file, groups[i], "sectors", sector))
      {
        g_free (found);
        found = g_strdup (groups[i]);
      }
  return found;
}

static gboolean
read_rule (SheafBook       *book,
           SheafDate        on,
           SheafCapitalTax *tax,
           GError         **error)
{
  g_autofree char *id = sheaf_setting_find (book, "law");
  g_autofree char *sector = sheaf_setting_find (book, "sector");
  g_autofree char *name = sheaf_data_law_file (id != NULL ? id : "", sheaf_book_is_union (book));
  GKeyFile        *file = sheaf_dated_load (book, name, error);
  g_autofree char *group = NULL;
  g_autofree char *rate = NULL;

  if (file == NULL)
    return FALSE;
  group = find_group (file, sector, on);
  if (group == NULL)
    return TRUE;
  rate = g_key_file_get_string (file, group, "rate", error);
  if (rate == NULL || !sheaf_rate_parse (rate, &tax->rate, error))
    return FALSE;
  tax->name = g_strdup (strchr (group, ' ') + 1);
  tax->title = g_key_file_get_string (file, group, "title", NULL);
  tax->article = g_key_file_get_string (file, group, "article", NULL);
  return TRUE;
}

/* What of the amount is income that was not taxed, by the events before it. */
static gboolean
find_base (SheafBook               *book,
           const SheafCapitalEvent *event,
           const GPtrArray         *earlier,
           SheafMoney              *ret_base,
           GError                 **error)
{
  SheafMoney balance;

  *ret_base = SHEAF_MONEY_ZERO;
  if (event->event != SHEAF_CAPITAL_REFUND && event->event != SHEAF_CAPITAL_TRANSFER_OUT)
    return TRUE;
  if (!sheaf_capital_untaxed_on (book, event->party_id, event->date, &balance, error))
    return FALSE;
  for (guint i = 0; earlier != NULL && i < earlier->len && earlier->pdata[i] != event; i++)
    {
      const SheafCapitalEvent *other = earlier->pdata[i];

      if (other->party_id == event->party_id && (other->event == SHEAF_CAPITAL_REFUND ||
                                                 other->event == SHEAF_CAPITAL_TRANSFER_OUT))
        balance = SHEAF_MONEY (MAX (balance.units - other->amount.units, 0));
    }
  *ret_base = sheaf_money_cmp (balance, event->amount) < 0 ? balance : event->amount;
  return TRUE;
}

SheafCapitalTax *
sheaf_capital_tax_of (SheafBook               *book,
                      const SheafCapitalEvent *event,
                      const GPtrArray         *earlier,
                      GError                 **error)
{
  g_autoptr (SheafCapitalTax) tax = g_new0 (SheafCapitalTax, 1);
  g_autoptr (SheafMember) member = NULL;

  g_return_val_if_fail (book != NULL && event != NULL, NULL);

  if (!find_base (book, event, earlier, &tax->base, error))
    return NULL;
  if (tax->base.units == 0)
    return g_steal_pointer (&tax);
  member = sheaf_member_load (book, event->party_id, error);
  if (member == NULL)
    return NULL;
  if (sheaf_member_is_organisation (member))
    return g_steal_pointer (&tax);
  if (!read_rule (book, event->date, tax, error))
    return NULL;
  tax->amount = sheaf_money_mul_div (tax->base, tax->rate.millionths, WHOLE, SHEAF_ROUND_HALF_UP);
  return g_steal_pointer (&tax);
}

/* Of what the rows hand over the tax stays here: taken off the last rows first. */
static void
keep_back (SheafVoucher            *voucher,
           const SheafCapitalEvent *event,
           gint64                   tax_id,
           SheafMoney               amount)
{
  const gint64 capital_id = ((SheafVoucherRow *) voucher->rows->pdata[0])->debit_id;
  SheafMoney   left = amount;

  for (guint i = voucher->rows->len; i > 0 && left.units > 0; i--)
    {
      SheafVoucherRow *row = voucher->rows->pdata[i - 1];

      if (sheaf_money_cmp (row->amount, left) > 0)
        {
          row->amount = sheaf_money_sub (row->amount, left);
          break;
        }
      left = sheaf_money_sub (left, row->amount);
      g_ptr_array_remove_index (voucher->rows, i - 1);
    }
  {
    SheafVoucherRow *row = sheaf_voucher_add_row (voucher, capital_id, tax_id, amount);

    row->debit_party_id = row->credit_party_id = event->party_id;
    row->line = event->line;
  }
}

static const SheafAccount *
find_claim (const SheafChart *chart,
            GError          **error)
{
  const SheafAccount *holder = sheaf_chart_by_role (chart, SHEAF_CAPITAL_CLAIM_ROLE, NULL);

  return sheaf_chart_posting_account (
      chart, holder != NULL ? SHEAF_CAPITAL_CLAIM_ROLE : "trade-receivable", error);
}

gboolean
sheaf_capital_tax_keep (SheafBook               *book,
                        const SheafCapitalEvent *event,
                        SheafVoucher            *voucher,
                        GError                 **error)
{
  g_autoptr (SheafCapitalTax) tax = sheaf_capital_tax_of (book, event, NULL, error);
  const SheafChart   *chart = tax != NULL ? sheaf_chart_get (book, error) : NULL;
  const SheafAccount *account, *claim;
  SheafVoucherRow    *row;

  if (chart == NULL || tax->amount.units == 0)
    return chart != NULL;
  account = sheaf_chart_posting_account (chart, SHEAF_CAPITAL_TAX_ROLE, error);
  if (account == NULL)
    return FALSE;
  if (event->event == SHEAF_CAPITAL_REFUND)
    {
      keep_back (voucher, event, account->id, tax->amount);
      return TRUE;
    }
  /* No money of a transfer passes through the co-op, which declares the tax all the same. */
  claim = find_claim (chart, error);
  if (claim == NULL)
    return FALSE;
  row = sheaf_voucher_add_row (voucher, claim->id, account->id, tax->amount);
  row->debit_party_id = row->credit_party_id = event->party_id;
  row->line = event->line;
  return TRUE;
}

/* What an entry that is in the books already keeps back for the person. */
static gboolean
sum_kept (SheafBook               *book,
          const SheafCapitalEvent *event,
          SheafMoney              *ret_sum,
          GError                 **error)
{
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_load (book, event->voucher_id, error);
  const SheafChart   *chart = voucher != NULL ? sheaf_chart_get (book, error) : NULL;
  const SheafAccount *account = NULL;

  if (chart != NULL)
    account = sheaf_chart_posting_account (chart, SHEAF_CAPITAL_TAX_ROLE, error);
  if (account == NULL)
    return FALSE;
  *ret_sum = SHEAF_MONEY_ZERO;
  for (guint i = 0; i < voucher->rows->len; i++)
    {
      const SheafVoucherRow *row = voucher->rows->pdata[i];

      if (row->credit_id == account->id && row->credit_party_id == event->party_id)
        *ret_sum = sheaf_money_add (*ret_sum, row->amount);
    }
  return TRUE;
}

gboolean
sheaf_capital_tax_write (SheafBook               *book,
                         const SheafCapitalEvent *event,
                         const SheafCapitalTax   *tax,
                         gint64                   event_id,
                         gint64                   act_id,
                         GError                 **error)
{
  SheafMoney amount = tax->amount;

  if (tax->name == NULL || tax->base.units == 0)
    return TRUE;
  if (event->voucher_id != 0 && !sum_kept (book, event, &amount, error))
    return FALSE;
  /* An entry brought along by hand may have kept nothing: then nothing was kept. */
  if (amount.units == 0 && tax->amount.units > 0)
    return TRUE;
  return sheaf_store_run (sheaf_book_store (book), CAPITAL_TAX_INSERT,
                          SHEAF_ARGS (SHEAF_INT (event_id), SHEAF_TEXT (tax->name),
                                      SHEAF_UNITS (tax->base), SHEAF_INT (tax->rate.millionths),
                                      SHEAF_UNITS (amount), SHEAF_INT (act_id)),
                          error);
}
