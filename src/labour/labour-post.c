/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labour: judging and entering it. */
#include "base/i18n.h"
#include "base/number.h"
#include "book/act.h"
#include "labour/error.h"
#include "labour/labour-private.h"
#include "labour/labour-sql.h"
#include "ledger/chart.h"
#include "ledger/template.h"

#include <inttypes.h>

/* Thousandths of a day times millionths of a rate. */
#define DAYS_TIMES_RATE G_GINT64_CONSTANT (1000000000)

typedef struct
{
  SheafBook     *book;
  gboolean       post;
  const char    *file;
  SheafProblems *problems;
  GHashTable    *taken;  /* ids of rows that a row before takes back */
  SheafWide      volume; /* of all amounts, those in the book included */
} Session;

/* A row as it will be written: figures complete, negative in a reversal. */
typedef struct
{
  SheafQuantity days;
  SheafRate     rate;
  SheafMoney    amount;
  SheafMoney    tax;
  SheafMoney    insurance;
  gint64        account_id;
  gint64        reverses_id;
  gint64        reverses_voucher_id; /* the voucher that is reversed with it; 0: none */
} Figures;

static void
session_clear (Session *session)
{
  g_clear_pointer (&session->taken, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Session, session_clear)

static gboolean
session_init (Session       *session,
              SheafBook     *book,
              gboolean       post,
              const char    *file,
              SheafProblems *problems,
              GError       **error)
{
  gint64 volume;

  if (!sheaf_store_get_int (sheaf_book_store (book), LABOUR_VOLUME, SHEAF_NO_ARGS, &volume, error))
    return FALSE;
  *session = (Session){ book, post, file, problems, NULL, volume };
  session->taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return TRUE;
}

static void G_GNUC_PRINTF (4, 5)
    add_error (Session           *session,
               const SheafLabour *labour,
               const char        *column,
               const char        *format,
               ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sheaf_problems_add (session->problems, SHEAF_PROBLEM_ERROR, session->file, labour->line, column,
                      "%s", text);
}

static gint64
find_row (Session           *session,
          const SheafLabour *labour)
{
  gint64 id;

  if (labour->reverses[0] == '#')
    return sheaf_number_parse (labour->reverses + 1, 0, &id, NULL) ? id : 0;
  return sheaf_store_get_int (sheaf_book_store (session->book), LABOUR_BY_NUMBER,
                              SHEAF_ARGS (SHEAF_TEXT (labour->reverses), SHEAF_DAY (labour->date)),
                              &id, NULL)
             ? id
             : 0;
}

static gboolean
judge_reversal (Session           *session,
                const SheafLabour *labour,
                Figures           *figures,
                GError           **error)
{
  gint64 id = find_row (session, labour);
  g_autoptr (SheafLabour) original = NULL;

  original = id == 0 ? NULL : sheaf_labour_load (session->book, id, error);
  if (id != 0 && original == NULL)
    return FALSE;
  if (original == NULL)
    add_error (session, labour, "reverses",
               _ ("no row of labour has the number %s: give that of its voucher"),
               labour->reverses);
  else if (original->reverses_id != 0 || original->reversed_by != 0 ||
           !g_hash_table_add (session->taken, g_memdup2 (&id, sizeof id)))
    add_error (session, labour, "reverses",
               _ ("%s is a reversal or was reversed already: enter a new row instead"),
               labour->reverses);
  else if (original->party_id != labour->party_id ||
           (labour->amount_given && ABS (labour->amount.units) != original->amount.units))
    add_error (session, labour, "reverses",
               _ ("%s is of another person or amount: a reversal takes back the whole of it"),
               labour->reverses);
  else
    *figures = (Figures){
      .days = SHEAF_QUANTITY (-original->days.thousandths),
      .rate = original->rate,
      .amount = sheaf_money_neg (original->amount),
      .tax = sheaf_money_neg (original->tax),
      .insurance = sheaf_money_neg (original->insurance),
      .account_id = original->account_id,
      .reverses_id = id,
      .reverses_voucher_id = original->voucher_id,
    };
  return TRUE;
}

static void
judge_amount (Session           *session,
              const SheafLabour *labour,
              Figures           *figures)
{
  gboolean   counted = labour->days.thousandths > 0 && labour->rate.millionths > 0;
  SheafMoney computed = SHEAF_MONEY_ZERO;

  if (!labour->amount_given && !counted)
    add_error (session, labour, "amount",
               _ ("the pay is missing: give days and rate, or the amount"));
  else if (counted &&
           !sheaf_money_try_mul_div (SHEAF_MONEY (labour->days.thousandths),
                                     labour->rate.millionths, DAYS_TIMES_RATE, SHEAF_ROUND_HALF_UP,
                                     &computed))
    add_error (session, labour, "amount",
               _ ("days × rate passes 18 digits: correct one of them"));
  else
    {
      figures->amount = labour->amount_given ? labour->amount : computed;
      if (figures->amount.units <= 0 || figures->amount.units > SHEAF_MONEY_MAX)
        add_error (session, labour, "amount", _ ("the amount must be above 0: correct it"));
      else if (counted && sheaf_money_cmp (figures->amount, computed) != 0)
        sheaf_problems_add (session->problems, SHEAF_PROBLEM_WARNING, session->file, labour->line,
                            "amount",
                            _ ("%s is not days × rate, which is %s: the given amount stands"),
                            sheaf_money_word (figures->amount).text,
                            sheaf_money_word (computed).text);
    }
}

static gboolean
judge_figures (Session           *session,
               const SheafLabour *labour,
               Figures           *figures,
               GError           **error)
{
  const SheafChart   *chart = sheaf_chart_get (session->book, error);
  const SheafAccount *account = NULL;

  if (chart == NULL)
    return FALSE;
  if (labour->account_id == 0 &&
      (account = sheaf_chart_posting_account (chart, "work-in-progress", error)) == NULL)
    return FALSE;
  figures->account_id = account == NULL ? labour->account_id : account->id;
  figures->days = labour->days;
  figures->rate = labour->rate;
  figures->tax = labour->tax;
  figures->insurance = labour->insurance;
  judge_amount (session, labour, figures);
  if (labour->tax.units < 0 || labour->insurance.units < 0 ||
      (SheafWide) labour->tax.units + labour->insurance.units > figures->amount.units)
    add_error (session, labour, labour->tax.units > labour->insurance.units ? "tax" : "insurance",
               _ ("more would be withheld than is earned: correct tax or insurance"));
  return TRUE;
}

static gboolean
judge (Session           *session,
       const SheafLabour *labour,
       Figures           *ret_figures,
       GError           **error)
{
  gboolean reverses = labour->reverses != NULL && *labour->reverses != '\0';
  gboolean before = session->volume <= SHEAF_MONEY_MAX;

  *ret_figures = (Figures){ 0 };
  if (sheaf_date_is_none (labour->date))
    add_error (session, labour, "date", _ ("the day is missing: give one as YYYY-MM-DD"));
  if (labour->party_id == 0)
    add_error (session, labour, "member",
               _ ("nobody is named: give the code of a member or worker"));
  if (sheaf_date_is_none (labour->date) || labour->party_id == 0)
    return TRUE;
  if (!(reverses ? judge_reversal (session, labour, ret_figures, error)
                 : judge_figures (session, labour, ret_figures, error)))
    return FALSE;
  session->volume += ABS (ret_figures->amount.units);
  if (before && session->volume > SHEAF_MONEY_MAX)
    add_error (session, labour, "amount",
               _ ("with this the amounts of all rows together pass 18 digits: correct the "
                  "amount"));
  return TRUE;
}

static SheafVoucher *
make_voucher (Session           *session,
              const SheafLabour *labour,
              const Figures     *figures,
              GError           **error)
{
  const SheafPostingFacts facts = { .event = "labour",
                                    .date = labour->date,
                                    .party_id = labour->party_id,
                                    .amount = figures->amount,
                                    .tax = figures->tax,
                                    .insurance = figures->insurance,
                                    .account_id = figures->account_id,
                                    .description = labour->work,
                                    .line = labour->line };

  return sheaf_template_fill (session->book, &facts, error);
}

/* The reversal of a row's voucher as the ledger would get it. */
static SheafVoucher *
make_reversal (Session           *session,
               const SheafLabour *labour,
               gint64             voucher_id,
               GError           **error)
{
  SheafVoucher *voucher = sheaf_voucher_load (session->book, voucher_id, error);

  if (voucher == NULL)
    return NULL;
  voucher->id = 0;
  voucher->reverses_id = voucher_id;
  voucher->date = labour->date;
  voucher->line = labour->line;
  g_clear_pointer (&voucher->number, g_free);
  for (guint i = 0; i < voucher->rows->len; i++)
    {
      SheafVoucherRow *row = g_ptr_array_index (voucher->rows, i);

      row->amount = sheaf_money_neg (row->amount);
      row->line = labour->line;
    }
  return voucher;
}

static gboolean
check_row (Session           *session,
           const SheafLabour *labour,
           GError           **error)
{
  guint   before = session->problems->errors;
  Figures figures;
  g_autoptr (SheafVoucher) voucher = NULL;

  if (!judge (session, labour, &figures, error))
    return FALSE;
  if (session->problems->errors > before)
    return TRUE;
  if (!session->post && figures.reverses_voucher_id != 0)
    add_error (session, labour, "reverses",
               _ ("%s was posted, so its reversal must be posted too: leave --no-post out"),
               labour->reverses);
  if (!session->post || (figures.reverses_id != 0 && figures.reverses_voucher_id == 0))
    return TRUE;
  voucher = figures.reverses_voucher_id != 0
                ? make_reversal (session, labour, figures.reverses_voucher_id, error)
                : make_voucher (session, labour, &figures, error);
  return voucher != NULL && sheaf_voucher_check (session->book, voucher, session->file,
                                                 session->problems, error);
}

gboolean
sheaf_labour_check (SheafBook       *book,
                    const GPtrArray *rows,
                    gboolean         post,
                    const char      *file,
                    SheafProblems   *problems,
                    GError         **error)
{
  g_auto (Session) session = { 0 };

  g_return_val_if_fail (book != NULL && rows != NULL && problems != NULL, FALSE);
  if (!session_init (&session, book, post, file, problems, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!check_row (&session, g_ptr_array_index (rows, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
post_voucher (Session           *session,
              const SheafLabour *labour,
              const Figures     *figures,
              gint64            *ret_id,
              GError           **error)
{
  g_autoptr (SheafVoucher) voucher = NULL;

  if (figures->reverses_voucher_id != 0)
    return sheaf_voucher_reverse (session->book, figures->reverses_voucher_id, labour->date,
                                  labour->reverses, ret_id, error);
  if (!session->post || figures->reverses_id != 0)
    return TRUE;
  voucher = make_voucher (session, labour, figures, error);
  return voucher != NULL && sheaf_voucher_post (session->book, voucher, ret_id, error);
}

static gboolean
post_row (Session           *session,
          const SheafLabour *labour,
          gint64             act_id,
          GError           **error)
{
  Figures figures;
  gint64  voucher_id = 0;

  if (!judge (session, labour, &figures, error) ||
      !sheaf_problems_pass (session->problems, SHEAF_LABOUR_ERROR, SHEAF_LABOUR_ERROR_REFUSED,
                            error) ||
      !post_voucher (session, labour, &figures, &voucher_id, error))
    return FALSE;
  return sheaf_store_run (
      sheaf_book_store (session->book), LABOUR_INSERT,
      SHEAF_ARGS (SHEAF_INT (labour->party_id), SHEAF_DAY (labour->date),
                  SHEAF_OPTIONAL (labour->work),
                  figures.days.thousandths == 0 ? SHEAF_TEXT (NULL)
                                                : SHEAF_INT (figures.days.thousandths),
                  figures.rate.millionths == 0 ? SHEAF_TEXT (NULL)
                                               : SHEAF_INT (figures.rate.millionths),
                  SHEAF_UNITS (figures.amount), SHEAF_INT (figures.account_id),
                  SHEAF_UNITS (figures.tax), SHEAF_UNITS (figures.insurance),
                  SHEAF_ID (figures.reverses_id), SHEAF_ID (voucher_id), SHEAF_INT (act_id)),
      error);
}

gboolean
sheaf_labour_post (SheafBook       *book,
                   const GPtrArray *rows,
                   gboolean         post,
                   GError         **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_auto (Session) session = { 0 };
  g_autoptr (SheafAct) act = NULL;

  if (!sheaf_labour_check (book, rows, post, NULL, problems, error) ||
      !sheaf_problems_pass (problems, SHEAF_LABOUR_ERROR, SHEAF_LABOUR_ERROR_REFUSED, error) ||
      !session_init (&session, book, post, NULL, problems, error))
    return FALSE;
  act = sheaf_act_begin (book, "labour", "", error);
  if (act == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!post_row (&session, g_ptr_array_index (rows, i), sheaf_act_id (act), error))
      return FALSE;
  return sheaf_act_commit (act, error);
}
