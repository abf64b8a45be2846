/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layers as the book keeps them. */
#include "notices/notice.h"

#include "base/i18n.h"
#include "notices/error.h"
#include "notices/notice-sql.h"
#include "store/query.h"

const char *const sheaf_notice_kind_words[] = { "qualified", "nonqualified", "retain",
                                                "retain-nonqualified", NULL };

const char *
sheaf_notice_kind_to_word (SheafNoticeKind kind)
{
  return sheaf_notice_kind_words[kind - 1];
}

gboolean
sheaf_notice_kind_from_word (const char      *word,
                             SheafNoticeKind *ret_kind)
{
  for (guint i = 0; sheaf_notice_kind_words[i] != NULL; i++)
    if (g_str_equal (word, sheaf_notice_kind_words[i]))
      {
        *ret_kind = (SheafNoticeKind) (i + 1);
        return TRUE;
      }
  return FALSE;
}

const char *
sheaf_notice_kind_title (SheafNoticeKind kind)
{
  switch (kind)
    {
    case SHEAF_NOTICE_QUALIFIED:
      return _ ("qualified notice");
    case SHEAF_NOTICE_NONQUALIFIED:
      return _ ("nonqualified notice");
    case SHEAF_NOTICE_RETAIN:
      return _ ("per-unit retain");
    case SHEAF_NOTICE_RETAIN_NONQUALIFIED:
      return _ ("nonqualified per-unit retain");
    default:
      return "";
    }
}

gboolean
sheaf_notice_account_fits (const SheafAccount *account)
{
  return (account->type == SHEAF_ACCOUNT_EQUITY || account->type == SHEAF_ACCOUNT_LIABILITY) &&
         account->postable && account->needs == SHEAF_NEEDS_PARTY;
}

SheafNotice *
sheaf_notice_new (void)
{
  return g_new0 (SheafNotice, 1);
}

void
sheaf_notice_free (SheafNotice *notice)
{
  if (notice == NULL)
    return;
  g_free (notice->code);
  g_free (notice->name);
  g_free (notice->rule);
  g_free (notice);
}

static SheafNotice *
read_notice (const SheafQuery *query)
{
  SheafNotice *notice = sheaf_notice_new ();

  notice->id = sheaf_query_int (query, 0);
  notice->year = (int) sheaf_query_int (query, 1);
  notice->party_id = sheaf_query_int (query, 2);
  notice->code = sheaf_query_dup_text (query, 3);
  notice->name = sheaf_query_dup_text (query, 4);
  notice->kind = (SheafNoticeKind) sheaf_query_int (query, 5);
  notice->account_id = sheaf_query_int (query, 6);
  notice->date = sheaf_query_date (query, 7);
  notice->amount = sheaf_query_money (query, 8);
  notice->redeemed = sheaf_query_money (query, 9);
  notice->left = sheaf_money_sub (notice->amount, sheaf_query_money (query, 10));
  notice->rule = sheaf_query_dup_text (query, 11);
  notice->quantity = SHEAF_QUANTITY (sheaf_query_int (query, 12));
  notice->voucher_id = sheaf_query_int (query, 13);
  return notice;
}

GPtrArray *
sheaf_notice_list (SheafBook *book,
                   gint64     party_id,
                   SheafDate  on,
                   GError   **error)
{
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (SheafQuery) query = NULL;

  g_return_val_if_fail (book != NULL, NULL);
  notices = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_notice_free);
  query = sheaf_query_new (
      sheaf_book_store (book), NOTICE_LIST,
      SHEAF_ARGS (SHEAF_INT (party_id), SHEAF_DAY (sheaf_date_is_none (on) ? SHEAF_DATE_LAST : on)),
      error);
  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    g_ptr_array_add (notices, read_notice (query));
  return sheaf_query_finish (query, error) ? g_steal_pointer (&notices) : NULL;
}

gboolean
sheaf_notice_insert (SheafBook         *book,
                     const SheafNotice *notice,
                     gint64             act_id,
                     GError           **error)
{
  return sheaf_store_run (
      sheaf_book_store (book), NOTICE_INSERT,
      SHEAF_ARGS (SHEAF_INT (notice->year), SHEAF_INT (notice->party_id), SHEAF_INT (notice->kind),
                  SHEAF_INT (notice->account_id), SHEAF_DAY (notice->date),
                  SHEAF_UNITS (notice->amount), SHEAF_OPTIONAL (notice->rule),
                  SHEAF_ID (notice->quantity.thousandths), SHEAF_INT (notice->voucher_id),
                  SHEAF_INT (act_id)),
      error);
}

gboolean
sheaf_notice_check_unredeemed (SheafBook *book,
                               gint64     voucher_id,
                               GError   **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), NOTICE_REDEEMED,
                                                  SHEAF_ARGS (SHEAF_INT (voucher_id)), error);

  if (query == NULL)
    return FALSE;
  if (!sheaf_query_next (query, NULL))
    return sheaf_query_finish (query, error);
  g_set_error (error, SHEAF_NOTICES_ERROR, SHEAF_NOTICES_ERROR_REDEEMED,
               _ ("what %s was given as a notice of %d has been redeemed since: take the "
                  "redemption back first"),
               sheaf_query_text (query, 0), (int) sheaf_query_int (query, 1));
  return FALSE;
}
