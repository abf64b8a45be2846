/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every row is matched and judged before anything is written. */
#include "payouts/result.h"

#include "base/i18n.h"
#include "book/act.h"
#include "distribution/draft.h"
#include "payouts/error.h"
#include "payouts/result-sql.h"
#include "payouts/return.h"
#include "payouts/transfer-text.h"

#include <string.h>

/* One payment of the list: all lines of a member. */
typedef struct
{
  guint                    first; /* of the list's lines; a member's stand together */
  const SheafPayoutLine   *line;  /* that one */
  SheafMoney               net;
  const SheafPayoutAnswer *answer; /* NULL: none yet */
} Payment;

typedef struct
{
  SheafBook        *book;
  SheafPayoutBatch *batch;
  SheafProblems    *problems;
  SheafDate         date;
  GArray           *payments; /* of Payment */
  GHashTable       *by_word;  /* voucher numbers and members' codes, as banks write them */
  guint             longest;  /* words in one of them */
  GHashTable       *accounts; /* account to the first payment on it */
} Matching;

static void
clear_matching (Matching *matching)
{
  sheaf_payout_batch_free (matching->batch);
  g_clear_pointer (&matching->payments, g_array_unref);
  g_clear_pointer (&matching->by_word, g_hash_table_unref);
  g_clear_pointer (&matching->accounts, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matching, clear_matching)

static Payment *
payment_at (const Matching *matching,
            guint           i)
{
  return &g_array_index (matching->payments, Payment, i);
}

/* As transfers write texts, in capitals: a code of "TV-001" is told as "TV 001". */
static char *
make_plain (const char *text)
{
  g_autofree char *plain = sheaf_transfer_clean (text);

  return g_ascii_strup (plain, -1);
}

/* Letters and digits only: banks group the digits of accounts. */
static char *
make_account (const char *text)
{
  GString *account = g_string_new (NULL);

  for (; text != NULL && *text != '\0'; text++)
    if (g_ascii_isalnum (*text))
      g_string_append_c (account, g_ascii_toupper (*text));
  return g_string_free (account, FALSE);
}

static void
add_word (Matching   *matching,
          const char *text,
          guint       i)
{
  g_autofree char *word = make_plain (text);

  guint words = 1;

  if (*word == '\0')
    return;
  for (const char *at = word; *at != '\0'; at++)
    words += *at == ' ';
  matching->longest = MAX (matching->longest, words);
  g_hash_table_insert (matching->by_word, g_steal_pointer (&word), GUINT_TO_POINTER (i + 1));
}

/* Payments that were reversed take no answer. */
static void
list_payments (Matching *matching)
{
  const GPtrArray *lines = matching->batch->lines;

  for (guint i = 0; i < lines->len; i++)
    {
      const SheafPayoutLine *line = lines->pdata[i];
      Payment                payment = { i, line, line->net, NULL };
      Payment               *last = matching->payments->len > 0
                                        ? payment_at (matching, matching->payments->len - 1)
                                        : NULL;

      if (line->state == SHEAF_PAYOUT_REVERSED || line->net.units <= 0)
        continue;
      if (last != NULL && last->line->party_id == line->party_id)
        last->net = sheaf_money_add (last->net, line->net);
      else
        g_array_append_val (matching->payments, payment);
    }
  for (guint i = 0; i < matching->payments->len; i++)
    {
      const SheafPayoutLine *line = payment_at (matching, i)->line;
      char                  *account = make_account (line->bank_account);

      add_word (matching, line->code, i);
      if (!g_hash_table_contains (matching->accounts, account))
        g_hash_table_insert (matching->accounts, account, GUINT_TO_POINTER (i + 1));
      else
        g_free (account);
    }
  for (guint i = 0; i < matching->payments->len; i++) /* a voucher's number goes before a code */
    add_word (matching, payment_at (matching, i)->line->voucher_number, i);
}

static void fail_row (Matching *matching, const SheafPayoutAnswer *answer, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static void
fail_row (Matching                *matching,
          const SheafPayoutAnswer *answer,
          const char              *format,
          ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sheaf_problems_add (matching->problems, SHEAF_PROBLEM_ERROR, NULL, answer->line, NULL, "%s",
                      text);
}

/* The payment named by most of the words from here on, and how many these are; 0: none. */
static guint
match_words (const Matching    *matching,
             const char *const *words,
             guint             *ret_words)
{
  g_autoptr (GString) name = g_string_new (NULL);
  guint found = 0;

  *ret_words = 1;
  for (guint n = 0; n < matching->longest && words[n] != NULL; n++)
    {
      guint one;

      g_string_append_printf (name, "%s%s", n > 0 ? " " : "", words[n]);
      one = GPOINTER_TO_UINT (g_hash_table_lookup (matching->by_word, name->str));
      if (one != 0)
        {
          found = one;
          *ret_words = n + 1;
        }
    }
  return found;
}

/* By the words of the text: 0 none, the number from 1, or G_MAXUINT for several. */
static guint
match_text (const Matching *matching,
            const char     *text)
{
  g_autofree char *plain = make_plain (text != NULL ? text : "");
  g_auto (GStrv) words = g_strsplit (plain, " ", -1);
  guint n = g_strv_length (words), found = 0, taken;

  for (guint i = 0; i < n; i += taken)
    {
      guint one = match_words (matching, (const char *const *) words + i, &taken);

      if (one != 0 && found != 0 && one != found)
        return G_MAXUINT;
      found = one != 0 ? one : found;
    }
  return found;
}

/* By account and amount: two payments of one sum to one account cannot be told apart. */
static guint
match_account (const Matching          *matching,
               const SheafPayoutAnswer *answer)
{
  g_autofree char *account = make_account (answer->account);
  guint            first, found = 0;

  first = *account != '\0' ? GPOINTER_TO_UINT (g_hash_table_lookup (matching->accounts, account))
                           : 0;
  for (guint i = first; first != 0 && i <= matching->payments->len; i++)
    {
      const Payment   *payment = payment_at (matching, i - 1);
      g_autofree char *own = make_account (payment->line->bank_account);

      if (strcmp (own, account) != 0 || payment->net.units != answer->amount.units)
        continue;
      if (found != 0)
        return G_MAXUINT;
      found = i;
    }
  return found;
}

/* Judges the answer against the payment that it speaks of. */
static void
judge (Matching                *matching,
       Payment                 *payment,
       const SheafPayoutAnswer *answer)
{
  const SheafPayoutLine *line = payment->line;
  g_autofree char       *account = make_account (answer->account);
  g_autofree char       *own = make_account (line->bank_account);

  if (payment->answer != NULL)
    fail_row (matching, answer,
              _ ("row %u speaks of the payment of %s already: take one of the rows out"),
              payment->answer->line, line->code);
  else if (answer->amount.units != 0 && answer->amount.units != payment->net.units)
    fail_row (matching, answer,
              _ ("%s was to be paid to %s but the bank says %s: ask the bank"),
              sheaf_money_word (payment->net).text, line->code,
              sheaf_money_word (answer->amount).text);
  else if (answer->ok && line->state == SHEAF_PAYOUT_BOUNCED)
    fail_row (matching, answer,
              _ ("the payment of %s came back before: take that return back first"), line->code);
  else if (!answer->ok && (answer->reason == NULL || *answer->reason == '\0'))
    fail_row (matching, answer,
              _ ("the bank refused the payment of %s without a reason: write one in the row"),
              line->code);
  if (*account != '\0' && strcmp (account, own) != 0)
    sheaf_problems_add (
        matching->problems, SHEAF_PROBLEM_WARNING, NULL, answer->line, line->code,
        _ ("the bank names account %s, the book %s: look whether the member's account changed"),
        answer->account, line->bank_account != NULL ? line->bank_account : "");
  payment->answer = answer;
}

static void
match_row (Matching                *matching,
           const SheafPayoutAnswer *answer)
{
  guint found = match_text (matching, answer->reference);
  guint other;

  if (found == 0 || found == G_MAXUINT)
    {
      other = match_account (matching, answer);
      found = other != 0 ? other : found;
    }
  if (found == 0)
    fail_row (matching, answer,
              _ ("no payment of the list fits “%s”: look whether the file belongs to this list"),
              answer->reference != NULL && *answer->reference != '\0' ? answer->reference
              : answer->account != NULL                               ? answer->account
                                                                      : "");
  else if (found == G_MAXUINT)
    fail_row (matching, answer,
              _ ("several payments of the list fit “%s”: write the voucher's number in the row"),
              answer->reference != NULL ? answer->reference : "");
  else
    judge (matching, payment_at (matching, found - 1), answer);
}

static gboolean
confirm (Matching      *matching,
         const Payment *payment,
         gint64         act_id,
         GError       **error)
{
  const GPtrArray *lines = matching->batch->lines;

  for (guint i = payment->first; i < lines->len; i++)
    {
      const SheafPayoutLine *line = lines->pdata[i];

      if (line->party_id != payment->line->party_id)
        break;
      if (line->net.units > 0 &&
          !sheaf_store_run (sheaf_book_store (matching->book), RESULT_CONFIRM,
                            SHEAF_ARGS (SHEAF_INT (line->id), SHEAF_DAY (matching->date),
                                        SHEAF_OPTIONAL (payment->answer->bank_reference),
                                        SHEAF_INT (1), SHEAF_INT (act_id)),
                            error))
        return FALSE;
    }
  return TRUE;
}

static void
count (guint      *number,
       SheafMoney *sum,
       SheafMoney  amount)
{
  (*number)++;
  *sum = sheaf_money_add (*sum, amount);
}

/* What an answer changes. */
typedef enum
{
  CHANGE_NONE,
  CHANGE_CONFIRM,
  CHANGE_RETURN,
} Change;

/* Counts the answer with what it changes. */
static Change
count_answer (const Payment     *payment,
              SheafPayoutResult *result)
{
  SheafPayoutState state = payment->line->state;

  if (payment->answer == NULL)
    {
      result->waiting += state == SHEAF_PAYOUT_ORDERED;
      return CHANGE_NONE;
    }
  if (payment->answer->ok == (state == SHEAF_PAYOUT_PAID) && state != SHEAF_PAYOUT_ORDERED)
    {
      result->known++;
      return CHANGE_NONE;
    }
  if (payment->answer->ok)
    {
      count (&result->confirmed, &result->confirmed_sum, payment->net);
      return CHANGE_CONFIRM;
    }
  count (&result->returned, &result->returned_sum, payment->net);
  return CHANGE_RETURN;
}

static gboolean
write_answer (Matching          *matching,
              const Payment     *payment,
              gint64             act_id,
              SheafPayoutResult *result,
              GError           **error)
{
  switch (count_answer (payment, result))
    {
    case CHANGE_CONFIRM:
      return confirm (matching, payment, act_id, error);
    case CHANGE_RETURN:
      return sheaf_payout_return_of (matching->book, matching->batch, payment->line->party_id,
                                     SHEAF_PAYOUT_RETURN_BOUNCED, matching->date,
                                     payment->answer->reason, NULL, error);
    case CHANGE_NONE:
    default:
      return TRUE;
    }
}

static gboolean
read_list (Matching *matching,
           gint64    batch_id,
           GError  **error)
{
  matching->payments = g_array_new (FALSE, FALSE, sizeof (Payment));
  matching->by_word = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  matching->accounts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  matching->batch = sheaf_payout_load (matching->book, batch_id, error);
  if (matching->batch == NULL)
    return FALSE;
  if (matching->batch->method != SHEAF_PAYOUT_BANK ||
      sheaf_date_cmp (matching->date, matching->batch->date) < 0)
    {
      g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_STATE,
                   matching->batch->method != SHEAF_PAYOUT_BANK
                       ? _ ("the list is paid in cash: take a list of bank transfers")
                       : _ ("the bank cannot have answered before the list was made: choose its "
                            "day or a later one"));
      return FALSE;
    }
  list_payments (matching);
  return TRUE;
}

/* Matches and judges all rows; FALSE when one does not fit. */
static gboolean
match_rows (Matching        *matching,
            gint64           batch_id,
            const GPtrArray *records,
            GError         **error)
{
  guint before = matching->problems->errors;

  if (!read_list (matching, batch_id, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    match_row (matching, records->pdata[i]);
  if (matching->problems->errors == before)
    return TRUE;
  g_set_error_literal (
      error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_RESULT,
      _ ("the bank's file does not fit the list: mend the rows that are named, "
         "nothing was taken over"));
  return FALSE;
}

gboolean
sheaf_payout_result_check (SheafBook         *book,
                           gint64             batch_id,
                           const GPtrArray   *records,
                           SheafDate          date,
                           SheafProblems     *problems,
                           SheafPayoutResult *ret_result,
                           GError           **error)
{
  g_auto (Matching) matching = { .book = book, .date = date, .problems = problems };
  SheafPayoutResult result = { 0 };

  g_return_val_if_fail (book != NULL && records != NULL && problems != NULL, FALSE);
  g_return_val_if_fail (ret_result != NULL, FALSE);
  if (!match_rows (&matching, batch_id, records, error))
    return FALSE;
  for (guint i = 0; i < matching.payments->len; i++)
    (void) count_answer (payment_at (&matching, i), &result);
  *ret_result = result;
  return TRUE;
}

gboolean
sheaf_payout_result_apply (SheafBook         *book,
                           gint64             batch_id,
                           const GPtrArray   *records,
                           SheafDate          date,
                           SheafProblems     *problems,
                           SheafPayoutResult *ret_result,
                           GError           **error)
{
  g_auto (Matching) matching = { .book = book, .date = date, .problems = problems };
  SheafPayoutResult result = { 0 };
  g_autoptr (SheafAct) act = NULL;

  g_return_val_if_fail (book != NULL && records != NULL && problems != NULL, FALSE);
  act = sheaf_act_begin (book, "payout-result", "", error);
  if (act == NULL || !match_rows (&matching, batch_id, records, error))
    return FALSE;
  for (guint i = 0; i < matching.payments->len; i++)
    if (!write_answer (&matching, payment_at (&matching, i), sheaf_act_id (act), &result, error))
      return FALSE;
  if (!sheaf_act_commit (act, error))
    return FALSE;
  if (ret_result != NULL)
    *ret_result = result;
  return TRUE;
}
