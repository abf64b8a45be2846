/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Enters redemptions and takes them back. */
#include "notices/redeem.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/chart.h"
#include "ledger/party-credit.h"
#include "members/member.h"
#include "notices/entry.h"
#include "notices/error.h"
#include "notices/redeem-sql.h"
#include "store/query.h"

/* Birthdays of members, and a warning where the choice asks for one that is not known. */
static GHashTable *
load_births (SheafBook *book,
             GError   **error)
{
  g_autoptr (GPtrArray) members = sheaf_member_list (book, error);
  GHashTable *births;

  if (members == NULL)
    return NULL;
  births = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < members->len; i++)
    {
      const SheafMember *member = members->pdata[i];

      if (!sheaf_date_is_none (member->birth))
        g_hash_table_insert (births, g_memdup2 (&member->party_id, sizeof member->party_id),
                             g_memdup2 (&member->birth, sizeof member->birth));
    }
  return births;
}

/* Once for each member whose age the choice would have needed. */
static void
warn_of_ages (const GPtrArray       *notices,
              GHashTable            *births,
              const SheafRedemption *spec,
              SheafProblems         *problems)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (spec->age == 0 && spec->order != SHEAF_REDEEM_OLDEST_MEMBER)
    return;
  for (guint i = 0; i < notices->len; i++)
    {
      SheafNotice *notice = notices->pdata[i];

      if (sheaf_redemption_takes (spec, notice) &&
          !g_hash_table_contains (births, &notice->party_id) &&
          g_hash_table_add (told, &notice->party_id))
        sheaf_problems_add (
            problems, SHEAF_PROBLEM_WARNING, NULL, 0, notice->code, "%s",
            spec->age > 0
                ? _ ("the birthday is not known, so the member is left out: enter it in the "
                     "register if the member is old enough")
                : _ ("the birthday is not known, so the member comes last: enter it in the "
                     "register if age counts"));
    }
}

GArray *
sheaf_redeem_preview (SheafBook             *book,
                      const SheafRedemption *spec,
                      SheafProblems         *problems,
                      GPtrArray            **ret_notices,
                      GError               **error)
{
  g_autoptr (GPtrArray) notices = sheaf_notice_list (book, 0, spec->date, error);
  g_autoptr (GHashTable) births = notices == NULL ? NULL : load_births (book, error);
  GArray *lines;

  if (births == NULL)
    return NULL;
  warn_of_ages (notices, births, spec, problems);
  lines = sheaf_redeem_choose (notices, births, spec, error);
  if (lines != NULL)
    *ret_notices = g_steal_pointer (&notices);
  return lines;
}

/* Lines come by year; a voucher has a row for each member and account. */
static GArray *
sum_rows (const GArray *lines)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (SheafNoticeRow));

  for (guint i = 0; i < lines->len; i++)
    {
      const SheafRedeemLine *line = &g_array_index (lines, SheafRedeemLine, i);
      SheafNoticeRow         row = { line->notice->party_id, line->notice->account_id,
                                     line->amount };
      g_autofree char       *key = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                                    row.party_id, row.account_id);
      guint                  place = GPOINTER_TO_UINT (g_hash_table_lookup (places, key));
      SheafNoticeRow        *known;

      if (place == 0)
        {
          g_array_append_val (rows, row);
          g_hash_table_insert (places, g_steal_pointer (&key), GUINT_TO_POINTER (rows->len));
          continue;
        }
      known = &g_array_index (rows, SheafNoticeRow, place - 1);
      known->amount = sheaf_money_add (known->amount, row.amount);
    }
  return rows;
}

/* The ledger holds what is given back: entries by hand may have taken it. */
static gboolean
check_ledger (SheafBook             *book,
              const SheafRedemption *spec,
              const GArray          *lines,
              const GArray          *rows,
              GError               **error)
{
  g_autoptr (GHashTable) accounts = sheaf_notice_accounts_new ();
  const SheafChart *chart = sheaf_chart_get (book, error);

  if (chart == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const SheafNoticeRow *row = &g_array_index (rows, SheafNoticeRow, i);
      const char           *code = "";
      SheafMoney            held;

      if (!sheaf_notice_held (book, accounts, row->account_id, row->party_id, spec->date, &held,
                              error))
        return FALSE;
      if (sheaf_money_cmp (held, row->amount) >= 0)
        continue;
      for (guint n = 0; n < lines->len; n++)
        if (g_array_index (lines, SheafRedeemLine, n).notice->party_id == row->party_id)
          code = g_array_index (lines, SheafRedeemLine, n).notice->code;
      g_set_error (error, SHEAF_NOTICES_ERROR, SHEAF_NOTICES_ERROR_AMOUNT,
                   _ ("account %s holds %s of %s on that day, %s are to be redeemed: take the "
                      "entry back that is no redemption, or redeem less"),
                   sheaf_chart_by_id (chart, row->account_id)->code, sheaf_money_word (held).text,
                   code, sheaf_money_word (row->amount).text);
      return FALSE;
    }
  return TRUE;
}

