/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs on the threads: nothing here may touch a widget. */
#include "app/control/counts-jobs.h"

#include "app/format.h"
#include "base/i18n.h"
#include "base/language.h"
#include "ledger/chart.h"
#include "ledger/difference.h"
#include "ledger/error.h"
#include "ledger/voucher.h"
#include "trade/product.h"

void
sheaf_count_sheet_free (SheafCountSheet *sheet)
{
  if (sheet == NULL)
    return;
  sheaf_count_free (sheet->count);
  g_hash_table_unref (sheet->names);
  g_free (sheet->title);
  g_free (sheet->account_code);
  g_free (sheet);
}

void
sheaf_count_finding_free (SheafCountFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->name);
  g_free (finding->note);
  g_free (finding);
}

void
sheaf_count_act_free (SheafCountAct *act)
{
  if (act == NULL)
    return;
  g_free (act->account);
  g_free (act->time);
  g_free (act->people);
  g_free (act->text);
  g_clear_pointer (&act->findings, g_ptr_array_unref);
  g_free (act);
}

void
sheaf_count_entries_free (SheafCountEntries *entries)
{
  if (entries == NULL)
    return;
  g_free (entries->text);
  g_ptr_array_unref (entries->accounts);
  g_array_unref (entries->ids);
  g_free (entries);
}

static void
name_lines (SheafBook       *book,
            SheafCountSheet *sheet)
{
  for (guint i = 0; sheet->count->kind == SHEAF_COUNT_STOCK && i < sheet->count->lines->len; i++)
    {
      const SheafCountLine *line = sheet->count->lines->pdata[i];
      gint64                id = *line->name != '\0' ? sheaf_product_find (book, line->name) : 0;
      g_autoptr (SheafProduct) product = id != 0 ? sheaf_product_load (book, id, NULL) : NULL;

      if (product != NULL)
        g_hash_table_insert (sheet->names, g_strdup (line->name),
                             g_strdup_printf ("%s (%s)", product->name, product->unit));
    }
}

/* Takes the count. */
static SheafCountSheet *
make_sheet (SheafBook  *book,
            SheafCount *count,
            GError    **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *account;
  SheafCountSheet    *sheet;

  if (chart == NULL)
    {
      sheaf_count_free (count);
      return NULL;
    }
  account = sheaf_chart_by_id (chart, count->account_id);
  sheet = g_new0 (SheafCountSheet, 1);
  sheet->count = count;
  sheet->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sheet->account_code = g_strdup (account != NULL ? account->code : "?");
  sheet->title = g_strdup_printf (
      "%s %s", sheet->account_code,
      account != NULL ? sheaf_account_name (account, sheaf_language_current ()) : "");
  name_lines (book, sheet);
  return sheet;
}

gpointer
sheaf_count_list_job (gpointer connection,
                      gpointer data,
                      GError **error)
{
  int year = *(const int *) data;
  g_autoptr (GPtrArray) all = sheaf_count_list (connection, error);
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_count_sheet_free);

  for (guint i = all != NULL ? all->len : 0; i > 0; i--)
    {
      const SheafCount *listed = all->pdata[i - 1];
      SheafCount       *count;
      SheafCountSheet  *sheet;

      if (sheaf_date_cmp (listed->date, sheaf_book_year_start (connection, year)) < 0 ||
          sheaf_date_cmp (listed->date, sheaf_book_year_end (connection, year)) > 0)
        continue;
      count = sheaf_count_load (connection, listed->id, error);
      sheet = count != NULL ? make_sheet (connection, count, error) : NULL;
      if (sheet == NULL)
        return NULL;
      g_ptr_array_add (list, sheet);
    }
  return all != NULL ? g_steal_pointer (&list) : NULL;
}

gpointer
sheaf_count_sheet_job (gpointer connection,
                       gpointer data,
                       GError **error)
{
  SheafCount *count = sheaf_count_load (connection, *(const gint64 *) data, error);

  return count != NULL ? make_sheet (connection, count, error) : NULL;
}

static void
forget_line (SheafCountLine *line)
{
  line->counted = line->judged = FALSE;
  line->counted_quantity = line->poor = line->spoilt = SHEAF_QUANTITY (0);
  line->counted_amount = SHEAF_MONEY_ZERO;
}

static gboolean
say (const SheafCountFinding *found,
     SheafCount              *count,
     GError                 **error)
{
  return sheaf_count_fill (count, found->name, found->quantity,
                           found->priced ? &found->amount : NULL, found->note, error) &&
         (!found->judged ||
          sheaf_count_judge (count, found->name, found->poor, found->spoilt, error));
}

gboolean
sheaf_count_findings_fill (const GPtrArray *findings,
                           SheafCount      *count,
                           guint            prepared,
                           guint           *ret_bad,
                           GError         **error)
{
  g_ptr_array_set_size (count->lines, (int) prepared);
  for (guint i = 0; i < prepared; i++)
    forget_line (count->lines->pdata[i]);
  for (guint i = 0; i < findings->len; i++)
    if (!say (findings->pdata[i], count, error))
      {
        *ret_bad = i;
        return FALSE;
      }
  return TRUE;
}

gboolean
sheaf_count_finding_fill (const SheafCountFinding *found,
                          SheafCount              *count,
                          SheafCountLine          *line,
                          GError                 **error)
{
  forget_line (line);
  return found == NULL || say (found, count, error);
}

static SheafCount *
prepare (SheafBook  *book,
         const char *code,
         SheafDate   date,
         GError    **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *account = chart != NULL ? sheaf_chart_by_code (chart, code) : NULL;

  if (account != NULL)
    return sheaf_count_prepare (book,
                                account->book == SHEAF_ACCOUNT_BOOK_STOCK ? SHEAF_COUNT_STOCK
                                                                          : SHEAF_COUNT_CASH,
                                account->id, date, error);
  if (chart != NULL)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ACCOUNT,
                 _ ("There is no account %s in the chart."), code);
  return NULL;
}

