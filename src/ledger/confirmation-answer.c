/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a letter: it goes out, it is answered, its difference is put on the books. */
#include "base/i18n.h"
#include "book/act.h"
#include "ledger/confirmation-private.h"
#include "ledger/confirmation-sql.h"
#include "ledger/difference.h"
#include "ledger/error.h"
#include "ledger/merge.h"
#include "store/query.h"

/* The standing one, for who stands for a merged party too. */
static SheafConfirmation *
load_standing (SheafBook *book,
               gint64     account_id,
               gint64     party_id,
               SheafDate  date,
               GError   **error)
{
  g_autoptr (GPtrArray) list = sheaf_confirmation_list (
      book, date, account_id, sheaf_party_survivor (book, party_id), error);

  if (list == NULL)
    return NULL;
  if (list->len == 1)
    return g_ptr_array_steal_index (list, 0);
  (void) sheaf_confirmation_refuse (
      error, _ ("this party was not asked about that account on that day: ask first"));
  return NULL;
}

static gboolean
refuse_early (GError **error)
{
  return sheaf_confirmation_refuse (
      error, _ ("nobody can know the balance before its day: give a later day"));
}

/* Writes what became of it in an act of its own. */
static gboolean
write_act (SheafBook               *book,
           const SheafConfirmation *one,
           const char              *kind,
           GError                 **error)
{
  g_autoptr (SheafAct) act = sheaf_act_begin (book, kind, "", error);

  return act != NULL && sheaf_confirmation_write (book, one, sheaf_act_id (act), error) &&
         sheaf_act_commit (act, error);
}

static gboolean
send_all (SheafBook *book,
          SheafDate  date,
          SheafDate  sent,
          guint     *ret_sent,
          GError   **error)
{
  g_autofree char *day = sheaf_date_to_text (date);
  g_autoptr (GPtrArray) list = sheaf_confirmation_list (book, date, 0, 0, error);
  g_autoptr (SheafAct) act =
      list == NULL ? NULL : sheaf_act_begin (book, "confirmation-send", day, error);
  guint count = 0;

  if (act == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      SheafConfirmation *one = list->pdata[i];

      if (sheaf_confirmation_state (one) != SHEAF_CONFIRMATION_MADE)
        continue;
      one->sent = sent;
      count++;
      if (!sheaf_confirmation_write (book, one, sheaf_act_id (act), error))
        return FALSE;
    }
  if (!sheaf_act_commit (act, error))
    return FALSE;
  *ret_sent = count;
  return TRUE;
}

gboolean
sheaf_confirmation_send (SheafBook *book,
                         gint64     account_id,
                         gint64     party_id,
                         SheafDate  date,
                         SheafDate  sent,
                         guint     *ret_sent,
                         GError   **error)
{
  g_autoptr (SheafConfirmation) one = NULL;

  if (sheaf_date_cmp (sent, date) < 0)
    return refuse_early (error);
  if (account_id == 0 && party_id == 0)
    return send_all (book, date, sent, ret_sent, error);
  one = load_standing (book, account_id, party_id, date, error);
  if (one == NULL)
    return FALSE;
  if (one->is_answered)
    return sheaf_confirmation_refuse (
        error, _ ("the letter is answered already: its day of sending stays as it is"));
  one->sent = sent;
  if (!write_act (book, one, "confirmation-send", error))
    return FALSE;
  *ret_sent = 1;
  return TRUE;
}

static gboolean
check_unposted (const SheafConfirmation *one,
                GError                 **error)
{
  return one->vouchers == 0 ||
         sheaf_confirmation_refuse (
             error, _ ("the difference was posted already: reverse its voucher first"));
}

gboolean
sheaf_confirmation_answer (SheafBook  *book,
                           gint64      account_id,
                           gint64      party_id,
                           SheafDate   date,
                           SheafMoney  confirmed,
                           SheafDate   answered,
                           const char *note,
                           GError    **error)
{
  g_autoptr (SheafConfirmation) one = load_standing (book, account_id, party_id, date, error);

  if (one == NULL || !check_unposted (one, error))
    return FALSE;
  if (!sheaf_date_is_none (answered) && sheaf_date_cmp (answered, date) < 0)
    return refuse_early (error);
  one->is_answered = TRUE;
  one->booked = one->now;
  one->confirmed = confirmed;
  one->answered = answered;
  g_free (one->note);
  one->note = g_strdup (note);
  return write_act (book, one, "confirmation-answer", error);
}

