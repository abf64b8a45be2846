/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acts and vouchers count upwards together: what was posted between two openings are the vouchers
 * between two numbers, found by halving. */
#include "ledger/revision.h"

#include "ledger/revision-sql.h"
#include "store/query.h"

typedef struct
{
  gint64    act_id;
  SheafDate after; /* the last day that stayed locked; SHEAF_DATE_NONE: all was opened */
  SheafDate until; /* the last day that was opened */
  SheafDate day;   /* on which it was done */
  char     *reason;
} Opening;

static void
clear_opening (gpointer data)
{
  g_free (((Opening *) data)->reason);
}

static GArray *
load_openings (SheafBook *book,
               SheafDate  from,
               SheafDate  to,
               GError   **error)
{
  g_autoptr (GArray) openings = g_array_new (FALSE, FALSE, sizeof (Opening));
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), REVISION_OPENINGS,
                                                  SHEAF_ARGS (SHEAF_DAY (from), SHEAF_DAY (to)),
                                                  error);

  if (query == NULL)
    return NULL;
  g_array_set_clear_func (openings, clear_opening);
  while (sheaf_query_next (query, NULL))
    {
      const char *reason = sheaf_query_text (query, 3);
      Opening     opening = { .act_id = sheaf_query_int (query, 0), .reason = g_strdup (reason) };

      if (!sheaf_date_parse (sheaf_query_text (query, 1), &opening.after, NULL))
        opening.after = SHEAF_DATE_NONE; /* nothing stayed locked */
      if (!sheaf_date_parse (sheaf_query_text (query, 2), &opening.until, NULL))
        opening.until = SHEAF_DATE_NONE;
      if (!sheaf_date_parse (sheaf_query_text (query, 4), &opening.day, NULL))
        opening.day = SHEAF_DATE_NONE;
      g_array_append_val (openings, opening);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&openings) : NULL;
}

/* The first voucher of a later act; one behind the last when there is none. */
static gboolean
find_first (SheafBook *book,
            gint64     act_id,
            gint64     last,
            gint64    *ret_id,
            GError   **error)
{
  gint64 low = 1, high = last + 1;

  while (low < high)
    {
      gint64 middle = low + (high - low) / 2, act;

      if (!sheaf_store_get_int (sheaf_book_store (book), REVISION_ACT_OF,
                                SHEAF_ARGS (SHEAF_INT (middle)), &act, error))
        return FALSE;
      if (act > act_id)
        high = middle;
      else
        low = middle + 1;
    }
  *ret_id = low;
  return TRUE;
}

static SheafDate
later (SheafDate a,
       SheafDate b)
{
  return sheaf_date_cmp (a, b) >= 0 ? a : b;
}

/* Whether anything was posted on days of the period that this opening opened, before the next. */
static gboolean
was_used (SheafBook     *book,
          const Opening *opening,
          gint64         first,
          gint64         behind,
          SheafDate      from,
          SheafDate      to,
          gboolean      *ret_used,
          GError       **error)
{
  gint64    posted = 0;
  SheafDate start = sheaf_date_is_none (opening->after)
                        ? from
                        : later (from, sheaf_date_add_days (opening->after, 1));
  SheafDate end = sheaf_date_cmp (to, opening->until) <= 0 ? to : opening->until;

  if (first < behind &&
      !sheaf_store_get_int (sheaf_book_store (book), REVISION_POSTED,
                            SHEAF_ARGS (SHEAF_INT (first), SHEAF_INT (behind - 1),
                                        SHEAF_DAY (start), SHEAF_DAY (end)),
                            &posted, error))
    return FALSE;
  *ret_used = posted != 0;
  return TRUE;
}

static gboolean
count_openings (SheafBook     *book,
                GArray        *openings,
                SheafDate      from,
                SheafDate      to,
                SheafRevision *revision,
                GError       **error)
{
  gint64 last = 0, behind;

  if (!sheaf_store_get_int (sheaf_book_store (book), REVISION_LAST_VOUCHER, SHEAF_NO_ARGS, &last,
                            error))
    return FALSE;
  behind = last + 1;
  for (guint i = openings->len; i-- > 0;)
    {
      const Opening *opening = &g_array_index (openings, Opening, i);
      gint64         first;
      gboolean       used;

      if (!find_first (book, opening->act_id, last, &first, error) ||
          !was_used (book, opening, first, behind, from, to, &used, error))
        return FALSE;
      behind = first;
      if (!used)
        continue;
      if (revision->number++ > 1)
        continue;
      revision->opened = opening->day; /* the last one that changed anything is told */
      revision->reason = g_strdup (opening->reason);
    }
  return TRUE;
}

gboolean
sheaf_period_revision (SheafBook     *book,
                       SheafDate      from,
                       SheafDate      to,
                       SheafRevision *ret_revision,
                       GError       **error)
{
  g_auto (SheafRevision) revision = { .number = 1, .opened = SHEAF_DATE_NONE };
  g_autoptr (GArray) openings = NULL;

  g_return_val_if_fail (book != NULL && !sheaf_date_is_none (from) && !sheaf_date_is_none (to),
                        FALSE);
  openings = load_openings (book, from, to, error);
  if (openings == NULL ||
      (openings->len > 0 && !count_openings (book, openings, from, to, &revision, error)))
    return FALSE;
  *ret_revision = revision;
  revision.reason = NULL; /* it is the caller's now */
  return TRUE;
}

void
sheaf_revision_clear (SheafRevision *revision)
{
  g_clear_pointer (&revision->reason, g_free);
}