/* As an earlier sheet was filled, beside what the books hold now. */
static gboolean
fill_from (SheafBook  *book,
           gint64      id,
           SheafCount *count,
           GError    **error)
{
  g_autoptr (SheafCount) old = sheaf_count_load (book, id, error);

  for (guint i = 0; old != NULL && i < old->lines->len; i++)
    {
      const SheafCountLine *line = old->lines->pdata[i];
      SheafMoney            worth = line->counted_amount;

      if (count->kind == SHEAF_COUNT_CASH && *line->name == '\0')
        continue;
      if (!sheaf_count_fill (count, line->name, line->counted_quantity, &worth, line->note,
                             error) ||
          (line->judged && !sheaf_count_judge (count, line->name, line->poor, line->spoilt, error)))
        return FALSE;
    }
  if (old == NULL)
    return FALSE;
  count->time = g_strdup (old->time);
  count->people = g_strdup (old->people);
  count->note = g_strdup (old->note);
  return TRUE;
}

gpointer
sheaf_count_begin_job (gpointer connection,
                       gpointer data,
                       GError **error)
{
  const SheafCountAct *act = data;
  g_autoptr (SheafCount) count = prepare (connection, act->account, act->date, error);

  if (count == NULL || (act->id != 0 && !fill_from (connection, act->id, count, error)))
    return NULL;
  return make_sheet (connection, g_steal_pointer (&count), error);
}

static void
tell_entry (SheafBook          *book,
            const SheafVoucher *voucher,
            GString            *text)
{
  const SheafChart *chart = sheaf_chart_get (book, NULL);

  for (guint i = 0; i < voucher->rows->len; i++)
    {
      const SheafVoucherRow *row = voucher->rows->pdata[i];
      const SheafAccount    *debit = sheaf_chart_by_id (chart, row->debit_id);
      const SheafAccount    *credit = sheaf_chart_by_id (chart, row->credit_id);
      g_autofree char       *amount = sheaf_format_figure (row->amount);

      g_string_append_printf (text, "%s", text->len > 0 ? "\n" : "");
      g_string_append_printf (text, _ ("Dr %s Cr %s: %s"), debit->code, credit->code, amount);
      if (row->product != NULL)
        g_string_append_printf (text, " · %s", row->product);
    }
  g_string_append_printf (text, "\n%s", voucher->description);
}

/* The account is divided: its details are offered. */
static gboolean
offer_details (SheafBook         *book,
               SheafCountEntries *entries,
               GError           **error)
{
  g_autoptr (GPtrArray) details = sheaf_difference_details (book, error);

  for (guint i = 0; details != NULL && i < details->len; i++)
    {
      const SheafAccount *account = details->pdata[i];

      g_array_append_val (entries->ids, account->id);
      g_ptr_array_insert (entries->accounts, (int) entries->accounts->len - 1,
                          g_strdup_printf ("%s %s", account->code,
                                           sheaf_account_name (account,
                                                               sheaf_language_current ())));
    }
  return details != NULL;
}

gpointer
sheaf_count_entries_job (gpointer connection,
                         gpointer data,
                         GError **error)
{
  gint64             id = *(const gint64 *) data;
  SheafCountEntries *entries = g_new0 (SheafCountEntries, 1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GPtrArray) vouchers = sheaf_count_entries (connection, id, 0, &cause);

  entries->id = id;
  entries->accounts = g_ptr_array_new_with_free_func (g_free);
  entries->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (entries->accounts, NULL);
  if (g_error_matches (cause, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ACCOUNT) &&
      offer_details (connection, entries, NULL) && entries->ids->len > 0)
    {
      g_clear_error (&cause);
      vouchers = sheaf_count_entries (connection, id, g_array_index (entries->ids, gint64, 0),
                                      &cause);
    }
  if (vouchers == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      sheaf_count_entries_free (entries);
      return NULL;
    }
  for (guint i = 0; i < vouchers->len; i++)
    tell_entry (connection, vouchers->pdata[i], text);
  entries->text = g_string_free (g_steal_pointer (&text), FALSE);
  return entries;
}

static gboolean
keep (SheafBook           *book,
      const SheafCountAct *act,
      gint64              *ret_id,
      GError             **error)
{
  g_autoptr (SheafCount) count = prepare (book, act->account, act->date, error);
  guint bad;

  if (count == NULL ||
      !sheaf_count_findings_fill (act->findings, count, count->lines->len, &bad, error))
    return FALSE;
  count->time = g_strdup (act->time);
  count->people = g_strdup (act->people);
  count->note = g_strdup (act->text);
  return act->id != 0 ? sheaf_count_replace (book, act->id, count, ret_id, error)
                      : sheaf_count_insert (book, count, ret_id, error);
}

gpointer
sheaf_count_act_job (gpointer connection,
                     gpointer data,
                     GError **error)
{
  const SheafCountAct *act = data;
  gint64               id = act->id;
  gboolean             done = FALSE;

  switch (act->kind)
    {
    case SHEAF_COUNT_KEEP:
      done = keep (connection, act, &id, error);
      break;
    case SHEAF_COUNT_POST:
      done = sheaf_count_post (connection, id, act->other_id, error);
      break;
    case SHEAF_COUNT_WITHDRAW:
      done = sheaf_count_withdraw (connection, id, act->text, error);
      break;
    case SHEAF_COUNT_BEGIN:
    default:
      g_return_val_if_reached (NULL);
    }
  return done ? g_memdup2 (&id, sizeof id) : NULL;
}
