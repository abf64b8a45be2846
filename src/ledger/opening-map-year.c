/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The year whose end is carried over. */
#include "base/i18n.h"
#include "ledger/closing.h"
#include "ledger/error.h"
#include "ledger/opening-map-private.h"
#include "ledger/opening-map-sql.h"

static gboolean
refuse (GError    **error,
        const char *format,
        ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError    **error,
        const char *format,
        ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_DATE, format, args);
  va_end (args);
  return FALSE;
}

/* The last year of an unbroken row of closed ones, from the book's first; 0: none is closed. */
static gboolean
find_last_closed (SheafBook *old,
                  int       *ret_year,
                  GError   **error)
{
  gboolean closed = TRUE;

  *ret_year = 0;
  for (int year = sheaf_date_year (sheaf_book_first_day (old)); closed; year++)
    {
      if (!sheaf_closing_is_closed (old, year, &closed, error))
        return FALSE;
      if (closed)
        *ret_year = year;
    }
  return TRUE;
}

gboolean
sheaf_map_find_year (SheafBook *old,
                     int        asked,
                     int       *ret_year,
                     GError   **error)
{
  g_autofree char *later = NULL;
  int              last;

  if (!find_last_closed (old, &last, error))
    return FALSE;
  if (last == 0 || asked > last)
    return refuse (error,
                   _ ("the year %d of the old book is open: close it before its balances are "
                      "carried over"),
                   asked != 0 ? asked : sheaf_date_year (sheaf_book_first_day (old)));
  *ret_year = asked != 0 ? asked : last;
  if (!sheaf_store_get_text (sheaf_book_store (old), MAP_LATER,
                             SHEAF_ARGS (SHEAF_DAY (sheaf_book_year_end (old, *ret_year))), &later,
                             error))
    return FALSE;
  if (asked != 0 || *later == '\0')
    return TRUE;
  return refuse (error,
                 _ ("the old book has entries after %d, the first on %s: close that year too, or "
                    "name the year to carry over"),
                 last, later);
}