gboolean
sheaf_confirmation_withdraw (SheafBook *book,
                             gint64     account_id,
                             gint64     party_id,
                             SheafDate  date,
                             GError   **error)
{
  g_autoptr (SheafConfirmation) one = load_standing (book, account_id, party_id, date, error);

  if (one == NULL || !check_unposted (one, error))
    return FALSE;
  if (!one->is_answered)
    return sheaf_confirmation_refuse (error,
                                      _ ("there is no answer yet: nothing to take back"));
  one->is_answered = FALSE;
  one->answered = SHEAF_DATE_NONE;
  g_clear_pointer (&one->note, g_free);
  return write_act (book, one, "confirmation-withdraw", error);
}

/* What is to be posted of a difference; NULL where there is none. */
static SheafConfirmation *
load_differing (SheafBook *book,
                gint64     account_id,
                gint64     party_id,
                SheafDate  date,
                GError   **error)
{
  g_autoptr (SheafConfirmation) one = load_standing (book, account_id, party_id, date, error);

  if (one == NULL || !check_unposted (one, error))
    return NULL;
  if (sheaf_confirmation_difference (one).units == 0)
    (void) sheaf_confirmation_refuse (
        error, _ ("there is no answer that differs from the books: nothing to post"));
  else if (sheaf_confirmation_is_overtaken (one))
    (void) sheaf_confirmation_refuse (
        error, _ ("entries of that day came after the answer: write the answer down again, so that "
                  "it is compared with them"));
  else
    return g_steal_pointer (&one);
  return NULL;
}

static SheafDifference
make_difference (const SheafConfirmation *one,
                 SheafDate                posted_on,
                 gint64                   other_id)
{
  return (SheafDifference){ .event = "debt",
                            .date = posted_on,
                            .account_id = one->account_id,
                            .party_id = one->party_id,
                            .other_id = other_id,
                            .confirmation_id = one->id };
}

gboolean
sheaf_confirmation_post (SheafBook *book,
                         gint64     account_id,
                         gint64     party_id,
                         SheafDate  date,
                         SheafDate  posted_on,
                         gint64     other_id,
                         GError   **error)
{
  g_autoptr (SheafConfirmation) one = load_differing (book, account_id, party_id, date, error);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SheafDifferenceLine));
  SheafDifferenceLine line = { 0 };
  SheafDifference     difference;
  guint               vouchers;

  if (one == NULL)
    return FALSE;
  line.amount = sheaf_confirmation_difference (one);
  g_array_append_val (lines, line);
  difference = make_difference (one, posted_on, other_id);
  return sheaf_difference_post (book, &difference, lines, &vouchers, error);
}

SheafVoucher *
sheaf_confirmation_voucher (SheafBook *book,
                            gint64     account_id,
                            gint64     party_id,
                            SheafDate  date,
                            SheafDate  posted_on,
                            gint64     other_id,
                            GError   **error)
{
  g_autoptr (SheafConfirmation) one = load_differing (book, account_id, party_id, date, error);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SheafDifferenceLine));
  SheafDifferenceLine line = { 0 };
  SheafDifference     difference;

  if (one == NULL)
    return NULL;
  line.amount = sheaf_confirmation_difference (one);
  g_array_append_val (lines, line);
  difference = make_difference (one, posted_on, other_id);
  return sheaf_difference_voucher (book, &difference, lines, line.amount.units > 0, error);
}

GArray *
sheaf_confirmation_vouchers (SheafBook *book,
                             gint64     account_id,
                             gint64     party_id,
                             SheafDate  date,
                             GError   **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (
      sheaf_book_store (book), CONFIRMATION_VOUCHERS,
      SHEAF_ARGS (SHEAF_INT (account_id), SHEAF_INT (party_id), SHEAF_DAY (date)), error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      gint64 id = sheaf_query_int (query, 0);

      g_array_append_val (ids, id);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&ids) : NULL;
}

gboolean
sheaf_confirmation_reverse (SheafBook  *book,
                            gint64      account_id,
                            gint64      party_id,
                            SheafDate   date,
                            SheafDate   reversed_on,
                            const char *reason,
                            GError    **error)
{
  g_autoptr (SheafConfirmation) one = load_standing (book, account_id, party_id, date, error);
  g_autoptr (GArray) ids = one == NULL ? NULL
                                       : sheaf_confirmation_vouchers (
                                             book, one->account_id, one->party_id, date, error);
  g_autoptr (SheafAct) act = NULL;

  if (ids == NULL)
    return FALSE;
  if (ids->len == 0)
    return sheaf_confirmation_refuse (
        error, _ ("no difference of this party is on the books: nothing to take back"));
  act = sheaf_act_begin (book, "confirmation-reverse", reason, error);
  if (act == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id;

      if (!sheaf_voucher_reverse (book, g_array_index (ids, gint64, i), reversed_on, reason, &id,
                                  error))
        return FALSE;
    }
  return sheaf_act_commit (act, error);
}
