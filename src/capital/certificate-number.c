/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers of certificates: one that was printed is never given again. */
#include "capital/certificate-private.h"

#include "base/serial.h"
#include "capital/certificate-sql.h"
#include "ledger/preference.h"
#include "store/query.h"

struct _SheafCertificateNumbers
{
  char       *pattern;
  GHashTable *taken;   /* in lower case */
  int         year;    /* that highest is of */
  gint64      highest; /* counter of the pattern given in it */
};

void
sheaf_certificate_numbers_free (SheafCertificateNumbers *numbers)
{
  if (numbers == NULL)
    return;
  g_free (numbers->pattern);
  g_hash_table_unref (numbers->taken);
  g_free (numbers);
}

gboolean
sheaf_certificate_numbers_take (SheafCertificateNumbers *numbers,
                                const char              *number)
{
  return g_hash_table_add (numbers->taken, g_utf8_strdown (number, -1));
}

SheafCertificateNumbers *
sheaf_certificate_numbers_load (SheafBook *book,
                                GError   **error)
{
  g_autoptr (SheafCertificateNumbers) numbers = g_new0 (SheafCertificateNumbers, 1);
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (book), CERTIFICATE_NUMBERS, SHEAF_NO_ARGS, error);

  numbers->pattern = sheaf_preference_value (book, sheaf_preference_find ("certificate-pattern"));
  numbers->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    (void) sheaf_certificate_numbers_take (numbers, sheaf_query_text (query, 0)); /* all differ */
  return sheaf_query_finish (query, error) ? g_steal_pointer (&numbers) : NULL;
}

/* The highest counter in use; of the year, where the pattern says it. */
static void
look_for_highest (SheafCertificateNumbers *numbers,
                  int                      year)
{
  g_autofree char *pattern = g_utf8_strdown (numbers->pattern, -1);
  GHashTableIter   iter;
  gpointer         number;

  numbers->year = year;
  numbers->highest = 0;
  g_hash_table_iter_init (&iter, numbers->taken);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    numbers->highest = MAX (numbers->highest, sheaf_serial_read (pattern, number, year));
}

char *
sheaf_certificate_numbers_next (SheafCertificateNumbers *numbers,
                                SheafDate                day)
{
  if (numbers->highest == 0 || numbers->year != sheaf_date_year (day))
    look_for_highest (numbers, sheaf_date_year (day));
  for (;;)
    {
      g_autofree char *number =
          sheaf_serial_format (numbers->pattern, ++numbers->highest, numbers->year);

      g_assert (number != NULL); /* the setting was judged when it was made */
      if (sheaf_certificate_numbers_take (numbers, number))
        return g_steal_pointer (&number);
    }
}