static gboolean
insert (SheafBook             *book,
        const SheafRedemption *spec,
        const GArray          *lines,
        const GArray          *rows,
        gint64                *ret_voucher_id,
        GError               **error)
{
  g_autoptr (SheafVoucher) voucher = sheaf_notice_voucher (book, "notice-redeem", spec->date, NULL,
                                                           rows, error);
  g_autoptr (SheafAct) act = voucher == NULL
                                 ? NULL
                                 : sheaf_act_begin (book, "redeem", voucher->description, error);
  SheafStore *store = sheaf_book_store (book);
  gint64      voucher_id, id;

  if (act == NULL || !sheaf_voucher_post (book, voucher, &voucher_id, error) ||
      !sheaf_store_insert (store, REDEEM_INSERT,
                           SHEAF_ARGS (SHEAF_INT (spec->year), SHEAF_DAY (spec->date),
                                       SHEAF_INT (spec->order), SHEAF_OPTIONAL (spec->resolution),
                                       SHEAF_INT (voucher_id), SHEAF_INT (sheaf_act_id (act))),
                           &id, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const SheafRedeemLine *line = &g_array_index (lines, SheafRedeemLine, i);

      if (!sheaf_store_run (store, REDEEM_LINE_INSERT,
                            SHEAF_ARGS (SHEAF_INT (id), SHEAF_INT (line->notice->id),
                                        SHEAF_UNITS (line->amount), SHEAF_INT (sheaf_act_id (act))),
                            error))
        return FALSE;
    }
  if (!sheaf_act_commit (act, error))
    return FALSE;
  if (ret_voucher_id != NULL)
    *ret_voucher_id = voucher_id;
  return TRUE;
}

gboolean
sheaf_redeem_post (SheafBook             *book,
                   const SheafRedemption *spec,
                   SheafProblems         *problems,
                   gint64                *ret_voucher_id,
                   GPtrArray            **ret_notices,
                   GArray               **ret_lines,
                   GError               **error)
{
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GArray) rows = NULL;

  g_return_val_if_fail (book != NULL && spec != NULL && problems != NULL, FALSE);
  g_return_val_if_fail ((ret_lines == NULL) == (ret_notices == NULL), FALSE);
  lines = sheaf_redeem_preview (book, spec, problems, &notices, error);
  if (lines == NULL)
    return FALSE;
  rows = sum_rows (lines);
  if (!check_ledger (book, spec, lines, rows, error) ||
      !insert (book, spec, lines, rows, ret_voucher_id, error))
    return FALSE;
  if (ret_lines != NULL)
    {
      *ret_notices = g_steal_pointer (&notices);
      *ret_lines = g_steal_pointer (&lines);
    }
  return TRUE;
}

static void
redeemed_free (gpointer data)
{
  SheafRedeemed *redeemed = data;

  g_free (redeemed->code);
  g_free (redeemed);
}

static GPtrArray *
read_redeemed (SheafBook        *book,
               const char       *sql,
               const SheafValue *args,
               GError          **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (redeemed_free);
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), sql, args, error);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafRedeemed *redeemed = g_new0 (SheafRedeemed, 1);

      redeemed->party_id = sheaf_query_int (query, 0);
      redeemed->code = sheaf_query_dup_text (query, 1);
      redeemed->amount = sheaf_query_money (query, 2);
      if (sheaf_query_columns (query) > 3)
        redeemed->kind = (SheafNoticeKind) sheaf_query_int (query, 3);
      g_ptr_array_add (list, redeemed);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&list) : NULL;
}

GPtrArray *
sheaf_redeemed_list (SheafBook *book,
                     int        year,
                     GError   **error)
{
  return read_redeemed (book, REDEEMED_OF_YEAR, SHEAF_ARGS (SHEAF_INT (year)), error);
}

GPtrArray *
sheaf_redeemed_between (SheafBook *book,
                        SheafDate  from,
                        SheafDate  to,
                        GError   **error)
{
  return read_redeemed (book, REDEEMED_BETWEEN, SHEAF_ARGS (SHEAF_DAY (from), SHEAF_DAY (to)),
                        error);
}

gboolean
sheaf_redeem_of_voucher (SheafBook *book,
                         gint64     voucher_id,
                         gboolean  *ret_is,
                         int       *ret_year,
                         GError   **error)
{
  gint64 year = 0;

  if (!sheaf_store_find_int (sheaf_book_store (book), REDEEM_OF_VOUCHER,
                             SHEAF_ARGS (SHEAF_INT (voucher_id)), ret_is, &year, error))
    return FALSE;
  *ret_year = (int) year;
  return TRUE;
}

GPtrArray *
sheaf_redeemed_by_voucher (SheafBook *book,
                           gint64     voucher_id,
                           GError   **error)
{
  return read_redeemed (book, REDEEMED_BY_VOUCHER, SHEAF_ARGS (SHEAF_INT (voucher_id)), error);
}

gboolean
sheaf_redeem_take_back (SheafBook  *book,
                        gint64      voucher_id,
                        SheafDate   date,
                        const char *reason,
                        GError    **error)
{
  g_autoptr (GPtrArray) given = sheaf_redeemed_by_voucher (book, voucher_id, error);
  g_autoptr (GHashTable) owed = NULL;
  const SheafChart   *chart = given == NULL ? NULL : sheaf_chart_get (book, error);
  const SheafAccount *payable;

  payable = chart == NULL ? NULL : sheaf_chart_posting_account (chart, "member-payable", error);
  owed = payable == NULL ? NULL : sheaf_party_credits (book, payable->id, date, error);
  if (owed == NULL)
    return FALSE;
  for (guint i = 0; i < given->len; i++)
    {
      const SheafRedeemed *one = given->pdata[i];

      if (sheaf_money_cmp (sheaf_party_credit (owed, one->party_id), one->amount) >= 0)
        continue;
      g_set_error (error, SHEAF_NOTICES_ERROR, SHEAF_NOTICES_ERROR_REDEEMED,
                   _ ("%s has been paid from this redemption: take the payment back first"),
                   one->code);
      return FALSE;
    }
  return sheaf_voucher_reverse (book, voucher_id, date, reason, NULL, error);
}
