/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layers agree with the ledger, and nothing is redeemed that is not there. */
#include "notices/verify.h"

#include "base/i18n.h"
#include "ledger/chart.h"
#include "notices/entry.h"
#include "notices/notice-sql.h"
#include "notices/notice.h"
#include "store/query.h"

/* What a member's layers on one account come to. */
typedef struct
{
  gint64      account_id;
  gint64      party_id;
  const char *code; /* of a notice */
  SheafMoney  left;
} Layer;

static int
compare_layers (gconstpointer a,
                gconstpointer b)
{
  const Layer *one = a;
  const Layer *other = b;

  if (one->account_id != other->account_id)
    return one->account_id < other->account_id ? -1 : 1;
  return (int) (one->party_id > other->party_id) - (one->party_id < other->party_id);
}

/* By account and member. */
static GArray *
sum_layers (const GPtrArray *notices)
{
  GArray *layers = g_array_new (FALSE, FALSE, sizeof (Layer));
  guint   kept = 0;

  for (guint i = 0; i < notices->len; i++)
    {
      const SheafNotice *notice = notices->pdata[i];
      Layer              layer = { notice->account_id, notice->party_id, notice->code,
                                   notice->left };

      g_array_append_val (layers, layer);
    }
  g_array_sort (layers, compare_layers);
  for (guint i = 0; i < layers->len; i++)
    {
      Layer *layer = &g_array_index (layers, Layer, i);
      Layer *last = kept == 0 ? NULL : &g_array_index (layers, Layer, kept - 1);

      if (last != NULL && compare_layers (last, layer) == 0)
        last->left = sheaf_money_add (last->left, layer->left);
      else
        g_array_index (layers, Layer, kept++) = *layer;
    }
  g_array_set_size (layers, kept);
  return layers;
}

/* Each member's layers are the balance on the account that keeps them. */
static gboolean
check_ledger (SheafBook     *book,
              SheafProblems *problems,
              GError       **error)
{
  g_autoptr (GPtrArray) notices = sheaf_notice_list (book, 0, SHEAF_DATE_NONE, error);
  g_autoptr (GArray) layers = NULL;
  g_autoptr (GHashTable) accounts = sheaf_notice_accounts_new ();
  const SheafChart *chart = sheaf_chart_get (book, error);

  if (notices == NULL || chart == NULL)
    return FALSE;
  if (notices->len == 0)
    return TRUE;
  layers = sum_layers (notices);
  for (guint i = 0; i < layers->len; i++)
    {
      const Layer *layer = &g_array_index (layers, Layer, i);
      SheafMoney   held;

      if (!sheaf_notice_held (book, accounts, layer->account_id, layer->party_id, SHEAF_DATE_LAST,
                              &held, error))
        return FALSE;
      if (sheaf_money_cmp (held, layer->left) != 0)
        sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                            _ ("%s has notices of %s that are not redeemed but account %s holds "
                               "%s: reverse the entry that is no redemption"),
                            layer->code, sheaf_money_word (layer->left).text,
                            sheaf_chart_by_id (chart, layer->account_id)->code,
                            sheaf_money_word (held).text);
    }
  return TRUE;
}

static gboolean
check_redeemed (SheafBook     *book,
                SheafProblems *problems,
                GError       **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), NOTICE_OVERDRAWN,
                                                  SHEAF_NO_ARGS, error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                        sheaf_query_int (query, 4) != 0
                            ? _ ("%s of the notice of %d that %s was given are redeemed, but the "
                                 "notice was taken back: take the redemption back too")
                            : _ ("%s of the notice of %d that %s was given are redeemed, more than "
                                 "it was: restore a backup"),
                        sheaf_money_word (sheaf_query_money (query, 3)).text,
                        (int) sheaf_query_int (query, 1), sheaf_query_text (query, 0));
  return sheaf_query_finish (query, error);
}

const SheafCheck sheaf_notices_checks[] = {
  { "notices-ledger", check_ledger, N_ ("Notices that are open are in the ledger"),
    N_ ("What each member’s notices and retains come to is the balance on the account that keeps "
        "them. Reverse what was posted there by hand.") },
  { "notices-redeemed", check_redeemed, N_ ("No notice is redeemed above its amount"),
    N_ ("Redemptions take no more of a layer than there is of it, and nothing of one that was "
        "taken back.") },
  { NULL, NULL, NULL, NULL },
};
