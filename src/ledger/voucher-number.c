/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Automatic numbers: the kind's prefix and at least five digits, counted within a year. */
#include "book/data.h"
#include "book/setting.h"
#include "ledger/voucher-private.h"
#include "ledger/voucher-sql.h"

#include <string.h>

#define NUMBERS_KEY "ledger-numbers"
#define DIGITS 5

/* The posting data's [numbers] section, kept with the book; a book without it counts by the kind's
 * word. */
static GKeyFile *
number_data (SheafBook *book)
{
  GKeyFile        *file = sheaf_book_attached (book, NUMBERS_KEY);
  g_autofree char *chart = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (file != NULL)
    return file;
  chart = sheaf_setting_find (book, "chart");
  name = g_strdup_printf ("postings/%s.ini", chart);
  text = sheaf_data_load (book, name, NULL);
  file = g_key_file_new ();
  if (text != NULL)
    (void) g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE,
                                      NULL); /* else the words below serve */
  sheaf_book_attach (book, NUMBERS_KEY, file, (GDestroyNotify) g_key_file_unref);
  return file;
}

char *
sheaf_voucher_prefix (SheafBook       *book,
                      SheafVoucherKind kind)
{
  const char *word = sheaf_voucher_kind_to_word (kind);
  char       *prefix = g_key_file_get_string (number_data (book), "numbers", word, NULL);

  if (prefix == NULL)
    prefix = g_strconcat (word, "-", NULL);
  return prefix;
}

gint64
sheaf_voucher_sequence (SheafBook       *book,
                        SheafVoucherKind kind,
                        const char      *number)
{
  g_autofree char *prefix = sheaf_voucher_prefix (book, kind);
  const char      *digits;
  gsize            length;

  if (!g_str_has_prefix (number, prefix))
    return 0;
  digits = number + strlen (prefix);
  length = strlen (digits);
  if (length < DIGITS || length > 9 || strspn (digits, "0123456789") != length)
    return 0;
  return g_ascii_strtoll (digits, NULL, 10);
}

char *
sheaf_voucher_number_text (SheafBook       *book,
                           SheafVoucherKind kind,
                           gint64           sequence)
{
  g_autofree char *prefix = sheaf_voucher_prefix (book, kind);

  return g_strdup_printf ("%s%0*" G_GINT64_FORMAT, prefix, DIGITS, sequence);
}

char *
sheaf_voucher_next_number (SheafBook       *book,
                           SheafVoucherKind kind,
                           int              year,
                           GError         **error)
{
  gint64 last = 0;

  if (!sheaf_store_get_int (sheaf_book_store (book), VOUCHER_LAST_SEQUENCE,
                            SHEAF_ARGS (SHEAF_INT (kind), SHEAF_INT (year)), &last, error))
    return NULL;
  for (gint64 next = last + 1;; next++)
    {
      g_autofree char *number = sheaf_voucher_number_text (book, kind, next);

      /* Numbers longer than a counter's are not counted, but may be taken. */
      if (sheaf_voucher_find (book, kind, year, number) == 0)
        return g_steal_pointer (&number);
    }
}
