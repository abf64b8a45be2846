/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invoices hang on posted vouchers and post nothing themselves. */
#include "ledger/invoice.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/error.h"
#include "ledger/invoice-private.h"
#include "ledger/invoice-sql.h"
#include "ledger/period.h"
#include "ledger/rule-words.h"
#include "ledger/vat.h"
#include "ledger/voucher.h"

#include <string.h>

static const struct
{
  int         rate;
  const char *word;
} rates[] = {
  { 0, "0" },
  { 5, "5" },
  { 8, "8" },
  { 10, "10" },
  { SHEAF_INVOICE_NOT_TAXABLE, "not-taxable" },
  { SHEAF_INVOICE_NOT_DECLARED, "not-declared" },
};

const char *
sheaf_invoice_rate_to_word (int rate)
{
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    if (rates[i].rate == rate)
      return rates[i].word;
  return "";
}

gboolean
sheaf_invoice_rate_from_word (const char *word,
                              int        *ret_rate)
{
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    if (strcmp (rates[i].word, word) == 0)
      {
        *ret_rate = rates[i].rate;
        return TRUE;
      }
  return FALSE;
}

void
sheaf_invoice_free (SheafInvoice *invoice)
{
  if (invoice == NULL)
    return;
  g_free (invoice->number);
  g_free (invoice->form);
  g_free (invoice->serial);
  g_free (invoice->seller_name);
  g_free (invoice->tax_code);
  g_free (invoice->voucher_number);
  g_free (invoice);
}

SheafMoney
sheaf_invoice_tax (const SheafInvoice *invoice)
{
  return sheaf_money_mul_div (invoice->base, MAX (invoice->rate, 0), 100, SHEAF_ROUND_HALF_UP);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/* Who issued it: by tax code, else by name. */
static const char *
issuer (const SheafInvoice *invoice)
{
  if (invoice->tax_code != NULL && *invoice->tax_code != '\0')
    return invoice->tax_code;
  return or_empty (invoice->seller_name);
}

/* Where findings on an invoice go. */
typedef struct
{
  const SheafInvoice *invoice;
  const char         *file;
  guint               line;
  const char         *prefix;
  SheafProblems      *problems;
  int                 code; /* of the first error; -1: none */
} Judge;

static void tell (Judge      *judge,
                  int         code,
                  const char *column,
                  const char *format,
                  ...) G_GNUC_PRINTF (4, 5);

/* A code of -1 is a warning. */
static void
tell (Judge      *judge,
      int         code,
      const char *column,
      const char *format,
      ...)
{
  g_autofree char *name = g_strconcat (judge->prefix, column, NULL);
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  if (judge->code < 0)
    judge->code = code;
  sheaf_problems_add (judge->problems, code < 0 ? SHEAF_PROBLEM_WARNING : SHEAF_PROBLEM_ERROR,
                      judge->file, judge->line, name, "%s", text);
}

static void
judge_figures (Judge     *judge,
               SheafBook *book)
{
  const SheafInvoice *invoice = judge->invoice;
  SheafMoney          tax = sheaf_invoice_tax (invoice);

  if (invoice->number == NULL || *invoice->number == '\0')
    tell (judge, SHEAF_LEDGER_ERROR_NUMBER, "number",
          _ ("an invoice has no number: write the one printed on it"));
  if (invoice->rate <= 0 && invoice->vat.units != 0)
    tell (judge, SHEAF_LEDGER_ERROR_AMOUNT, "vat",
          _ ("invoice %s has tax but a rate without tax: correct one of the two"),
          invoice->number);
  else if (invoice->vat.units != tax.units)
    {
      g_autofree char *given = sheaf_money_to_text (invoice->vat);
      g_autofree char *expected = sheaf_money_to_text (tax);

      tell (judge, -1, "vat", _ ("%s is taken, but base × rate is %s: check which is right"),
            given, expected);
    }
  if (!sheaf_vat_rate_in_force (book, invoice->rate, invoice->date))
    tell (judge, -1, "rate",
          _ ("the rate %s is not in force on the day of invoice %s: check rate and day"),
          sheaf_invoice_rate_to_word (invoice->rate), invoice->number);
}

/* What the lists of a locked period say does not change: an invoice behind one of its vouchers is
 * entered after unlocking, as the voucher itself would be. */
static gboolean
judge_lock (Judge     *judge,
            SheafBook *book,
            GError   **error)
{
  g_autoptr (SheafVoucher) voucher = NULL;
  g_autofree char *day = NULL;
  SheafDate        locked;

  if (judge->invoice->voucher_id == 0)
    return TRUE;
  if (!sheaf_period_locked_until (book, &locked, error))
    return FALSE;
  if (sheaf_date_is_none (locked))
    return TRUE;
  voucher = sheaf_voucher_load (book, judge->invoice->voucher_id, error);
  if (voucher == NULL)
    return FALSE;
  if (sheaf_date_cmp (voucher->date, locked) > 0)
    return TRUE;
  day = sheaf_date_to_text (locked);
  tell (judge, SHEAF_LEDGER_ERROR_PERIOD_LOCKED, "voucher",
        _ ("the books are locked until %s, and voucher %s stands before: unlock the period to "
           "enter its invoice"),
        day, voucher->number);
  return TRUE;
}

static gboolean
judge_repeat (Judge     *judge,
              SheafBook *book,
              GError   **error)
{
  const SheafInvoice *invoice = judge->invoice;
  gboolean            found;
  gint64              id;

  if (!sheaf_store_find_int (sheaf_book_store (book), INVOICE_SAME,
                             SHEAF_ARGS (SHEAF_INT (invoice->direction),
                                         SHEAF_TEXT (or_empty (invoice->number)),
                                         SHEAF_TEXT (or_empty (invoice->form)),
                                         SHEAF_TEXT (or_empty (invoice->serial)),
                                         SHEAF_TEXT (issuer (invoice)), SHEAF_DAY (invoice->date),
                                         SHEAF_INT (invoice->voucher_id)),
                             &found, &id, error))
    return FALSE;
  if (found)
    tell (judge, SHEAF_LEDGER_ERROR_NUMBER, "number",
          _ ("invoice %s is entered already: remove it or correct its number"), invoice->number);
  return TRUE;
}

gboolean
sheaf_invoice_check (SheafBook          *book,
                     const SheafInvoice *invoice,
                     const char         *file,
                     guint               line,
                     const char         *prefix,
                     SheafProblems      *problems,
                     GError            **error)
{
  Judge judge = { invoice, file, line, prefix != NULL ? prefix : "", problems, -1 };

  judge_figures (&judge, book);
  return judge_lock (&judge, book, error) && judge_repeat (&judge, book, error);
}

static gboolean
check (SheafBook          *book,
       const SheafInvoice *invoice,
       GError            **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  Judge judge = { invoice, NULL, 0, "", problems, -1 };

  judge_figures (&judge, book);
  return judge_lock (&judge, book, error) && judge_repeat (&judge, book, error) &&
         sheaf_problems_pass (problems, SHEAF_LEDGER_ERROR, judge.code, error);
}

gboolean
sheaf_invoice_insert (SheafBook          *book,
                      const SheafInvoice *invoice,
                      GError            **error)
{
  g_autoptr (SheafAct) act = NULL;

  if (!check (book, invoice, error))
    return FALSE;
  act = sheaf_act_begin (book, "invoice-insert", invoice->number, error);
  if (act == NULL)
    return FALSE;
  if (sheaf_store_run (
          sheaf_book_store (book), INVOICE_INSERT,
          SHEAF_ARGS (SHEAF_INT (invoice->voucher_id), SHEAF_INT (invoice->direction),
                      SHEAF_TEXT (invoice->number), SHEAF_DAY (invoice->date),
                      SHEAF_OPTIONAL (invoice->form), SHEAF_OPTIONAL (invoice->serial),
                      SHEAF_ID (invoice->party_id), SHEAF_OPTIONAL (invoice->seller_name),
                      SHEAF_OPTIONAL (invoice->tax_code), SHEAF_UNITS (invoice->base),
                      SHEAF_INT (invoice->rate), SHEAF_UNITS (invoice->vat),
                      SHEAF_INT (invoice->deductible), SHEAF_INT (sheaf_act_id (act))),
          error))
    return sheaf_act_commit (act, error);
  sheaf_rule_explain (error);
  return FALSE;
}

SheafInvoice *
sheaf_invoice_read (const SheafQuery *query)
{
  SheafInvoice *invoice = g_new0 (SheafInvoice, 1);

  invoice->id = sheaf_query_int (query, 0);
  invoice->voucher_id = sheaf_query_int (query, 1);
  invoice->direction = (SheafInvoiceDirection) sheaf_query_int (query, 2);
  invoice->number = g_strdup (sheaf_query_text (query, 3));
  invoice->date = sheaf_query_date (query, 4);
  invoice->form = g_strdup (sheaf_query_text (query, 5));
  invoice->serial = g_strdup (sheaf_query_text (query, 6));
  invoice->party_id = sheaf_query_int (query, 7);
  invoice->seller_name = g_strdup (sheaf_query_text (query, 8));
  invoice->tax_code = g_strdup (sheaf_query_text (query, 9));
  invoice->base = sheaf_query_money (query, 10);
  invoice->rate = (int) sheaf_query_int (query, 11);
  invoice->vat = sheaf_query_money (query, 12);
  invoice->deductible = sheaf_query_int (query, 13) != 0;
  return invoice;
}

static SheafInvoice *
read_row (const SheafQuery *query)
{
  SheafInvoice *invoice = sheaf_invoice_read (query);

  invoice->voucher_kind = (SheafVoucherKind) sheaf_query_int (query, 14);
  invoice->voucher_number = g_strdup (sheaf_query_text (query, 15));
  return invoice;
}

static GPtrArray *
read_rows (SheafQuery *query,
           GError    **error)
{
  g_autoptr (GPtrArray) invoices =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_invoice_free);

  while (sheaf_query_next (query, NULL))
    g_ptr_array_add (invoices, read_row (query));
  return sheaf_query_finish (query, error) ? g_steal_pointer (&invoices) : NULL;
}

GPtrArray *
sheaf_invoice_list (SheafBook *book,
                    SheafDate  from,
                    SheafDate  to,
                    GError   **error)
{
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (book), INVOICE_LIST,
                       SHEAF_ARGS (SHEAF_DAY (from), SHEAF_DAY (to)), error);

  return query != NULL ? read_rows (query, error) : NULL;
}

GPtrArray *
sheaf_invoice_list_of (SheafBook *book,
                       gint64     voucher_id,
                       GError   **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), INVOICE_LIST_OF,
                               SHEAF_ARGS (SHEAF_INT (voucher_id)), error);

  return query != NULL ? read_rows (query, error) : NULL;
}
